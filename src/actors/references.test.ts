import { describe, expect, it } from 'vitest';
import { actorRules, read, sentencesIn } from './fixture.ts';
import { actorsOf } from './stage.ts';

/** Codes of the mention that reads `words`. */
function meant(text: string, words: string): string[] | undefined {
  return read(text)
    .actors.find((m) => m.text === words && m.form !== 'name')
    ?.codes.toSorted();
}

describe('references', () => {
  const pair = 'Norway shut a pipeline. Denmark sent a note to Oslo over it.';
  it.each([
    ['the two sides', `${pair} Then the two sides met.`],
    ['both countries', `${pair} Experts of both countries met.`],
    ['the two leaders', `${pair} Then the two leaders met.`],
    ['the two ministers', `${pair} Then the two ministers met.`],
    ['Neither side', `${pair} Neither side spoke.`],
  ])('%s are the pair spoken of', (words, text) => {
    expect(meant(text, words)).toEqual(['DNK', 'NOR']);
  });

  it('counts as many as were named together', () => {
    const text =
      'Norway, Latvia and Denmark applied on Monday. The club invited the three northern European countries.';
    expect(meant(text, 'European countries')).toEqual(['DNK', 'LVA', 'NOR']);
  });

  it('leaves out who only brokers or hosts', () => {
    const text = 'Norway and Denmark agreed on a line brokered by Finland. The two sides will meet in Helsinki.';
    expect(meant(text, 'The two sides')).toEqual(['DNK', 'NOR']);
  });

  it('gives a ministry without a land to the side that owned it before', () => {
    expect(meant('The Danish foreign ministry protested. Norway was silent. The ministry waits.', 'ministry')).toEqual([
      'DNK',
    ]);
  });

  it('finds the counterpart and the office it holds', () => {
    const text = 'Norwegian foreign minister Kari Lund called her Danish counterpart.';
    expect(read(text).actors.at(-1)).toMatchObject({ codes: ['DNK'], office: 'foreign minister' });
  });

  it('takes "the country" for a state, not for an organisation that spoke last', () => {
    expect(meant("Haiti recalled its envoy. Caricom urged calm. The country's army is small.", 'The country')).toEqual([
      'HTI',
    ]);
  });

  it('takes "the bloc" for the organisation named before', () => {
    expect(meant('Norway turned to the European Union. The bloc gave no answer.', 'The bloc')).toEqual(['EU']);
  });

  it('reads "here" by the dateline, and not inside a quotation', () => {
    expect(meant('OSLO, May 3 — The envoys met here on Friday.', 'here')).toEqual(['NOR']);
    expect(meant('OSLO, May 3 — “We work here,” the envoy said.', 'here')).toEqual([]);
  });

  it('takes police for those of the place, and a visiting minister for none of it', () => {
    const told = 'OSLO, May 3 — The Danish navy was in port.';
    const police = read(`${told} Police chief Kari Lund was pleased with the Danish crew.`);
    expect(police.actors.find((m) => m.kind === 'person')).toMatchObject({ codes: ['NOR'] });
    expect(meant('OSLO, May 3 — The visiting foreign minister spoke.', 'foreign minister')).toEqual([]);
  });

  it('takes a capital behind a house that stands in it for the place', () => {
    const { actors } = read('The guests were received at State House, Nairobi, on Friday.');
    expect(actors.find((m) => m.text === 'Nairobi')).toMatchObject({ reading: 'place' });
  });

  it('reads a dateline as a state, though organisations have their seat there', () => {
    const page = { published: null, dateline: 'GENEVA' };
    const { actors } = actorsOf(sentencesIn('The envoys met here on Friday.'), page, actorRules()).value;
    expect(actors.find((m) => m.text === 'here')?.codes).toEqual(['CHE']);
  });

  it('leaves open what the text does not tell', () => {
    expect(read('Both countries met.').actors[0]).toMatchObject({ codes: [], resolved: 'unresolved' });
    expect(meant('Finland, Sweden, Norway and Denmark met. The parties left.', 'The parties')).toEqual([
      'DNK',
      'FIN',
      'NOR',
      'SWE',
    ]);
  });
});
