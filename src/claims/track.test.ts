/** The matter of a claim, in invented text: what it names, what stands around it, what the report is about. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const track = (body: string, plover: string, headline = 'Two neighbours and their quarrels'): string | undefined =>
  readClaims({ headline, body: `${body} Fog came. It rained in the north.` }).claims.find((c) => c.plover === plover)
    ?.track;

describe('the matter of a claim', () => {
  it.each([
    ['Norway asked Latvia on Monday to extradite two bankers.', 'REQUEST', 'people'],
    ['Norway asked Latvia on Monday to lower its tariffs on herring.', 'REQUEST', 'trade'],
    ['Norway and Latvia signed a protocol on the demarcation of their maritime boundary.', 'SUPPORT', 'territory'],
    ['Norway asked Latvia on Monday to keep the cease-fire.', 'REQUEST', 'security-conflict'],
    ['Norway asked Latvia on Monday to restore the visa-free regime.', 'REQUEST', 'visas'],
    ['Norway asked Latvia on Monday to repay the debts of the West Bank pipeline.', 'REQUEST', 'energy'],
  ])('is what its own words name: %s', (text, plover, expected) => {
    expect(track(text, plover)).toBe(expected);
  });

  it('is taken from the sentences around where the claim names nothing', () => {
    const text = 'The gas pipeline has stood empty since May. Norway asked Latvia on Monday for an answer.';
    expect(track(text, 'REQUEST', 'Gas pipeline stays shut')).toBe('energy');
  });

  it('yields to what the claim names, whatever the report is about', () => {
    const text = 'The gas pipeline has stood empty since May. Norway asked Latvia on Monday to release two sailors.';
    expect(track(text, 'REQUEST', 'Gas pipeline stays shut')).toBe('people');
  });

  it('is a summit where leaders of both sides meet, a consultation where others do', () => {
    const leaders = 'The president of Ghana met the president of Togo in Lome on Monday.';
    expect(track(leaders, 'CONSULT')).toBe('summits');
    expect(track('The foreign ministers of Ghana and Togo met in Lome on Monday.', 'CONSULT')).toBe('consultations');
  });

  it.each([
    ['Norway asked Latvia on Monday to hand back the locomotives and the trams.', 'REQUEST', 'transport-corridors'],
    ['Norway asked Latvia on Monday to destroy the rifles and the howitzers.', 'REQUEST', 'security-conflict'],
    ['Norway asked Latvia on Monday to buy more of its cheese and butter.', 'REQUEST', 'trade'],
    ['Norway asked Latvia on Monday to mend the turbines.', 'REQUEST', 'energy'],
    ['Norway asked Latvia on Monday to spare the inmate his flogging.', 'REQUEST', 'people'],
  ])('is heard in words that no rule names: %s', (text, plover, expected) => {
    expect(track(text, plover)).toBe(expected);
  });

  it('of a clause that hangs on a thing is the matter of the thing', () => {
    const text = 'Both parliaments praised the treaty on extradition, which Norway and Latvia signed on Monday.';
    expect(track(text, 'SUPPORT')).toBe('people');
  });

  it('is a summit where a leader invites another', () => {
    const text = 'The president of Ghana invited the president of Togo on Monday to visit Accra.';
    expect(track(text, 'AGREE')).toBe('summits');
  });

  it('counts no part of a phrase that means another thing', () => {
    const text = 'In a press release on Monday Norway asked Latvia to lift the oil embargo.';
    expect(track(text, 'REQUEST')).toBe('sanctions');
  });
});
