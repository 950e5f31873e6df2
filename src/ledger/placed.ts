/** A claim as the ledger holds it: with its report, its reading and the keys it is found by. */
import type { Claim, EntryId, IsoDate } from '../model/index.ts';
import { wordsHash } from './words.ts';

/** A claim in its place; `seq` is the store's number for it, 0 before it is stored. */
export interface Placed {
  readonly seq: number;
  readonly claim: Claim;
  readonly report: string;
  readonly reading: number;
  /** Order within the report. */
  readonly position: number;
  /** First day the report may have been published; null where that is open. */
  readonly published: IsoDate | null;
  /** The first source of the report's text. */
  readonly origin: string;
  /** The entry it belongs to at present. */
  readonly entry: EntryId | null;
}

/** Keys by which claims of one event find each other. */
export interface ClaimKeys {
  readonly bucket: string;
  readonly wordsHash: string;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

const MUTUAL: ReadonlySet<string> = new Set(['meeting', 'agreement']);

/**
 * What two claims must share exactly to be about one event: kind, class, parties, track and status.
 * In a meeting or an agreement it does not matter who is named first.
 */
export function bucketOf(claim: Claim): string {
  const sides = MUTUAL.has(claim.kind)
    ? [[...claim.actors, ...claim.counterparts]]
    : [[...claim.actors], [...claim.counterparts]];
  const parties = sides.map((codes) => [...new Set(codes)].sort().join('+')).join('>');
  return [claim.kind, claim.plover ?? '-', parties, claim.track, claim.status].join('|');
}

/** The keys of a claim. */
export function keysOf(claim: Claim): ClaimKeys {
  return {
    bucket: bucketOf(claim),
    wordsHash: wordsHash(claim.evidence[0].quote),
    earliest: claim.occurs?.earliest ?? null,
    latest: claim.occurs?.latest ?? null,
  };
}

/** The entry a claim opens or would open: the ids differ in their first letter only, so an id once cited stays good. */
export function entryIdOf(claim: string): EntryId {
  return `e${claim.startsWith('c') ? claim.slice(1) : claim}`;
}
