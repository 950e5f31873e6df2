/** Spellings folded, namesakes kept apart, nothing joined by guess. */
import { describe, expect, it } from 'vitest';
import type { ReportedRoles } from '../ledger/ports.ts';
import type { PersonRole } from '../model/index.ts';
import { rosterOf, slugOf } from './roster.ts';

type Sketch = readonly [name: string, code: string | null, office?: string, tense?: PersonRole['tense']];

function report(n: number, day: string | null, ...people: readonly Sketch[]): ReportedRoles {
  return {
    reading: n,
    report: `r${n}`,
    title: `Report ${n}`,
    outlet: null,
    published: day,
    day,
    people: people.map(([name, code, office = 'envoy', tense = 'current']) => {
      return { name, code, office, tense, organ: null, start: 0, end: 4, rule: 'actors/test' };
    }),
  };
}

const names = (reports: readonly ReportedRoles[]): readonly string[] =>
  rosterOf(reports).people.map((p) => `${p.name} ${p.code} ${p.evidence.length}`);

describe('the roster', () => {
  it('folds spellings, initials and surnames of one state into one person', () => {
    const all = [
      report(1, '2025-02-01', ['Andrei Malyev', 'RUS'], ['Malyev', 'RUS']),
      report(2, '2025-01-01', ['Andrey Maliev', 'RUS'], ['A. Malyev', 'RUS']),
    ];
    const roster = rosterOf(all);
    expect(roster.people).toHaveLength(1);
    const [person] = roster.people;
    expect(person?.evidence.map((e) => e.reading)).toEqual([2, 2, 1, 1]);
    expect(person?.also).toHaveLength(3);
    for (const spelling of ['andrei-malyev-rus', 'andrey-maliev-rus', 'a-malyev-rus'])
      expect(roster.at(spelling)).toBe(person);
  });
  it('keeps namesakes of other states apart, and a surname that two bear with neither', () => {
    expect(names([report(1, null, ['Ann Low', 'USA'], ['Ann Low', 'GBR'])])).toEqual([
      'Ann Low GBR 1',
      'Ann Low USA 1',
    ]);
    const two = [report(1, null, ['Ann Low', 'USA'], ['Bob Low', 'USA'], ['Low', 'USA'])];
    expect(names(two)).toEqual(['Ann Low USA 1', 'Bob Low USA 1', 'Low USA 1']);
  });
  it('joins one without a state where only one bears the name', () => {
    expect(names([report(1, null, ['Ann Low', 'USA'], ['Ann Low', null])])).toEqual(['Ann Low USA 2']);
    const open = [report(1, null, ['Ann Low', 'USA'], ['Ann Low', 'GBR'], ['Ann Low', null])];
    expect(names(open)).toEqual(['Ann Low null 1', 'Ann Low GBR 1', 'Ann Low USA 1']);
  });
  it('tells whom a report means, or that it cannot tell', () => {
    const roster = rosterOf([report(1, null, ['Ann Low', 'USA'], ['Bob Low', 'USA'], ['Mira Holt', 'USA'])]);
    expect(roster.meant('Holt', 'USA')?.name).toBe('Mira Holt');
    expect(roster.meant('Mira Holt', 'USA')?.slug).toBe('mira-holt-usa');
    expect(roster.meant('Low', 'USA')).toBeNull();
    expect(roster.meant('Holt', 'RUS')).toBeNull();
  });
  it('makes an address of any name', () => {
    expect(slugOf('Núria <b>O’Shea', 'USA')).toBe('nuria-b-o-shea-usa');
    expect(slugOf('//', null)).toBe('unnamed');
    expect(names([report(1, null, ['"', 'USA'], ['/', 'USA'])])).toHaveLength(2);
  });
});
