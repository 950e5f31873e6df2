import { describe, expect, it } from 'vitest';
import { courier, gazette, herald } from '../../test/fixtures/ledger-story.ts';
import { type ClaimSketch, reading } from '../../test/fixtures/readings.ts';
import type { Claim } from '../model/index.ts';
import { CLAIM_KINDS, PLOVER_CLASSES, STATUSES } from '../model/index.ts';
import { whenWords } from './day-words.ts';
import { matterOf } from './matter.ts';
import { minute, minuteLine, wordOf } from './minutes.ts';
import { list, namesFrom } from './names.ts';

const names = namesFrom(
  [
    { code: 'RUS', names: ['Russia'] },
    { code: 'USA', names: ['United States'] },
    { code: 'IND', names: ['India'] },
  ],
  [{ id: 'air-links', label: 'flights' }],
);
const [met, offer, planned] = gazette.claims as [Claim, Claim, Claim];
const [, expelled, accused] = courier.claims as [Claim, Claim, Claim];
const [signed, promised] = herald.claims as [Claim, Claim];

describe('minuteLine', () => {
  it.each([
    [
      met,
      '27 Feb 2025 · meeting · happened · Russia and the United States met in Istanbul: “to speak about the staff of their embassies” — as reported',
    ],
    [
      offer,
      '27 Feb 2025 · offer · offered · Russia made an offer to the United States: “to let direct flights resume” — by the word of the Russian foreign ministry, through Harbour Gazette',
    ],
    [
      planned,
      '28 Feb – 31 Mar 2025 · meeting · planned · Russia and the United States are to meet in Riyadh — by the word of the State Department',
    ],
    [
      expelled,
      'Mar 2018 · measure · happened · The United States took a measure against Russia: “expelled thirty Russian diplomats in March 2018” — as reported',
    ],
    [
      accused,
      '28 Feb 2025 · statement · alleged · The United States accused Russia: “of delaying visas for American diplomats” — by the word of Mira Holt, spokeswoman, through Northern Wire',
    ],
    [
      signed,
      '2 Mar 2025 · agreement · happened · India and Russia reached an agreement in New Delhi: “signed a protocol on a northern trade corridor in New Delhi on Sunday” — as reported',
    ],
    [
      promised,
      '3 Mar – 31 Dec 2025 · commitment · planned · India gave an undertaking to Russia, due 31 Dec 2025: “open two port offices by 2025-12-31” — by the word of the trade minister (India)',
    ],
  ])('reads like minutes (%#)', (claim, line) => {
    expect(minuteLine(claim, names)).toBe(line);
  });

  it('has words for every kind, class and status', () => {
    for (const kind of CLAIM_KINDS) {
      for (const plover of [null, ...PLOVER_CLASSES]) {
        for (const status of STATUSES) {
          for (const counterparts of [[], ['USA']]) {
            const { act } = minute({ ...offer, kind, plover, status, counterparts, roles: [] }, names);
            expect(act).toMatch(/^[A-Z][^_]*[a-z]$/);
            expect(act).not.toMatch(/undefined| {2}|\bnull\b/);
          }
        }
      }
    }
  });
});

describe('the matter', () => {
  const claimOf = (sentence: string, trigger: string, kind: Claim['kind'], more: Partial<ClaimSketch> = {}) =>
    reading({
      body: [sentence],
      claims: [{ sentence, trigger, kind, actors: ['RUS'], counterparts: ['USA'], ...more }],
    }).claims[0]!;
  it.each<[string, string, Claim['kind'], string | null]>([
    ['Envoys met in Oslo on Tuesday to weigh a truce.', 'met', 'meeting', 'to weigh a truce'],
    ['Envoys met in Oslo on Tuesday.', 'met', 'meeting', null],
    ['A meeting was held that officials called useful and said would go on.', 'meeting', 'meeting', null],
    ['The two sides agreed to open three ports, the envoy said.', 'agreed', 'agreement', 'to open three ports'],
    [
      'It lists the four houses that Washington seized in 2017.',
      'seized',
      'measure',
      'It lists the four houses that Washington seized in 2017',
    ],
    ['Four attachés were expelled by Washington.', 'expelled', 'measure', 'Four attachés were expelled by Washington'],
    ['"We are ready to reopen the crossing," the envoy said.', 'ready', 'offer', 'to reopen the crossing'],
    ['Washington has not answered the proposal.', 'answered', 'status', 'Washington has not answered the proposal'],
    ['The two sides agreed to set up a panel.', 'agreed to set', 'agreement', 'to set up a panel'],
    [
      'Lawmakers urged the U.S. Senate to lift the ban, an aide said.',
      'urged',
      'statement',
      'urged the U.S. Senate to lift the ban',
    ],
    ["``We accept the plan,'' the envoy said.", 'accept', 'statement', 'accept the plan'],
    ['They did not agree to a second date.', 'agree', 'agreement', 'They did not agree to a second date'],
    [
      'Envoys will hold a round of talks on visas, Deputy Minister Ana Ruiz told reporters.',
      'round',
      'meeting',
      'round of talks on visas',
    ],
    ['The ministry called a strike on the depot a crime.', 'strike', 'conflict', 'a strike on the depot a crime'],
  ])('of %j', (sentence, trigger, kind, words) => expect(matterOf(claimOf(sentence, trigger, kind))).toBe(words));

  it('stays short', () => {
    const long = `Envoys met to ${'weigh and '.repeat(40)}part.`;
    expect(matterOf(claimOf(long, 'met', 'meeting'))?.split(' ').length).toBeLessThanOrEqual(17);
  });
});

