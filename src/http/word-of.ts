/** The claims of an entry in, the ways its word took out: from speaker over organ and agency to outlet, copies of one text folded. */
import type { ExplainedClaim } from '../ledger/ask.ts';
import type { AttributionLink, ReadingRecord } from '../model/index.ts';

/** Where a word stands on its way, from its source outwards. */
export const STATIONS = ['speaker', 'organ', 'agency', 'outlet'] as const;
export type Station = (typeof STATIONS)[number];

/** Somebody by whose word a claim came. */
export interface Voice {
  readonly station: Station;
  /** Null where nobody is named; `role` then describes. */
  readonly name: string | null;
  readonly role: string | null;
  readonly state: string | null;
  /** The first text that has it, for one without a name: two papers' "officials" need not be the same. */
  readonly of: string | null;
  /** `claim`: the sentence says so. `page`: the page credits them. */
  readonly from: 'claim' | 'page';
}

/** One way, with the reports that print it. */
export interface Way {
  readonly voices: readonly Voice[];
  /** Id of the report whose text this is first. */
  readonly origin: string;
  /** Other outlets or reports that print the same text. */
  readonly copies: readonly { readonly report: string; readonly name: string }[];
  readonly report: string;
  readonly claims: number;
}

export interface WordOf {
  readonly ways: readonly Way[];
  /** Number of independent first texts. */
  readonly origins: number;
  /** A voice, not an outlet, that all ways of several origins pass: they are no independent witnesses. */
  readonly shared: Voice | null;
}

/** Where a link stands on the way. The reporter's own word comes first, whatever carries it on. */
function stationOf(link: AttributionLink): Station {
  return link.link === 'narrator' ? 'speaker' : link.link;
}

export function sameVoice(a: Voice, b: Voice): boolean {
  return keyOf(a) === keyOf(b);
}

export function keyOf({ station, name, role, state, of }: Voice): string {
  return [station, plainName(name ?? role ?? ''), state ?? '', of ?? ''].join('|');
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

/** The chain of a claim, and after it the agency and the outlet that the page names, where the chain does not. */
function voicesOf({ claim, reading }: ExplainedClaim): readonly Voice[] {
  const said = claim.attribution.map((link): Voice => {
    const { name, state } = link;
    // "agency" under the name of an agency says nothing.
    const role = link.link === 'narrator' ? 'the reporter' : link.role === link.link ? null : link.role;
    return { station: stationOf(link), name, role, state, of: name === null ? reading.origin : null, from: 'claim' };
  });
  const { agency, outlet } = reading.report;
  const has = (name: string): boolean => said.some((v) => v.name !== null && plainName(v.name) === plainName(name));
  const credited = ([['agency', agency] as const, ['outlet', outlet] as const] as const).flatMap(
    ([station, name]): readonly Voice[] =>
      name === null || has(name) ? [] : [{ station, name, role: null, state: null, of: null, from: 'page' }],
  );
  const all = [...said, ...credited];
  // A chain may name its links in any number; drawn they run one way only.
  return all.toSorted((a, b) => STATIONS.indexOf(a.station) - STATIONS.indexOf(b.station));
}

/** The outlet aside, which is what copies differ in. */
function wayKey(origin: string, voices: readonly Voice[]): string {
  return [origin, ...voices.filter((v) => v.station !== 'outlet').map(keyOf)].join('\n');
}

function printedBy({ report }: ReadingRecord): string {
  return report.outlet ?? report.headline ?? report.source;
}

function wayOf(all: readonly ExplainedClaim[]): Way | null {
  const origin = all[0]?.reading.origin ?? '';
  const first = all.find((e) => e.reading.report.id === origin) ?? all[0];
  if (first === undefined) return null;
  const others = new Map(
    all
      .filter((e) => e.reading.report.id !== first.reading.report.id)
      .map((e) => [e.reading.report.id, printedBy(e.reading)] as const),
  );
  return {
    voices: voicesOf(first),
    origin,
    copies: [...others].map(([report, name]) => ({ report, name })),
    report: first.reading.report.id,
    claims: all.length,
  };
}

function sharedVoice(ways: readonly Way[], origins: number): Voice | null {
  const [first, ...rest] = ways;
  if (origins < 2 || first === undefined) return null;
  const named = first.voices.filter((v) => v.station !== 'outlet' && v.name !== null);
  return named.find((v) => rest.every((way) => way.voices.some((other) => sameVoice(v, other)))) ?? null;
}

/**
 * By whose word the claims of an entry came.
 *
 * @example wordOf(found.claims).origins; // 2: two papers wrote of it independently
 */
export function wordOf(claims: readonly ExplainedClaim[]): WordOf {
  const alike = Map.groupBy(claims, (e) => wayKey(e.reading.origin, voicesOf(e)));
  const ways = [...alike.values()].flatMap((all) => wayOf(all) ?? []);
  const origins = new Set(claims.map((e) => e.reading.origin)).size;
  return { ways, origins, shared: sharedVoice(ways, origins) };
}
