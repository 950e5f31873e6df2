/** Bad input: long sentences, broken text and endless lists must end soon and crash nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

describe('hostile text', () => {
  it('reads a very long coordination in linear time', () => {
    const list = Array.from({ length: 600 }, (_, i) => `to reopen post ${i}`).join(', ');
    const start = performance.now();
    readClaims({ body: `Chad and Niger agreed ${list}.` });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('survives any text', () => {
    const words = fc.constantFrom(
      'Chad',
      'Niger',
      'will',
      'not',
      'agreed',
      'to',
      'if',
      ',',
      '"',
      'talks',
      'the',
      '(',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const { claims, report } = readClaims({ body: parts.join(' ') || '.' });
        return claims.every((c) => c.evidence.every((e) => report.text.slice(e.start, e.end) === e.quote));
      }),
      { numRuns: 60 },
    );
  });
});
