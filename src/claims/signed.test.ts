/** What a reader of unseen reports would not sign: who acts, when, and what is no dealing at all; in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const HEAD = 'Norway, Latvia quarrel over trawlers';
const read = (body: string) => readClaims({ headline: HEAD, body: `${body} It rained in the north. Fog came.` }).claims;
const lines = (body: string): string[] => read(body).map(shown);

describe('who does it to whom', () => {
  it('reads "each other" as both towards both', () => {
    expect(lines('Norway and Latvia have long accused each other of cutting nets.')).toContain(
      'ACCUSE NOR+LVA alleged',
    );
  });

  it('keeps the nationality of what is agreed on out of the parties', () => {
    const found = read('Norway and Latvia agreed to accept Danish observers on the pier.').find(
      (c) => c.plover === 'AGREE',
    );
    expect(found?.actors).toEqual(['NOR', 'LVA']);
  });

  it('takes the writer for the one who offers', () => {
    const found = read("Norway's foreign minister wrote to his Latvian counterpart offering to reopen the pier.");
    expect(found.find((c) => c.kind === 'offer')?.actors).toEqual(['NOR']);
  });

  it('takes the sender of a message for the one who acts', () => {
    expect(lines('Norway received a message from Latvia on Sunday.')).toContain('CONSULT LVA>NOR happened');
  });
});

describe('a time of its own', () => {
  it('bounds what came before by the day of the protest', () => {
    const text = "Norway summoned Latvia's envoy on 3 March after Latvian boats fired at Norwegian trawlers.";
    expect(read(text).find((c) => c.plover === 'ASSAULT')?.occurs?.edtf).toMatch(/^\[\.\./);
  });

  it('hands the year of the main clause to its "when" clause', () => {
    const text = 'The quarrel began in 2014 when Norway sued Latvia at a court in The Hague.';
    expect(read(text).find((c) => c.plover === 'ACCUSE')?.occurs?.edtf).toBe('2014');
  });

  it('does not date an act by the day in the name of another', () => {
    const text = "Norway recognised Latvia's May 4 declaration of independence.";
    expect(read(text).some((c) => /-05-04$/.test(c.occurs?.edtf ?? ''))).toBe(false);
  });
});

describe('lists and opinions', () => {
  it('keeps every adjective of a list', () => {
    const found = read('Norwegian, Latvian, Danish diplomats agreed to meet again.').find((c) => c.status === 'agreed');
    expect(found?.actors).toEqual(['NOR', 'LVA', 'DNK']);
  });

  it('takes an opinion for no undertaking', () => {
    const text = 'The Norwegian president agreed that both Norway and Latvia have made progress.';
    expect(read(text).some((c) => c.plover === 'AGREE')).toBe(false);
  });

  it('does not date back story as news', () => {
    const text =
      'Norway and Latvia have been at odds since a storm in mid-2013. Norway expelled the Latvian ambassador.';
    expect(read(text).find((c) => c.plover === 'SANCTION')?.occurs?.earliest).toMatch(/^2013/);
  });

  it('bounds an act by the day of what came before it', () => {
    const found = read('The Norwegian border with Latvia was closed after clashes in 2021.').find((c) => c.plover);
    expect(found?.occurs?.earliest).toMatch(/^2021/);
  });
});

describe('words that are no dealing, or another', () => {
  it.each([
    'Norway and Latvia quarrelled over the war in Yemen, where they backed rival sides.',
    'Norway said the meeting of Latvia and Denmark seeks to help improve ties.',
    'Norway said it would stand by its retaliatory measures against Latvia.',
  ])('%s', (text) => {
    expect(read(text).some((c) => c.plover === 'SUPPORT' || c.plover === 'REQUEST')).toBe(false);
  });

  it('reads an order to the own ambassador to come home as a recall', () => {
    expect(lines('Norway has ordered its ambassador to Latvia to return to Oslo.')).toContain(
      'SANCTION NOR>LVA happened',
    );
  });

  it('reads a request that an ambassador leave as an expulsion', () => {
    expect(lines("Norway asked Latvia's ambassador to leave the country.")).toContain('SANCTION NOR>LVA happened');
  });
});
