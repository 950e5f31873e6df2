import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from './load-node.ts';
import { LONGEST_SENTENCE, paragraphsOf, splitSentences } from './sentences.ts';

const lexicon = loadLexicon();
const words = (text: string): string[] =>
  splitSentences(text, lexicon).map((s) => s.tokens.map((t) => text.slice(t.start, t.end)).join(' '));

describe('splitSentences', () => {
  it('keeps abbreviations inside and ends after them where a new sentence starts', () => {
    expect(words('Gen. Brandt left the U.S. The talks ended at 5 p.m. on Sept. 4.')).toEqual([
      'Gen. Brandt left the U.S.',
      'The talks ended at 5 p.m. on Sept. 4 .',
    ]);
  });
  it('keeps closing quotes with their sentence', () => {
    expect(words('“We will go.” She left. "No." They stayed.')).toEqual([
      '“ We will go . ”',
      'She left .',
      '" No . "',
      'They stayed .',
    ]);
  });
  it('does not end at a quoted question that is attributed', () => {
    expect(words('"Why now?" Ruta asked. He left.')).toEqual(['" Why now ? " Ruta asked .', 'He left .']);
  });
  it('tells the number sign from the answer', () => {
    expect(words('Resolution No. 12 passed. The answer was no. Talks ended.')).toEqual([
      'Resolution No. 12 passed .',
      'The answer was no .',
      'Talks ended .',
    ]);
  });
  it('cuts words by the conventions of the treebanks', () => {
    expect(words("The U.S.-led mission can't re-open; it cost $5m (40%), the state-run firm's head said")).toEqual([
      "The U.S. - led mission ca n't re-open ; it cost $ 5 m ( 40 % ) , the state - run firm 's head said",
    ]);
  });
  it('cuts very long sentences at commas and marks them', () => {
    const cut = splitSentences('one two three four five six seven eight nine, '.repeat(60), lexicon);
    expect(cut.every((s) => s.cut && s.tokens.length <= LONGEST_SENTENCE)).toBe(true);
    expect(cut.every((s) => s.tokens.length % 10 === 0)).toBe(true);
  });
});

describe('paragraphsOf', () => {
  it('takes line breaks as borders', () => {
    expect(paragraphsOf('One\nTwo\n\nThree').length).toBe(3);
  });
  it('joins lines that were wrapped at a width', () => {
    const line = 'The ministers of both countries met again in the old town hall today\n';
    expect(paragraphsOf(`${line.repeat(5)}and left.\n\nEnd.`).length).toBe(2);
  });
});

describe('any text', () => {
  it('gives tokens in order that cover every visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = splitSentences(text, lexicon).flatMap((s) => s.tokens);
        let at = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(at, token.start)).toMatch(/^[\s\p{Cc}\u200b\u2060\ufeff]*$/u);
          at = token.end;
        }
      }),
    );
  });
  it('takes linear time on hostile input', () => {
    for (const unit of ['a', '(', "'", 'a.', '1-', '-', '\ud800', 'a-', 'U.', '@', '😀']) {
      const text = unit.repeat(40_000);
      expect(splitSentences(text, lexicon).length).toBeGreaterThan(0);
    }
  }, 30_000);
});

describe('lists, notes and titles', () => {
  it('keeps the number of a list item with its item', () => {
    expect(words('1. The talks failed. 2. They left.')).toEqual(['1 . The talks failed .', '2 . They left .']);
  });
  it('keeps a footnote mark with the sentence it follows', () => {
    expect(words('They left. [4] She stayed.')).toEqual(['They left . [ 4 ]', 'She stayed .']);
  });
  it('does not end at the sign of a title before a bracket', () => {
    expect(words('She played in Go Home! (1965) and left.')).toEqual(['She played in Go Home ! ( 1965 ) and left .']);
  });
  it('knows births in brackets', () => {
    expect(words('Anna Ruta (b. May 1950) left.')).toEqual(['Anna Ruta ( b. May 1950 ) left .']);
  });
});
