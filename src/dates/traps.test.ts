/** Traps that real reports set, each in invented text. */
import { describe, expect, test } from 'vitest';
import type { DateMention } from '../model/index.ts';
import { loadRules } from '../rules/load.ts';
import { findDates } from './find-dates.ts';

const rules = await loadRules();

function find(text: string, published: string | null = '2025-02-28'): DateMention[] {
  return findDates(text, { published, rules }).value;
}

function edtf(text: string, published?: string | null): (string | null)[] {
  return find(text, published).map((m) => m.value?.edtf ?? null);
}

function stretch(text: string, published?: string | null): string | undefined {
  return find(text, published)[0]?.stretch?.edtf;
}

describe('weekdays', () => {
  test('past tense: the last such day, on publication day itself the same day', () => {
    expect(edtf('The envoys met on Thursday.')).toEqual(['2025-02-27']);
    expect(edtf('The envoys met on Friday.')).toEqual(['2025-02-28']);
    expect(edtf('The envoys met on Saturday.')).toEqual(['2025-02-22']);
  });
  test('future tense: the next such day', () => {
    expect(edtf('The envoys will meet on Monday.')).toEqual(['2025-03-03']);
    expect(edtf('The envoys are expected to meet on Tuesday.')).toEqual(['2025-03-04']);
  });
  test('said and planned in one sentence keep their own days', () => {
    expect(edtf('He said on Thursday that the minister will travel on Monday.')).toEqual(['2025-02-27', '2025-03-03']);
  });
  test('last and next', () => {
    expect(edtf('They parted last Friday.')).toEqual(['2025-02-21']);
    expect(edtf('They will meet next Friday.')).toEqual(['2025-03-07']);
  });
  test('the other reading is kept', () => {
    const [m] = find('The envoys met on Thursday.');
    expect(m?.alternatives.map((a) => a.edtf)).toEqual(['2025-03-06']);
  });
});

describe('"this year" across New Year', () => {
  test('said of the future in the last days of December it is the coming year, and the correction is marked', () => {
    const [m] = find('Flights will resume in the second half of January this year.', '2025-12-27');
    expect(m?.value?.edtf).toBe('[2026-01-16..2026-01-31]');
    expect(m?.text).toBe('the second half of January this year');
    expect(m?.value?.reason).toContain('corrected');
    expect(m?.alternatives[0]?.edtf).toBe('2025-01');
  });
  test('said of the past in January it is the year that is over', () => {
    expect(edtf('The treaty was signed in December this year.', '2026-01-03')).toEqual(['2025-12']);
  });
  test('elsewhere it is left alone', () => {
    expect(edtf('The treaty was signed in January this year.', '2025-12-27')).toEqual(['2025-01']);
    expect(edtf('Flights will resume in May this year.', '2025-02-28')).toEqual(['2025-05']);
  });
});

describe('a page without a date', () => {
  test('relative words stay unresolved, with the reason', () => {
    const [m] = find('The ministers will sign by the end of the year.', null);
    expect(m?.value).toBeNull();
    expect(m?.timex).toBe('XXXX');
    expect(m?.signal).toBe('by');
  });
  test('weekdays keep their open form', () => {
    expect(find('They met on Thursday.', null)[0]?.timex).toBe('XXXX-WXX-4');
  });
  test('a time set by the text is an anchor', () => {
    expect(edtf('They met on 3 March 2021. The next day they signed.', null)).toEqual(['2021-03-03', '2021-03-04']);
  });
});

describe('bounds, not invented days', () => {
  test('"earlier this month" ends on publication day', () => {
    expect(edtf('They met earlier this month.')).toEqual(['[2025-02-01..2025-02-28]']);
  });
  test('"recently" and "in recent years" are open on the far side', () => {
    expect(edtf('They met recently.')).toEqual(['[..2025-02-28]']);
    expect(edtf('Ties have cooled in recent years.')).toEqual(['[..2025-02-28]']);
  });
  test('"for the last two years" starts in a year, not on a day', () => {
    expect(edtf('No envoy was named for the last two years.')).toEqual(['2023/2025-02-28']);
  });
  test('a bare year, month or week stays one', () => {
    expect(edtf('The mission opened in 2011.')).toEqual(['2011']);
    expect(edtf('The mission opened in January.')).toEqual(['2025-01']);
    expect(edtf('The mission opened last week.')).toEqual(['[2025-02-17..2025-02-23]']);
  });
  test('fuzzy parts are stretches', () => {
    expect(edtf('A round is due in mid-April.')).toEqual(['[2025-04-10..2025-04-20]']);
    expect(edtf('The post fell empty in early January.')).toEqual(['[2025-01-01..2025-01-10]']);
  });
  test('qualities place nothing', () => {
    expect(edtf('The current envoy and the recent guests stayed.')).toEqual([null, null]);
  });
});

describe('years left out', () => {
  test('a planned day is near, not a year off', () => {
    expect(edtf('Talks resume on 12 March.')).toEqual(['2025-03-12']);
  });
  test('months lean with the tense', () => {
    expect(edtf('The consul left in November.')).toEqual(['2024-11']);
    expect(edtf('The consul will return in September.')).toEqual(['2025-09']);
  });
  test('the first half of a month ends with its fifteenth day', () => {
    expect(edtf('The pilots will land in the first half of July.')).toEqual(['[2025-07-01..2025-07-15]']);
  });
  test('a season that follows is counted from what was told', () => {
    expect(edtf('They met in December 2016. The following autumn the post was shut.')).toEqual(['2016-12', '2017-23']);
  });
  test('a dated tale goes on in its own year', () => {
    expect(edtf('In March 1998 the two sides met. In June they signed.')).toEqual(['1998-03', '1998-06']);
  });
  test('last December seen from February', () => {
    expect(edtf('The post has been empty since last December.')).toEqual(['2024-12']);
  });
});

