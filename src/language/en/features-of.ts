/** Morphological features of an English token, from its tags. In: token. Out: the sixth column of CoNLL-U. */
import type { Token } from '../../model/sentence.ts';

const BY_TAG: Readonly<Record<string, string>> = {
  NN: 'Number=Sing',
  NNS: 'Number=Plur',
  NNP: 'Number=Sing',
  NNPS: 'Number=Plur',
  VB: 'VerbForm=Inf',
  VBD: 'Mood=Ind|Tense=Past|VerbForm=Fin',
  VBG: 'Tense=Pres|VerbForm=Part',
  VBN: 'Tense=Past|VerbForm=Part',
  VBP: 'Mood=Ind|Tense=Pres|VerbForm=Fin',
  VBZ: 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin',
  MD: 'VerbForm=Fin',
  JJ: 'Degree=Pos',
  JJR: 'Degree=Cmp',
  JJS: 'Degree=Sup',
  RBR: 'Degree=Cmp',
  RBS: 'Degree=Sup',
  CD: 'NumType=Card',
  PRP: 'PronType=Prs',
  PRP$: 'Poss=Yes|PronType=Prs',
  WP: 'PronType=Int,Rel',
};

/**
 * Features by the tag; `_` where the tag says nothing.
 *
 * @example
 * featuresOf({ xpos: 'NNS' }); // 'Number=Plur'
 */
export function featuresOf(token: Pick<Token, 'xpos'>): string {
  return BY_TAG[token.xpos] ?? '_';
}
