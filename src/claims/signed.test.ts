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

describe('sides that a sentence leaves out', () => {
  const wide = (body: string) =>
    readClaims({
      headline: 'Norway, Latvia, Ghana, Peru talk of trawlers',
      body: `Ghana and Peru praised Norway and Latvia. ${body} It rained in the north. Fog came.`,
    }).claims;

  it('stay open where the report tells of many', () => {
    const found = wide('The harbour was calm. Latvia has agreed to reduce patrols.').find((c) => c.status === 'agreed');
    expect(found).toMatchObject({ actors: ['LVA'], counterparts: [] });
  });

  it('are no gang: who abducts somebody is not the state it happened in', () => {
    const found = read('Three Norwegian sailors were kidnapped in Latvia on Monday.').filter(
      (c) => c.plover === 'COERCE',
    );
    expect(found.flatMap((c) => c.actors)).not.toContain('LVA');
  });

  it('are spelled out behind "including"', () => {
    const found = read('Eight members abstained, including Norway and Latvia.').find((c) => c.rule.endsWith('abstain'));
    expect(found?.actors).toEqual(expect.arrayContaining(['NOR', 'LVA']));
  });

  it('are the speaker, where somebody else "and I" did it', () => {
    const body =
      'The Norwegian minister, Ola Berg, said: "Minister Kalnins of Latvia and I agreed to reopen the pier."';
    expect(read(body).find((c) => c.status === 'agreed')?.actors).toEqual(expect.arrayContaining(['LVA', 'NOR']));
  });

  it('are not the owner of what "of" tells of', () => {
    const body = 'Norway spoke of sanctions against the government of Latvia.';
    expect(read(body).flatMap((c) => (c.plover === 'SANCTION' ? c.actors : []))).not.toContain('LVA');
  });
});

describe('no dealing of its own', () => {
  it('lets people go home without a visit', () => {
    expect(read('Ten Norwegian fishermen arrived in Latvia on Monday.').filter((c) => c.kind === 'visit')).toEqual([]);
  });

  it('takes what somebody asks for as not done', () => {
    const found = read('Norway backed the request that Latvia suspend its patrols.');
    expect(found.filter((c) => c.status === 'happened' && c.actors.includes('LVA'))).toEqual([]);
  });

  it('has a passive participle done by whom "by" names', () => {
    const found = read('Backed by Norway, Latvia has reopened the pier.').find((c) => c.plover === 'SUPPORT');
    expect(found).toMatchObject({ actors: ['NOR'], counterparts: ['LVA'] });
  });

  it('keeps the years of a text apart from the day it was signed', () => {
    const found = read('Norway and Latvia signed a protocol on consultations for 2031-34.').find((c) =>
      c.rule.endsWith('/sign'),
    );
    expect(found?.occurs?.edtf ?? '').not.toContain('2031');
  });
});
