/** Answers of a word or two, and deeds done to an envoy by nobody named; invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

function told(sentence: string): string[] {
  const body = `Peru accused Chile of moving the buoys off Arica on Monday.
The Chilean foreign ministry called home its envoy in Lima.
Nets hung from the pier to dry.
${sentence}`;
  const { claims } = readClaims({ headline: 'Buoys and two navies', body: body.replaceAll('\n', ' ') });
  return claims
    .filter((c) => c.evidence[0].quote.startsWith(sentence.slice(0, 12)))
    .map((c) => `${c.plover ?? c.kind} ${c.actors}>${c.counterparts} ${c.status}`);
}

describe('answers of a word or two', () => {
  it('deny what was said', () => {
    expect(told('Rubbish, said the Chilean minister.')).toEqual(['statement CHL>PER denied']);
    expect(told('Santiago says that they did not.')).toEqual(['statement CHL>PER denied']);
  });

  it('refuse', () => {
    expect(told('"No," said the Chilean minister.')).toEqual(['REJECT CHL>PER happened']);
  });

  it('tell nothing else', () => {
    expect(told('"Perhaps," said the Chilean minister.')).toEqual([]);
  });
});

describe('what is done to an envoy', () => {
  it('concerns the state that sent the envoy, whoever did it', () => {
    expect(told('The Bolivian consul was set free on Tuesday.')[0]).toMatch(/^RETREAT .*>BOL happened$/);
  });

  it('needs an office', () => {
    expect(told('A Bolivian fisherman was set free on Tuesday.')).toEqual([]);
  });
});
