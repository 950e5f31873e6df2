import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorRules, read, sentencesIn } from './fixture.ts';
import { fold } from './fold.ts';
import { actorsOf } from './stage.ts';

const problemsIn = (text: string): string[] =>
  actorsOf(sentencesIn(text), { published: null, dateline: null }, actorRules()).problems.map(
    (p) => `${p.code} ${p.excerpt ?? ''}`,
  );

describe('hostile and odd input', () => {
  it('reads lines in capitals', () => {
    const codes = read('NORWAY EXPELS TWO US DIPLOMATS WHO MET ENVOYS').actors.map((m) => m.codes.join());
    expect(codes).toContain('NOR');
    expect(codes).toContain('USA');
    expect(codes).not.toContain('WHO');
  });

  it('reads names without their accents and with look-alike letters', () => {
    expect(read("Cote d'Ivoire agreed.").actors[0]?.codes).toEqual(['CIV']);
    expect(read('Nоrwаy agreed.').actors[0]?.codes).toEqual(['NOR']);
    expect(fold('Nоrwаy')).toBe('norway');
  });

  it('stays within bounds for thousands of names', () => {
    const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'so', 'ti', 'va', 'ze', 'bo'];
    const name = (n: number): string => {
      const word = [...String(n)].map((d) => syllables[Number(d)]).join('');
      return word[0]!.toUpperCase() + word.slice(1);
    };
    const text = Array.from(
      { length: 5000 },
      (_, n) => `Norwegian envoy ${name(n * 7 + 3)} ${name(n + 10_000)} spoke.`,
    ).join(' ');
    const start = performance.now();
    const { people } = read(text);
    expect(people.length).toBeGreaterThan(3000);
    expect(problemsIn(text)[0]).toMatch('ACTOR-001');
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('gives spans that quote the text, inside their sentences, whatever the words', () => {
    const words = [
      'Norway',
      "'s",
      'the',
      'two',
      'sides',
      'Kari',
      'Lund',
      ',',
      'foreign',
      'minister',
      'of',
      'Denmark',
      'its',
      'embassy',
      'in',
      'Oslo',
      'counterpart',
      '-',
      'led',
      '.',
      'and',
      'US',
      'Mr.',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (picked) => {
        const text = picked.join(' ');
        const sentences = sentencesIn(text);
        for (const m of read(text).actors) {
          const s = sentences[m.sentence]!;
          expect(m.start).toBe(s.tokens[m.first]!.start);
          expect(m.end).toBe(s.tokens[m.last - 1]!.end);
          expect(m.head).toBeGreaterThanOrEqual(m.first);
          expect(m.head).toBeLessThan(m.last);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('problems', () => {
  it('ACTOR-002: says that look-alike letters were read as Latin ones', () => {
    expect(problemsIn('Nоrwаy agreed.')).toEqual(['ACTOR-002 Nоrwаy']);
    expect(problemsIn('Norway agreed.')).toEqual([]);
  });
});
