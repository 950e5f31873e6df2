import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../load-node.ts';
import { lemmatiser } from './lemma.ts';

/** A few ranks stand in for the word list of the model. */
const RANKS = new Map(
  ['hope', 'visit', 'operate', 'plan', 'call', 'house', 'state', 'match'].map((w, i) => [w, i + 1]),
);
const lemmatise = lemmatiser(loadLexicon(), (word) => RANKS.get(word));

describe('lemmatiser', () => {
  it.each([
    ['went', 'VERB', 'VBD', 'go'],
    ['hoping', 'VERB', 'VBG', 'hope'],
    ['visited', 'VERB', 'VBN', 'visit'],
    ['operated', 'VERB', 'VBD', 'operate'],
    ['planned', 'VERB', 'VBD', 'plan'],
    ['called', 'VERB', 'VBD', 'call'],
    ['denies', 'VERB', 'VBZ', 'deny'],
    ['reaches', 'VERB', 'VBZ', 'reach'],
    ['stated', 'VERB', 'VBD', 'state'],
    ['ministries', 'NOUN', 'NNS', 'ministry'],
    ['houses', 'NOUN', 'NNS', 'house'],
    ['crises', 'NOUN', 'NNS', 'crisis'],
    ['spokeswomen', 'NOUN', 'NNS', 'spokeswoman'],
    ['States', 'PROPN', 'NNPS', 'State'],
    ['Iraqis', 'PROPN', 'NNPS', 'Iraqi'],
    ['Iraqi', 'ADJ', 'JJ', 'Iraqi'],
    ['Tough', 'ADJ', 'JJ', 'tough'],
    ['bigger', 'ADJ', 'JJR', 'big'],
    ['n’t', 'PART', 'RB', 'not'],
    ["'s", 'AUX', 'VBZ', 'be'],
    ["'s", 'PART', 'POS', "'s"],
    ['her', 'PRON', 'PRP$', 'her'],
    ['her', 'PRON', 'PRP', 'she'],
    ['s', 'NOUN', 'NNS', 's'],
  ])('%s as %s %s is %s', (form, upos, xpos, lemma) => {
    expect(lemmatise({ form, upos, xpos, first: form === 'Tough' })).toBe(lemma);
  });
});
