/** What reports say of one person in, posts out: the same office of the same organ told by several reports is one post. */
import { fold } from '../actors/fold.ts';
import type { ActorCode, PersonRole } from '../model/index.ts';
import type { Evidence, Person } from './roster.ts';

/** An office as reports tell it. */
export interface Post {
  readonly office: string | null;
  readonly organ: string | null;
  readonly code: ActorCode | null;
  readonly tense: PersonRole['tense'];
  /** First and last day of a report that says so; null where no report has a day. */
  readonly first: string | null;
  readonly last: string | null;
  /** How many reports say so. */
  readonly reports: number;
}

/** A state with how many persons it has. */
export interface StateCount {
  readonly code: ActorCode;
  readonly people: number;
}

/** The organ as a filter has it; empty where none is told. */
export function organOf(role: Pick<PersonRole, 'organ'>): string {
  return role.organ?.toLowerCase() ?? '';
}

/** Posts, the one reported first before later ones. */
export function postsOf(evidence: readonly Evidence[]): readonly Post[] {
  const alike = Map.groupBy(evidence, ({ role }) =>
    [fold(role.office ?? ''), organOf(role), role.code, role.tense].join('|'),
  );
  return [...alike.values()].map((told): Post => {
    const days = told.flatMap((e) => e.day ?? []).sort();
    const { office = null, organ = null, code = null, tense = 'current' } = told[0]?.role ?? {};
    const reports = new Set(told.map((e) => e.report)).size;
    return { office, organ, code, tense, first: days[0] ?? null, last: days.at(-1) ?? null, reports };
  });
}

/** States that reported persons serve, those with most persons first. */
export function statesOf(people: readonly Person[]): readonly StateCount[] {
  const counts = new Map<ActorCode, number>();
  for (const p of people) {
    for (const code of new Set(p.evidence.flatMap((e) => e.role.code ?? []))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([code, n]) => ({ code, people: n }))
    .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
}
