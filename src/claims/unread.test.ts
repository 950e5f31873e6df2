/** Sentences that no frame knows the words of. */
import { expect, test } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const REPORT =
  'Togo accused Benin on Monday of holding back the mail. Benin rejected the charge. Togo recalled its ambassador to Benin.';

const unread = (sentence: string): string[] =>
  readClaims({ body: `${REPORT} ${sentence}` })
    .claims.filter((c) => c.rule.startsWith('claims/unread/'))
    .map((c) => `${c.plover} ${c.actors}>${c.counterparts}`);

test('words of no frame between two sides take the class of what the sentence is like', () => {
  expect(unread('Togo yanked its consul from Benin.')).toEqual(['SANCTION TGO>BEN']);
});

test('a sentence in which two sides act together on nothing tells nothing', () => {
  expect(unread('Togo and Benin are small.')).toEqual([]);
  expect(unread('Togo lies west of Benin.')).toEqual([]);
});
