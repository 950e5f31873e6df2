/** The invented reports with the roles they give to persons. */
import type { PersonRole, Reading } from '../../src/model/index.ts';
import { courier, gazette, herald } from '../fixtures/ledger-story.ts';
import { reading } from '../fixtures/readings.ts';

type RoleSketch = Pick<PersonRole, 'name' | 'office' | 'organ' | 'code' | 'tense'> & { readonly words: string };

/** The reading with roles that stand at the given words of its text. */
export function withPeople(base: Reading, ...roles: readonly RoleSketch[]): Reading {
  const people = roles.map(({ words, ...role }): PersonRole => {
    const start = base.report.text.indexOf(words);
    if (start < 0) throw new Error(`the report does not hold "${words}"`);
    return { ...role, start, end: start + words.length, rule: 'actors/official' };
  });
  return { ...base, people };
}

const holt = { name: 'Mira Holt', organ: 'foreign ministry', code: 'USA' } as const;

/** A later report, in which the spokeswoman is spelled otherwise and has moved on. */
export const monitor: Reading = withPeople(
  reading({
    source: 'reports/monitor.txt',
    headline: 'A new voice for the embassy',
    outlet: 'Valley Monitor',
    published: '2025-06-10',
    body: [
      'Former spokeswoman Myra Holt was named deputy chief of mission on 9 June.',
      'Deputy minister Ilya Brusov, acting since May, called it good news.',
    ],
  }),
  { ...holt, name: 'Myra Holt', words: 'Former spokeswoman Myra Holt', office: 'spokeswoman', tense: 'former' },
  {
    ...holt,
    organ: 'embassy',
    words: 'deputy chief of mission',
    office: 'deputy chief of mission',
    tense: 'designate',
  },
  {
    name: 'Ilya Brusov',
    office: 'deputy minister',
    organ: 'foreign ministry',
    code: 'RUS',
    tense: 'acting',
    words: 'Deputy minister Ilya Brusov',
  },
);

export const peopleStory: readonly Reading[] = [
  gazette,
  withPeople(courier, { ...holt, words: 'spokeswoman Mira Holt', office: 'spokeswoman', tense: 'current' }),
  herald,
  monitor,
];
