/** What a noun without a side stands for: the same paper or people, named with their side in a sentence before. */
import { authorOf, objectOf, subjectOf } from './arguments.ts';
import type { ReportContext } from './context.ts';
import type { Match } from './match.ts';
import { type Party, partiesIn, takenOver } from './parties.ts';
import type { Filled } from './roles.ts';
import type { Tree } from './tree.ts';

/** "The proposal called for": its author speaks. "The men were sent home": their state is concerned. */
export function withEarlier(ctx: ReportContext, tree: Tree, match: Match, filled: Filled): Filled {
  if (ctx.short || match.as === 'noun') return filled;
  if (filled.actors.length === 0 && match.frame.speech && !match.passive) {
    const actors = ownersBefore(ctx, tree, subjectOf(tree, match.verb), 'papers');
    if (actors.length > 0) return { ...filled, actors };
  }
  if (filled.counterparts.length > 0 || !DONE_TO.has(match.frame.plover)) return filled;
  return { ...filled, counterparts: ownersBefore(ctx, tree, objectOf(tree, match.at), 'captives') };
}

const DONE_TO: ReadonlySet<string> = new Set(['RETREAT', 'COERCE', 'SANCTION', 'CONCEDE']);
const ANYBODY: ReadonlySet<string> = new Set([
  'man',
  'woman',
  'people',
  'pair',
  'captive',
  'detainee',
  'prisoner',
  'hostage',
]);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'that', 'this', 'these', 'those', 'both', 'all']);
const REACH = 6;

/** Sides of the nearest noun before that means the same things. */
function ownersBefore(ctx: ReportContext, tree: Tree, noun: number | undefined, list: string): Party[] {
  const words = ctx.lexicon.lists.get(list);
  const lemma = noun === undefined ? '' : tree.lemmas[noun]!;
  if (noun === undefined || !words?.has(lemma) || !isDefinite(tree, noun)) return [];
  const same = (l: string): boolean => l === lemma || (ANYBODY.has(lemma) && words.has(l));
  const before = ctx.trees.filter((t) => !t.headline && t.index <= tree.index && t.index >= tree.index - REACH);
  for (const earlier of before.reverse()) {
    const from = earlier === tree ? noun - 1 : earlier.tokens.length - 1;
    for (let i = from; i >= 0; i--) {
      if (!same(earlier.lemmas[i]!)) continue;
      const author = authorOf(earlier, i, 0);
      const owners = partiesIn(earlier, author ?? i).filter((p) => p.codes.length > 0);
      if (owners.length > 0) return takenOver(owners);
    }
  }
  return [];
}

function isDefinite(tree: Tree, noun: number): boolean {
  return (tree.children[noun] ?? []).some((c) => c < noun && DEFINITE.has(tree.lemmas[c]!));
}
