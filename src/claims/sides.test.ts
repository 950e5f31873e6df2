/** Whom words that name nobody stand for, and what that makes of the sides of a claim; in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const lines = (body: string): string[] =>
  readClaims({ body: `${body} It rained in the north. Fog came.` }).claims.map(shown);

describe('lands told by what they are', () => {
  it('takes the land of a region for one that lies in it and is not the one who acts', () => {
    const text =
      'Denmark recalled its envoy from Qatar on Monday. On Tuesday Egypt accused the Gulf state of arming rebels.';
    expect(lines(text)).toContain('ACCUSE EGY>QAT alleged');
  });

  it('takes a realm for the one that speaks in the sentence', () => {
    const text =
      'Sweden quarrelled with Iceland for years. Denmark’s ministry said the kingdom was cutting ties with Iceland.';
    expect(lines(text)).toContain('SANCTION DNK>ISL happened');
  });

  it('follows a pronoun that acts to the land meant by "the country"', () => {
    const text =
      'The junta in Chad accused Libyan forces of theft. “We see a plot run by Libyan forces,” they added. The country’s army also accused Sudan of meddling.';
    expect(lines(text)).toContain('ACCUSE TCD>SDN alleged');
  });
});

describe('one of two', () => {
  it('tells the former from the latter', () => {
    const text =
      'Norway and Latvia have quarrelled since May. The former has expelled two envoys of the latter. The latter has protested to the former.';
    expect(lines(text)).toContain('SANCTION NOR>LVA happened');
  });
});

describe('rulers told by what they rule', () => {
  it('gives a junta to the land it rules', () => {
    const text = 'Many lands cut links with Spain. The junta ruling Gabon has expelled two Spanish diplomats.';
    expect(lines(text)).toContain('SANCTION GAB>ESP happened');
  });
});

describe('bodies that one joins', () => {
  it('counts the body among those who are bound', () => {
    expect(lines('Denmark and Latvia became full members of NATO in 2004.')).toContain('SUPPORT DNK+LVA+NATO happened');
  });
});
