/** Claims in, groups of claims that tell one event out; the result does not depend on the order of the input. */
import type { Placed } from './placed.ts';
import { isSameEvent } from './same-event.ts';

const LAST = '9999-12-31';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Earlier published first, then by id: fixed for a given set of claims, and mostly the order of their arrival. */
export function byPublication(a: Placed, b: Placed): number {
  return (
    compare(a.published ?? LAST, b.published ?? LAST) || compare(a.claim.id, b.claim.id) || compare(a.report, b.report)
  );
}

/** Length of the time a claim may fall in, in milliseconds; undated claims come last. */
function width(p: Placed): number {
  const when = p.claim.occurs;
  if (!when?.earliest || !when.latest) return Number.MAX_SAFE_INTEGER;
  return Date.parse(when.latest) - Date.parse(when.earliest);
}

/** Most exact date first, then the surest reading, then the order of publication: the first one leads the entry. */
export function byExactness(a: Placed, b: Placed): number {
  return width(a) - width(b) || b.claim.confidence - a.claim.confidence || byPublication(a, b);
}

/**
 * Puts each claim, in order of publication, into the first group all of whose members tell the same event as it does.
 * All members of a group agree pairwise, so that a chain of near misses never joins two events.
 */
export function group(claims: readonly Placed[]): readonly (readonly [Placed, ...Placed[]])[] {
  const groups: [Placed, ...Placed[]][] = [];
  for (const claim of claims.toSorted(byPublication)) {
    const home = groups.find((members) => members.every((m) => isSameEvent(m, claim)));
    if (home) home.push(claim);
    else groups.push([claim]);
  }
  return groups;
}
