/** When a claim occurs and falls due, in invented text: whose day it is in a sentence of several, and terms that are set. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';
import type { Claim } from '../model/index.ts';

const claim = (body: string, plover: string, published = '2021-03-10'): Claim | undefined =>
  readClaims({ headline: 'Two neighbours', body: `${body} Fog came. It rained in the north.`, published }).claims.find(
    (c) => c.plover === plover,
  );

describe('the day of a claim', () => {
  it('reads "before the end of" as one term', () => {
    const found = claim('Norway and Latvia will hold talks in Oslo before the end of May.', 'CONSULT');
    expect(found?.occurs?.latest).toBe('2021-05-31');
  });

  it('is that of the letter it stands in', () => {
    const found = claim('In a letter sent on Monday Norway had urged Latvia to open the sound.', 'REQUEST');
    expect(found?.occurs?.edtf).toBe('2021-03-08');
  });

  it('is not that of a relative clause about another thing', () => {
    const text = 'Norway and Latvia held talks in Oslo on the trawlers, which were seized in 2019.';
    expect(claim(text, 'CONSULT')?.occurs?.earliest).not.toBe('2019-01-01');
  });

  it('is the day told just before where the sentence opens with "there"', () => {
    const text = 'The ministers met in Riga on 4 and 5 January. There Norway and Latvia agreed to share the pilots.';
    expect(claim(text, 'AGREE')?.occurs?.latest?.slice(0, 7)).toBe('2021-01');
  });

  it('is not the year of a thing named in the sentence before', () => {
    const text = 'Norway brought the case over the 1998 collision to the court. Latvia hailed the ruling of Norway.';
    expect(claim(text, 'SUPPORT')?.occurs?.earliest).not.toBe('1998-01-01');
  });

  const READOUT = 'Norway and Latvia held the fourth political consultation in Riga on 2 March. The rooms were cold.';

  it('is that of the meeting a report opens with, days later, for what those who met promise', () => {
    const text = `${READOUT} The Latvian side pledged to answer the Norwegian request for agrément.`;
    const found = claim(text, 'AGREE', '2021-03-06');
    expect(found?.occurs?.edtf).toBe('2021-03-02');
    expect(found?.occurs?.reason).toContain('the meeting the report opens with');
  });

  it('is not that of the meeting where others act or another meeting is told', () => {
    const third = `${READOUT} Norway promised Estonia two tugs.`;
    expect(claim(third, 'AGREE', '2021-03-06')?.occurs?.edtf).not.toBe('2021-03-02');
    const twice = `${READOUT} The ministers of Norway and Latvia met in Oslo on 4 March. Latvia pledged to answer the note of Norway.`;
    expect(claim(twice, 'AGREE', '2021-03-06')?.occurs?.edtf).not.toBe('2021-03-02');
  });

  it('is not a term still to come that a statement names', () => {
    const text = 'Latvia reaffirmed its support for the candidature of Norway to the council for the term 2026-2028.';
    expect(claim(text, 'SUPPORT')?.occurs?.latest).toBe('2021-03-10');
  });

  it('is no day beside it where it tells a state', () => {
    const text = 'Norway shipped pumps to Riga last June, and Latvia has yet to answer the note of Norway.';
    expect(claim(text, 'REJECT')?.occurs?.edtf).toBe('2021-03-10');
  });
});

describe('a term', () => {
  it('is due, not the day of the order that sets it', () => {
    const found = claim('Norway on Tuesday asked a Latvian diplomat to leave within 48 hours.', 'SANCTION');
    expect(found?.occurs?.edtf).toBe('2021-03-09');
    expect(found?.due?.value?.latest).toBe('2021-03-11');
  });

  it('stays due where it has passed', () => {
    const text = 'On 4 January Norway and Latvia agreed to exchange the lists by 20 February.';
    expect(claim(text, 'AGREE')?.due?.value?.latest).toBe('2021-02-20');
  });

  it.each([
    ['Norway promised Latvia on Monday to deliver the pumps before Midsummer.', 'AGREE', '2021-06-23'],
    ['Norway asked Latvia on Monday to lift the ban before the herring season opens in May.', 'REQUEST', '2021-04-30'],
    ['Norway urged Latvia on Monday to answer ahead of the session of 20 April.', 'REQUEST', '2021-04-19'],
    ['Norway asked Latvia on Monday to answer before the herring season opens in May.', 'REQUEST', '2021-04-30'],
    ['Norway promised Latvia on Monday to hand over the charts before the end of May.', 'AGREE', '2021-05-31'],
  ])('ends before what it is set before: %s', (text, plover, latest) => {
    expect(claim(text, plover)?.due?.value?.latest).toBe(latest);
  });

  it.each([
    ['Norway promised Latvia on Monday an answer within ten days.', '2021-03-18'],
    ['Norway and Latvia agreed on Monday to withdraw their ships within a month.', '2021-04-08'],
  ])('counts from the day of the promise: %s', (text, latest) => {
    expect(claim(text, 'AGREE')?.due?.value?.latest).toBe(latest);
  });

  it.each([
    'If Latvia does not answer by the end of April, Norway will suspend the waiver, its foreign minister warned on Monday.',
    'Norway threatened on Monday to close the sound unless Latvia pays by the end of April.',
  ])('of a threat is that of its condition: %s', (text) => {
    expect(claim(text, 'THREATEN')?.due?.value?.latest).toBe('2021-04-30');
  });

  it('is none of an event that lies behind', () => {
    const found = claim(
      'Norway asked Latvia on Monday to explain why its ships came before the vote of 3 January.',
      'REQUEST',
    );
    expect(found?.due).toBeNull();
  });

  it('looks ahead in what is offered, though the offer was made in the past tense', () => {
    const found = claim(
      'Norway offered Latvia on Monday to host a round in Bergen in the second week of September.',
      'AGREE',
    );
    expect(found?.due?.value?.latest?.slice(0, 7)).toBe('2021-09');
  });

  it('without a year is the first after the promise', () => {
    const text = 'On 11 December Norway and Latvia agreed to start technical talks by the end of February.';
    const due = readClaims({ headline: 'Two neighbours', body: `${text} Fog came. It rained.` }).claims[0]?.due;
    expect(due?.value?.latest).toBe('2021-02-28');
  });
});
