/** What was missed or misread where a side, an answer, a reading or a year is left to the reader, in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const HEAD = 'Norway, Latvia quarrel over trawlers';
const read = (body: string, more = {}) => readClaims({ headline: HEAD, body, ...more }).claims;
const lines = (body: string, more = {}): string[] => read(body, more).map(shown);

describe('sides that the sentence leaves out', () => {
  it('takes the author of a note for the one who waits', () => {
    const text = 'Latvia has not replied to a note that Norway sent on 3 March. It rained in the north. Fog came.';
    expect(lines(text, { headline: 'A note on trawlers' })).toContain('none LVA>NOR ongoing');
  });

  it('takes the former holder for the one who releases', () => {
    const text = 'Three Latvian sailors held by Norway were handed over to Danish officers. It rained. Fog came.';
    expect(read(text).find((c) => c.plover === 'RETREAT')?.actors).toEqual(['NOR']);
  });

  it('finds the subject that a date has displaced', () => {
    const text = 'Latvia last Friday released three Norwegian sailors. It rained in the north. Fog came.';
    expect(lines(text)).toContain('RETREAT LVA>NOR happened');
  });

  it('counts no host or chair among those who met', () => {
    const text = 'The Danish foreign minister opened the session and left. Norway and Latvia held talks. It rained.';
    expect(read(text).some((c) => c.actors.includes('DNK'))).toBe(false);
  });
});

describe('plans and promises', () => {
  it('keeps the class of a mission that is to open', () => {
    const text =
      'Norway will open a consulate in Liepaja in June, the Norwegian foreign ministry said. It rained. Fog came.';
    expect(read(text, { headline: 'Norway and Latvia' })[0]).toMatchObject({ plover: 'SUPPORT', status: 'planned' });
  });

  it('reads harm forgone as a promise', () => {
    const text = 'Norway will not retaliate against Latvia, the Norwegian foreign minister said. It rained. Fog came.';
    expect(read(text)[0]).toMatchObject({ plover: 'AGREE', kind: 'commitment' });
  });

  it('looks ahead with an invitation', () => {
    const text = 'Norway on Monday invited the Latvian minister to Oslo in January. It rained in the north. Fog came.';
    expect(read(text, { published: '2021-11-12' })[0]?.due?.value?.edtf).toBe('2022-01');
  });
});

describe('pages about games', () => {
  it('gives no meeting of teams', () => {
    const body =
      'Norway meet Latvia on Sunday in the cup. The coach named three players. The striker is fit. Latvia host Norway in the return match in May.';
    expect(read(body, { headline: 'Norway meet Latvia in qualifier' })).toEqual([]);
  });
});
