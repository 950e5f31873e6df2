/** Whom a claim is aimed at where its sentence names nobody, among several told of; in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const lines = (body: string): string[] =>
  readClaims({ headline: 'Trawlers', body: `${body} Fog came.` }).claims.map(shown);

const QUARRELS =
  'Norway accused Latvia of stealing nets. Ghana accused Peru of stealing boats. Latvia protested to Norway on Monday.';

describe('a side that the sentence leaves out', () => {
  it('is the one that the doer deals with elsewhere in the report', () => {
    expect(lines(`${QUARRELS} Peru warned Ghana. It rained in the north. Norway denied the charge.`)).toContain(
      'none NOR>LVA denied',
    );
    expect(lines(`${QUARRELS} Peru warned Ghana. It rained in the north. Ghana denied the charge.`)).toContain(
      'none GHA>PER denied',
    );
  });

  it('is the court where a ruling is hailed', () => {
    const text =
      'Norway sued Latvia over nets. Latvia answered Norway in May. The International Court of Justice rejected the Latvian plea on Monday.';
    expect(lines(`${text} Norway hailed the ruling.`).join()).toContain('NOR>ICJ');
  });

  it('stays open where two are told of alike', () => {
    const alike = 'Norway, Latvia and Ghana quarrel over nets. Latvia and Ghana warned Norway. It rained in the north.';
    expect(lines(`${alike} Norway denied the charge.`)).not.toContain('none NOR>LVA denied');
  });

  it('is nobody where both main sides act together', () => {
    const both =
      'Norway and Latvia signed a treaty on Monday. Norway thanked Latvia. Latvia praised Norway. Peru looked on.';
    const found = lines(`${both} Norway and Latvia called for calm.`).filter((line) => line.startsWith('REQUEST'));
    expect(found.join()).not.toContain('PER');
  });
});