describe('the act by status', () => {
  const act = (status: Claim['status']) => minute({ ...met, status, place: null }, names).act;
  it.each([
    ['ongoing', 'Russia and the United States are meeting'],
    ['agreed', 'Russia and the United States agreed to meet'],
    ['demanded', 'It is demanded that Russia and the United States meet'],
    ['denied', 'Russia and the United States did not meet'],
    ['alleged', 'Russia and the United States are said to have met'],
    ['conditional', 'Russia and the United States would, on a condition, meet'],
    ['hypothetical', 'Russia and the United States could meet'],
  ] as const)('%s', (status, words) => expect(act(status)).toBe(words));

  it('never expands a partial set', () => {
    const some = { role: 'actor', code: null, partial: true, text: 'some Western nations', start: 0, end: 1 } as const;
    expect(minute({ ...expelled, roles: [some] }, names).act).toContain(
      'The United States and “some Western nations” took',
    );
  });

  it('says so where nobody is named', () => {
    expect(minute({ ...expelled, actors: [], roles: [] }, names).act).toBe(
      'A party not named took a measure against Russia',
    );
  });
});

describe('whenWords', () => {
  it.each([
    ['2025-02-27', '2025-02-27', '27 Feb 2025'],
    ['2025-02-01', '2025-02-28', 'Feb 2025'],
    ['2025-02-01', '2025-03-31', 'Feb–Mar 2025'],
    ['2024-12-01', '2025-01-31', 'Dec 2024 – Jan 2025'],
    ['2018-01-01', '2018-12-31', '2018'],
    ['2016-01-01', '2018-12-31', '2016–2018'],
    ['2025-02-03', '2025-02-09', '3–9 Feb 2025'],
    ['2025-02-26', '2025-03-04', '26 Feb – 4 Mar 2025'],
    ['2024-12-30', '2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
    [null, '2021-12-31', 'up to 31 Dec 2021'],
    ['2022-02-24', null, 'from 24 Feb 2022'],
    [null, null, 'not dated'],
  ])('%s to %s', (earliest, latest, words) => expect(whenWords({ edtf: '', earliest, latest })).toBe(words));

  it('tells a day within a range from a range', () => {
    expect(whenWords({ edtf: '[2025-02-01..2025-02-20]', earliest: '2025-02-01', latest: '2025-02-20' })).toBe(
      'within 1–20 Feb 2025',
    );
    expect(whenWords(null)).toBe('not dated');
  });
});

describe('names', () => {
  it('stand for themselves where the rules know none', () => {
    expect(names.actor('XYZ')).toBe('XYZ');
    expect(names.track('air-links')).toBe('flights');
    expect(names.track('mission-staffing')).toBe('mission staffing');
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  });
  it('say whose an organ is where its name does not', () => {
    const organ = (name: string) => wordOf([{ link: 'organ', name, role: null, state: 'USA' }], names);
    expect(organ('foreign ministry')).toBe('by the word of the foreign ministry of the United States');
    expect(organ('State Department')).toBe('by the word of the State Department');
  });
  it('say the side of an unnamed source once', () => {
    const source = (role: string) => wordOf([{ link: 'speaker', name: null, role, state: 'RUS' }], names);
    expect(source('Russian officials')).toBe('by the word of Russian officials');
    expect(source('U.S. official')).toBe('by the word of a U.S. official (Russia)');
    expect(source('one official')).toBe('by the word of one official (Russia)');
    expect(source('senior official')).toBe('by the word of a senior official (Russia)');
    expect(source('Moscow’s envoy')).toBe('by the word of Moscow’s envoy (Russia)');
  });
  it('keep the chain in order', () => {
    const chain = [
      { link: 'speaker', name: 'A. Petrova', role: 'spokeswoman', state: 'RUS' },
      { link: 'organ', name: 'Russian foreign ministry', role: null, state: 'RUS' },
      { link: 'agency', name: 'Northern Wire', role: null, state: null },
    ] as const;
    expect(wordOf(chain, names)).toBe(
      'by the word of A. Petrova, spokeswoman, through the Russian foreign ministry and Northern Wire',
    );
  });
});
