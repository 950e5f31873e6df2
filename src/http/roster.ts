/** Roles as reports gave them in, persons out: spellings of one name folded, namesakes of other states kept apart. */
import { fold, skeleton } from '../actors/fold.ts';
import type { LedgerRead, ReportedRoles } from '../ledger/ports.ts';
import type { ActorCode, PersonRole } from '../model/index.ts';

/** One report's word on who somebody is. */
export interface Evidence extends Omit<ReportedRoles, 'people'> {
  readonly role: PersonRole;
}

/** Somebody whom reports name with an office or role. */
export interface Person {
  /** Last part of the page's address. */
  readonly slug: string;
  /** The spelling most reports have. */
  readonly name: string;
  /** Other spellings. */
  readonly also: readonly string[];
  readonly code: ActorCode | null;
  /** Earliest report first, those without a day last. */
  readonly evidence: readonly Evidence[];
}

/** All persons of a ledger. */
export interface Roster {
  /** By name. */
  readonly people: readonly Person[];
  /** By the last part of an address; any spelling of the name will do. */
  at(slug: string): Person | null;
  /** The person a report means by a name; null where there is none, or more than one. */
  meant(name: string, code: ActorCode | null): Person | null;
}

interface Group {
  readonly code: ActorCode | null;
  readonly evidence: Evidence[];
}

const words = (name: string): readonly string[] => name.split(/[\s.]+/u).filter((w) => w !== '');
const rough = (word: string): string => skeleton(word) || fold(word);
const keyOf = (name: string): string => words(name).map(rough).join(' ');

/** The part of an address a name and a state make. */
export function slugOf(name: string, code: ActorCode | null): string {
  const parts = [...words(name), code ?? ''].map((w) => fold(w).replace(/[^\p{L}\p{N}]+/gu, '-'));
  return parts.join('-').replace(/-+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}

/** True where the given names do not speak against one person: "S. Jaishankar", a surname alone. */
function mayBeShortFor(short: string, full: string): boolean {
  const [a, b] = [words(short), words(full)];
  const [lastA = '', lastB = ''] = [a.at(-1), b.at(-1)];
  if (rough(lastA) !== rough(lastB) || a.length > b.length) return false;
  return a.slice(0, -1).every((w, i) => {
    const other = b[i] ?? '';
    return rough(w) === rough(other) || (w.length === 1 && fold(w) === fold(other.charAt(0)));
  });
}

/** Earliest report first, those without a day last. */
function byDay(a: Evidence, b: Evidence): number {
  const [x, y] = [a.day ?? '9999', b.day ?? '9999'];
  return x === y ? a.reading - b.reading || a.role.start - b.role.start : x < y ? -1 : 1;
}

/** Same spelling and state first; what says no state or less of the name joins where only one person fits. */
function groups(all: readonly Evidence[]): readonly Group[] {
  const exact = new Map<string, Group>();
  for (const one of all) {
    const { name, code } = one.role;
    const key = `${keyOf(name)}|${code ?? ''}`;
    const group = exact.get(key) ?? { code, evidence: [] };
    group.evidence.push(one);
    exact.set(key, group);
  }
  return joinShort([...exact.values()]);
}

const nameOf = (g: Group): string => g.evidence[0]?.role.name ?? '';
const surname = (name: string): string => rough(words(name).at(-1) ?? '');

function joinShort(all: readonly Group[]): readonly Group[] {
  const bySurname = Map.groupBy(all, (g) => surname(nameOf(g)));
  const gone = new Set<Group>();
  const fuller = (g: Group, other: Group): boolean =>
    other !== g &&
    !gone.has(other) &&
    (g.code === other.code || g.code === null) &&
    (keyOf(nameOf(g)) === keyOf(nameOf(other))
      ? g.code === null
      : words(nameOf(other)).join(' ').length > words(nameOf(g)).join(' ').length) &&
    mayBeShortFor(nameOf(g), nameOf(other));
  // Initials before bare surnames, so that "A. Low" is out of the way when "Low" looks for its only bearer.
  for (const group of all.toSorted((a, b) => nameOf(b).length - nameOf(a).length)) {
    const [only, ...others] = (bySurname.get(surname(nameOf(group))) ?? []).filter((o) => fuller(group, o));
    if (only === undefined || others.length > 0) continue;
    only.evidence.push(...group.evidence);
    gone.add(group);
  }
  return all.filter((g) => !gone.has(g));
}

/** The names of a group, the one of most reports first; of equals the longer. */
function spellings(group: Group): readonly string[] {
  const counts = Map.groupBy(group.evidence, (e) => e.role.name);
  return [...counts]
    .sort(([a, x], [b, y]) => words(b).length - words(a).length || y.length - x.length || (a < b ? -1 : 1))
    .map(([name]) => name);
}

function personOf(group: Group, taken: Map<string, Person>): Person {
  const [name = '', ...also] = spellings(group);
  const wanted = slugOf(name, group.code);
  let slug = wanted;
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
  const person = { slug, name, also, code: group.code, evidence: group.evidence.toSorted(byDay) };
  taken.set(slug, person);
  return person;
}

/**
 * The persons that reports name.
 *
 * @example rosterOf(await ledger.reportedRoles()).at('mira-holt-usa')?.evidence.length;
 */
export function rosterOf(reports: readonly ReportedRoles[]): Roster {
  const evidence = reports.flatMap(({ people, ...report }) => people.map((role) => ({ ...report, role })));
  const bySlug = new Map<string, Person>();
  const people = groups(evidence.toSorted(byDay))
    .map((g) => personOf(g, bySlug))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.slug < b.slug ? -1 : 1));
  for (const p of people) for (const n of p.also) if (!bySlug.has(slugOf(n, p.code))) bySlug.set(slugOf(n, p.code), p);
  const bySurname = Map.groupBy(people, (p) => surname(p.name));
  return {
    people,
    at: (slug) => bySlug.get(slug) ?? null,
    meant: (name, code) => {
      const named = bySlug.get(slugOf(name, code));
      if (named) return named;
      const fits = (bySurname.get(surname(name)) ?? []).filter(
        (p) => (code === null || p.code === code) && mayBeShortFor(name, p.name),
      );
      return fits.length === 1 ? (fits[0] ?? null) : null;
    },
  };
}

/** Keeps the roster of a ledger at hand; only readings recorded since are asked for. */
export function rosterKeeper(ledger: LedgerRead): () => Promise<Roster> {
  const byReport = new Map<string, ReportedRoles>();
  let newest = 0;
  let roster = rosterOf([]);
  return async () => {
    const fresh = await ledger.reportedRoles(newest);
    for (const each of fresh) {
      byReport.set(each.report, each);
      newest = Math.max(newest, each.reading);
    }
    if (fresh.length > 0) roster = rosterOf([...byReport.values()]);
    return roster;
  };
}
