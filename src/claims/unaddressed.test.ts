/** Hard words of one side that name nobody are meant for whom the report is about; what is hoped may be home matter. Invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

/** Claims of a report of two sides that ends with the sentence. */
function told(sentence: string): string[] {
  const body = `Ghana recalled its ambassador from Togo on Monday after Togolese guards seized a Ghanaian ferry.
The Togolese foreign ministry asked Ghana for an explanation.
The ferry lay at the pier in Lomé with its lights out.
${sentence}`;
  const { claims } = readClaims({ headline: 'A ferry and two neighbours', body: body.replaceAll('\n', ' ') });
  return claims
    .filter((c) => c.evidence[0].quote.startsWith(sentence.slice(0, 12)))
    .map((c) => `${c.plover} ${c.actors}>${c.counterparts}`);
}

describe('hard words that name nobody', () => {
  it('reads blame', () => {
    expect(told('The Ghanaian minister said that the arrests were a disgrace.')).toEqual(['ACCUSE GHA>TGO']);
  });

  it('reads what the other side must do', () => {
    expect(told('The Ghanaian minister said that the crew must be home by Friday.')).toEqual(['REQUEST GHA>TGO']);
  });

  it('reads displeasure told by the verb or as a state', () => {
    expect(told('Accra twice conveyed its displeasure in the week before.')).toEqual(['ACCUSE GHA>TGO']);
    expect(told('Accra was furious.')).toEqual(['ACCUSE GHA>TGO']);
  });

  it('accuses nobody of an attack', () => {
    const pairs = told('Accra voiced its dismay at the bombing of a school.');
    expect(pairs.filter((p) => p.startsWith('ACCUSE') && p.includes('TGO'))).toEqual([]);
  });

  it('takes no hope or wish for a dealing', () => {
    expect(told('The Ghanaian minister said that he was proud of the harvest.')).toEqual([]);
    expect(told('The Ghanaian minister said that more schools should open.')).toEqual([]);
  });
});
