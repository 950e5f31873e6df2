/** Whatever the words, nothing is thrown and every span lies inside the text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSpeech } from '../../eval/speech-reading.ts';

const words = fc.constantFrom(
  ..."said told “ ” \" '' `` , . ; : – - ( ) that who which according to citing Reuters Latvia Oslo Brandt minister the ministry he it they it was learnt quoted as saying by and but adding called a US official 1990 in Tuesday called on statement \n\n".split(
    / /,
  ),
);

it('stays within bounds on any order of reporting words, marks and names', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      const text = list.join(' ');
      for (const u of readSpeech({ text }).utterances) {
        expect(u.chain.length).toBeGreaterThan(0);
        for (const span of [u.cue, u.source, ...u.content]) {
          expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
