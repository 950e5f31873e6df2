/** Tense of the word that carries a match. */
import type { Match } from './match.ts';
import { caseOf, childrenBy, isPassive, markOf, type Tree } from './tree.ts';

export type Tense = 'past' | 'perfect' | 'pluperfect' | 'present' | 'progressive' | 'future' | 'infinitive' | 'nominal';

export function tenseOf(tree: Tree, match: Match): Tense {
  const verb = match.verb;
  const token = tree.tokens[verb]!;
  if (match.as === 'noun' && !match.carrier && caseOf(tree, match.at) === 'since') return 'past';
  if (!token.xpos.startsWith('V') && match.as === 'noun') return copulaTense(tree, verb) ?? 'nominal';
  const aux = childrenBy(tree, verb, 'aux', 'cop').map((c) => tree.tokens[c]!);
  const words = new Set(aux.map((t) => t.text.toLowerCase()));
  if (['will', "'ll", 'shall', 'would', '’ll'].some((w) => words.has(w))) return 'future';
  if (words.has('had')) return 'pluperfect';
  if (words.has('been') && token.xpos === 'VBG') return 'progressive';
  if (words.has('has') || words.has('have') || words.has("'ve")) return 'perfect';
  if (token.xpos === 'VBG' && aux.length > 0) return words.has('was') || words.has('were') ? 'past' : 'progressive';
  if (isPassive(tree, verb) && aux.length > 0) return words.has('was') || words.has('were') ? 'past' : 'present';
  if (token.xpos === 'VBD' || token.xpos === 'VBN') return 'past';
  if (token.xpos === 'VB' && markOf(tree, verb).includes('to')) return 'infinitive';
  return copulaTense(tree, verb) ?? (token.xpos === 'VBG' ? 'past' : 'present');
}

function copulaTense(tree: Tree, at: number): Tense | null {
  const copula = childrenBy(tree, at, 'cop')[0];
  if (copula === undefined) return null;
  return ['was', 'were', 'had'].includes(tree.tokens[copula]!.text.toLowerCase()) ? 'past' : 'present';
}
