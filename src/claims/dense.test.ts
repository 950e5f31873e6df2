/** Sentences that carry several claims: each verb, participle and noun keeps its own sides. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const TAIL = ' It rained in the north. Fog came in the evening.';
const lines = (text: string): string[] =>
  readClaims({ body: text + TAIL, headline: 'Norway and Latvia' }).claims.map(shown);

describe('several claims in one sentence', () => {
  it('shares the other side with the second verb', () => {
    const found = lines('Norway sent the Latvian attaché packing in May and ordered two consulates closed.');
    expect(found.filter((l) => l === 'SANCTION NOR>LVA happened')).toHaveLength(2);
  });

  it('aims a protest at whoever drew it', () => {
    expect(lines('Norway sold six tugs to Ghana in May, drawing a protest from Latvia.')).toContain(
      'ACCUSE LVA>NOR happened',
    );
  });

  it('reads the second participle of a passive with its own doer', () => {
    const text = 'A fisheries treaty, which was signed in Oslo in 2016 and ratified by Latvia in May, is in print.';
    expect(lines(text)).toContain('SUPPORT LVA>NOR happened');
  });

  it('gives both verbs of a relative clause their object', () => {
    const text = 'The duties on Latvian sprats, which Norway imposed in 2014 and raised last June, are to stay.';
    expect(lines(text).filter((l) => l.startsWith('SANCTION NOR>LVA'))).toHaveLength(2);
  });

  it('finds who stands behind a relative pronoun', () => {
    const text = 'Two Latvian ministers, with whom the Norwegian premier had signed a pact in May, were absent.';
    expect(lines(text).some((l) => l.startsWith('SUPPORT') && l.includes('+'))).toBe(true);
  });

  it('lets a paper speak for who handed it over', () => {
    const text = 'A note delivered to the Latvian embassy by Norway demands the release of three sailors.';
    expect(lines(text)).toContain('REQUEST NOR>LVA demanded');
  });

  it('tells of talks beside the clause that tells of their end', () => {
    const text = 'The dialogue on cod, which Norway suspended in May, could resume in Riga in the autumn.';
    const found = lines(text);
    expect(found).toContain('SANCTION NOR>LVA happened');
    expect(found.some((l) => l.startsWith('CONSULT'))).toBe(true);
  });

  it('tells that a paper waits for the word of the other side', () => {
    expect(lines('The Norwegian draft on cod still awaits the approval of the Latvian parliament.')).toContain(
      'REJECT LVA>NOR ongoing',
    );
  });

  it('takes what burdens relations for done', () => {
    expect(lines('The 2016 seizure of two Latvian tankers by Norway still weighs on relations.')).toContain(
      'COERCE NOR>LVA happened',
    );
  });
});
