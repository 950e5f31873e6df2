import { describe, expect, it } from 'vitest';
import { type ClaimSketch, reading } from '../../test/fixtures/readings.ts';
import { doubts, judge } from './accept.ts';
import { group } from './group.ts';
import { bucketOf, entryIdOf, type Placed } from './placed.ts';
import { isSameEvent, whyGrouped } from './same-event.ts';
import { contentWords, overlap, stem, wordsHash } from './words.ts';

let seq = 0;

function placed(sketch: Partial<ClaimSketch> = {}): Placed {
  seq += 1;
  const whole = {
    sentence: 'The two ministers met in Lisbon to discuss the grain corridor.',
    actors: ['PRT', 'UKR'],
    trigger: 'met',
    occurs: '2025-05-06',
    ...sketch,
  };
  const made = reading({ headline: `Paper ${seq}`, body: [whole.sentence], claims: [whole] });
  const claim = made.claims[0]!;
  return {
    seq,
    claim,
    report: made.report.id,
    reading: seq,
    position: 0,
    published: null,
    origin: made.report.id,
    entry: null,
  };
}

describe('isSameEvent', () => {
  it.each<[string, Partial<ClaimSketch>]>([
    ['the same sentence', {}],
    [
      'other words for it on an overlapping day',
      { sentence: 'Ministers met over the grain corridor in Lisbon.', occurs: '2025-05-05/2025-05-07' },
    ],
    ['parties named the other way round', { actors: ['UKR', 'PRT'] }],
    [
      'the same long sentence without a day',
      { sentence: 'The two ministers met in Lisbon to discuss the grain corridor.' },
    ],
  ])('joins %s', (_what, other) => expect(isSameEvent(placed(), placed(other))).toBe(true));

  it.each<[string, Partial<ClaimSketch>]>([
    ['another day', { occurs: '2025-05-08' }],
    ['another status', { status: 'planned' }],
    ['another track', { track: 'trade' }],
    ['another kind', { kind: 'visit' }],
    ['another party', { actors: ['PRT', 'POL'] }],
    ['another place', { sentence: 'The two ministers met in Porto to discuss the grain corridor.', place: 'Porto' }],
    ['quite other words', { sentence: 'Delegations met again after lunch.' }],
    [
      'a whole year told in other words',
      { sentence: 'The two ministers met in Lisbon over the grain corridor.', occurs: '2025' },
    ],
  ])('keeps apart %s', (_what, other) => expect(isSameEvent(placed({ place: 'Lisbon' }), placed(other))).toBe(false));

  it('never joins two claims of one report', () => {
    const one = placed();
    expect(isSameEvent(one, { ...one, seq: 99 })).toBe(false);
  });

  it('asks more of statements', () => {
    const spoke = { kind: 'statement', plover: 'ACCUSE', trigger: 'accused' } as const;
    const first = placed({ ...spoke, sentence: 'Portugal accused the ministry of slow inspections at the port.' });
    expect(
      isSameEvent(first, placed({ ...spoke, sentence: 'Portugal accused the ministry of hiding invoices.' })),
    ).toBe(false);
    expect(
      isSameEvent(first, placed({ ...spoke, sentence: 'It accused the ministry of slow port inspections.' })),
    ).toBe(true);
  });
});

describe('group', () => {
  it('does not let a chain of overlaps join two events', () => {
    const days = ['2025-05-06', '2025-05-06/2025-05-08', '2025-05-08'];
    const groups = group(days.map((occurs) => placed({ occurs })));
    expect(groups.map((g) => g.length).sort()).toEqual([1, 2]);
  });
  it('says why', () => {
    expect(whyGrouped([placed(), placed()])).toBe(
      '2 reports tell of the same meeting (PRT, UKR; track other; happened) in the same sentence.',
    );
    expect(whyGrouped([placed()])).toBeNull();
  });
});

describe('the auto-accept rule', () => {
  const { claim } = placed();
  it.each([
    [{ confidence: 0.4 }, 'only 40 % sure'],
    [{ actors: [] }, 'not known who acts'],
    [{ actors: ['PRT'] }, 'other party'],
    [{ occurs: null }, 'not bounded'],
    [{ status: 'alleged' }, 'alleged'],
    [{ background: true }, 'background'],
  ] as const)('holds back %o', (change, why) => {
    expect(doubts({ ...claim, ...change }).join()).toContain(why);
    expect(judge({ ...claim, ...change }, []).standing).toBe('proposed');
  });
  it('accepts a plain claim, and yields to the last decision of a person', () => {
    expect(judge(claim, [])).toMatchObject({ standing: 'accepted', by: 'ledger/auto-accept' });
    const decision = { id: 'd1', entry: 'e1', verdict: 'reject', by: 'Ana', why: 'Wrong city.', recorded: '' } as const;
    expect(judge(claim, [decision])).toEqual({ standing: 'rejected', by: 'd1', why: 'Ana: Wrong city.' });
    expect(judge(claim, [decision, { ...decision, id: 'd2', verdict: 'accept' }]).standing).toBe('accepted');
  });
});

describe('keys', () => {
  it('survive case, signs and spaces', () => {
    expect(wordsHash('They  met, “again”.')).toBe(wordsHash('they met again'));
    expect(wordsHash('They met.')).not.toBe(wordsHash('They left.'));
  });
  it('compare words by their stems', () => {
    expect([stem('talks'), stem('talked'), stem('met')]).toEqual(['talk', 'talk', 'met']);
    expect(overlap(contentWords('ministers discussed grain'), contentWords('grain: minister discusses'))).toBe(1);
    expect(overlap(new Set(), new Set(['a']))).toBe(0);
  });
  it('tell directed acts by their direction', () => {
    const act = { kind: 'measure', plover: 'COERCE', trigger: 'met' } as const;
    const a = placed({ ...act, actors: ['PRT'], counterparts: ['UKR'] });
    const b = placed({ ...act, actors: ['UKR'], counterparts: ['PRT'] });
    expect(bucketOf(a.claim)).not.toBe(bucketOf(b.claim));
    expect(entryIdOf('cabc')).toBe('eabc');
    expect(entryIdOf('xabc')).toBe('exabc');
  });
});