describe('prepositions', () => {
  test('deadlines end with the last day', () => {
    expect(stretch('Answers must come by March 15.')).toBe('2025-02-28/2025-03-15');
    expect(stretch('A text is wanted before the end of July.')).toBe('2025-02-28/2025-07-31');
    expect(stretch('A text is wanted before June.')).toBe('2025-02-28/2025-05-31');
    expect(stretch('The consulate stays closed until Monday.')).toBe('2025-02-28/2025-03-03');
    expect(stretch('It must be done no later than 1 May.')).toBe('2025-02-28/2025-05-01');
  });
  test('open starts', () => {
    expect(stretch('Since August 2019 there has been no envoy.')).toBe('2019-08/2025-02-28');
    expect(stretch('Flights will run from April 7.')).toBe('2025-04-07/..');
    expect(stretch('As of 1 March the cap is 52.')).toBe('2025-03-01/..');
  });
  test('a term counted from a day the text names', () => {
    const terms = find('The two sides agreed on Thursday. Answers are due within 14 days.');
    expect(terms[1]?.value?.edtf).toBe('2025-03-13');
  });
  test('a term counted from an undated event stays symbolic', () => {
    const [m] = find('Answers are due within 30 days of signature.');
    expect(m).toMatchObject({ timex: 'P30D', value: null, pending: 'signature', signal: 'within' });
  });
  test('a term counted from a dated day is dated', () => {
    expect(edtf('Notes follow 30 days after 21 November 2023.')).toEqual(['2023-12-21']);
  });
});

describe('ranges are one interval', () => {
  test.each([
    ['The programme for 2024-28 was signed.', '2024/2028'],
    ['It was shut between 2016 and 2018.', '2016/2018'],
    ['It was shut from 2016 to 2018.', '2016/2018'],
    ['They met on March 3-5.', '2025-03-03/2025-03-05'],
    ['They met from 3 to 5 March.', '2025-03-03/2025-03-05'],
    ['It was shut from March to May 2021.', '2021-03/2021-05'],
  ])('%s', (text, wanted) => {
    expect(edtf(text)).toEqual([wanted]);
  });
});

describe('words that are no dates', () => {
  test.each([
    'Both sides may meet.',
    'They may march 12 miles.',
    'About 2010 people came to the consulate.',
    'A five-year-old treaty lapsed.',
    'The talks fall short and spring back.',
    'Resolution 1973 was cited.',
    'The figure rose from 52 to 64.',
    'He met Jan Novak.',
    'It cost $1990.',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

test('a publication day corrected by a person moves all that hung on it', () => {
  const text = 'They met on Thursday; the next round is due by the end of the month.';
  expect(edtf(text, '2025-02-28')).toEqual(['2025-02-27', '[2025-02-24..2025-02-28]']);
  expect(edtf(text, '2025-03-14')).toEqual(['2025-03-13', '[2025-03-27..2025-03-31]']);
});

describe('what the words do not tell stays open', () => {
  test('a day counted from a month has bounds, and no day', () => {
    expect(edtf('In March 1998 they met. The next day they signed.')).toEqual(['1998-03', '[1998-03-02..1998-04-01]']);
    expect(edtf('In November 2011 the envoy left; the other followed two days later.')).toEqual([
      '2011-11',
      '[2011-11-03..2011-12-02]',
    ]);
  });
  test('a month counted from a year is not told', () => {
    expect(edtf('They met in 2019; the following month they signed.')).toEqual(['2019', null]);
  });
  test('"last week" seen from a Sunday keeps both weeks', () => {
    expect(edtf('They met last week.', '2021-06-06')).toEqual(['[2021-05-24..2021-06-05]']);
  });
  test('the end of a financial year is left in words', () => {
    expect(edtf('It is due by the end of the financial year.')).toEqual([null]);
  });
  test('one day has no late third', () => {
    expect(edtf('Police said late Friday that he had left.')).toEqual(['2025-02-28']);
  });
});

describe('plans and terms', () => {
  test.each([
    ['Talks were put off to the spring.', '2025-21'],
    ['The waiver was extended until July 31.', '2025-07-31'],
    ['Brunia takes over the chair on July 1.', '2025-07-01'],
    ['The court meets on Monday.', '2025-03-03'],
    ['The drill is due to open on Tuesday.', '2025-03-04'],
    ['The waiver will take effect 30 days after Tuesday’s exchange.', '2025-03-27'],
  ])('%s', (text, wanted) => {
    expect(edtf(text)).toEqual([wanted]);
  });
  test('a plan of the past stays near its own time', () => {
    expect(edtf('The round, which was to be held in January, was dropped.')).toEqual(['2025-01']);
  });
  test('a perfect with a length reaches up to the publication', () => {
    expect(edtf('The post has been empty for more than three years.')).toEqual(['2022/2025-02-28']);
  });
});
