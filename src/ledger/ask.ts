/** The questions the shells ask: entries of a ledger, and all there is to know about one. */
import type { DateMention, Decision, Entry, EntryQuery, Link, ReadingRecord, SourcedClaim } from '../model/index.ts';
import { contains } from '../model/index.ts';
import { entryIdOf } from './placed.ts';
import type { LedgerRead } from './ports.ts';

/**
 * The current entries that meet all conditions, by day; undated ones last.
 *
 * @example await entriesOf(store, { pair: ['RUS', 'USA'], track: 'air-links' });
 */
export function entriesOf(store: LedgerRead, query: EntryQuery): Promise<readonly Entry[]> {
  return store.entries(query);
}

/** A claim with the report it stands in. */
export interface ExplainedClaim {
  readonly claim: SourcedClaim['claim'];
  /** The report as the claim's reading has it; its text is what the claim's spans point into. */
  readonly reading: ReadingRecord;
  /** Dates found in the sentences the claim rests on, with their reasoning. */
  readonly dates: readonly DateMention[];
}

/** All there is to know about an entry or a claim. */
export interface Explanation {
  /** Null where no current entry holds the claim. */
  readonly entry: Entry | null;
  /** The claims of the entry, the leading one first; for a claim's id, that claim alone. */
  readonly claims: readonly ExplainedClaim[];
  /** All versions of the entry, oldest first. */
  readonly history: readonly Entry[];
  readonly decisions: readonly Decision[];
  readonly links: readonly Link[];
}

/** `unknown`: no such id. `ambiguous`: several ids start so; they are listed. */
export type Explained =
  | { readonly found: Explanation }
  | { readonly missing: 'unknown' | 'ambiguous'; readonly ids: readonly string[] };

/**
 * All there is to know about the entry or claim with this id, or the only one whose id starts so (6 characters or more).
 *
 * @example const { found } = await explain(store, 'e3f2a9');
 */
export async function explain(store: LedgerRead, id: string): Promise<Explained> {
  const exact = await explainExact(store, id);
  if (exact) return { found: exact };
  const ids = id.length < 6 ? [] : (await store.idsLike(id)).filter((found) => !found.startsWith('r'));
  const [only, ...others] = ids;
  if (only === undefined) return { missing: 'unknown', ids };
  if (others.length > 0) return { missing: 'ambiguous', ids };
  const found = await explainExact(store, only);
  return found ? { found } : { missing: 'unknown', ids };
}

async function explainExact(store: LedgerRead, id: string): Promise<Explanation | null> {
  const claim = await store.claim(id);
  const entry = await store.entry(claim ? entryIdOf(id) : id);
  const history = await store.history(entry?.id ?? id);
  const last = entry ?? history.at(-1);
  if (!claim && !last) return null;
  const wanted = claim ? [id] : (last?.claims.map((c) => c.claim) ?? []);
  const claims: ExplainedClaim[] = [];
  for (const each of wanted) {
    const explained = await explainClaim(store, each);
    if (explained) claims.push(explained);
  }
  const ids = [...new Set([...(last ? [last.id] : []), ...wanted.map(entryIdOf)])];
  return {
    entry,
    claims,
    history,
    decisions: await store.decisions(ids),
    links: last ? await store.links(last.id) : [],
  };
}

async function explainClaim(store: LedgerRead, id: string): Promise<ExplainedClaim | null> {
  const sourced = await store.claim(id);
  const reading = sourced ? await store.reading(sourced.report, sourced.reading) : null;
  if (!sourced || !reading) return null;
  const dates = reading.dates.filter((d) => sourced.claim.evidence.some((e) => contains(e, d)));
  return { claim: sourced.claim, reading, dates };
}
