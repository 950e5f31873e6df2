/** Whether two claims of different reports plainly tell the same event. Doubt keeps them apart: a person can join them later. */
import type { Occurs } from '../model/index.ts';
import { bucketOf, type Placed } from './placed.ts';
import { contentWords, overlap, stem, wordsHash } from './words.ts';

/** Longer stretches of time ("this year") hold many events of one kind. */
export const NARROW_DAYS = 7;
/** A statement is told by its content alone; acts are told by their word as well. */
const STATEMENT_OVERLAP = 0.6;
const SAME_TRIGGER_OVERLAP = 0.25;
const OTHER_TRIGGER_OVERLAP = 0.5;
/** A shorter sentence ("They met.") is no proof of a copy. */
const COPY_WORDS = 5;

const DAY = 86_400_000;

function isNarrow(when: Occurs | null): when is Occurs & { earliest: string; latest: string } {
  if (when === null || when.earliest === null || when.latest === null) return false;
  return Date.parse(when.latest) - Date.parse(when.earliest) < NARROW_DAYS * DAY;
}

function mayCoincide(a: Occurs | null, b: Occurs | null): boolean {
  if (a === null || b === null) return true;
  const startsInTime = a.earliest === null || b.latest === null || a.earliest <= b.latest;
  const endsInTime = a.latest === null || b.earliest === null || b.earliest <= a.latest;
  return startsInTime && endsInTime;
}

function contradict(a: Placed, b: Placed): boolean {
  const places = [a.claim.place?.name.toLowerCase(), b.claim.place?.name.toLowerCase()];
  const counts = [a.claim.ordinal?.n, b.claim.ordinal?.n];
  const dues = [a.claim.due?.value?.edtf, b.claim.due?.value?.edtf];
  return [places, counts, dues].some(([x, y]) => x !== undefined && y !== undefined && x !== y);
}

/** Content words without the claim's own trigger: "accused" alone does not make two accusations one. */
function wordsOf({ claim }: Placed): ReadonlySet<string> {
  return contentWords(claim.evidence[0].quote).difference(new Set([stem(claim.trigger.text)]));
}

function soundAlike(a: Placed, b: Placed): boolean {
  const shared = overlap(wordsOf(a), wordsOf(b));
  if (a.claim.kind === 'statement') return shared >= STATEMENT_OVERLAP;
  const sameTrigger = stem(a.claim.trigger.text) === stem(b.claim.trigger.text);
  return shared >= (sameTrigger ? SAME_TRIGGER_OVERLAP : OTHER_TRIGGER_OVERLAP);
}

function isCopy(a: Placed, b: Placed): boolean {
  const sentence = a.claim.evidence[0].quote;
  return contentWords(sentence).size >= COPY_WORDS && wordsHash(sentence) === wordsHash(b.claim.evidence[0].quote);
}

/**
 * True where both claims have the same kind, parties, track and status, nothing in them is at odds, and either the
 * sentence is the same, or both fall within the same few days and are told in similar words.
 */
export function isSameEvent(a: Placed, b: Placed): boolean {
  if (a.report === b.report || bucketOf(a.claim) !== bucketOf(b.claim) || contradict(a, b)) return false;
  if (!mayCoincide(a.claim.occurs, b.claim.occurs)) return false;
  if (isCopy(a, b)) return true;
  return isNarrow(a.claim.occurs) && isNarrow(b.claim.occurs) && soundAlike(a, b);
}

/** Says in one sentence why these claims were taken for one event; null for a single claim. */
export function whyGrouped(members: readonly Placed[]): string | null {
  const [first, ...rest] = members;
  if (first === undefined || rest.length === 0) return null;
  const { claim } = first;
  const parties = [...new Set([...claim.actors, ...claim.counterparts])].sort().join(', ');
  const told = rest.every((m) => isCopy(first, m)) ? 'in the same sentence' : 'on overlapping days in similar words';
  return `${members.length} reports tell of the same ${claim.kind} (${parties}; track ${claim.track}; ${claim.status}) ${told}.`;
}
