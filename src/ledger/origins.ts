/** A reading in, the origin of every copy of its text recorded: copies of one text are one voice. */
import type { Instant, Report } from '../model/index.ts';
import { bodyOf, compareBodies, mayBeCopies, shinglesOf, sketchOf } from './copies.ts';
import type { LedgerWrite } from './ports.ts';

/** A report that may be a copy, with what decides its place. */
interface Member {
  readonly report: string;
  readonly published: string | null;
  /** Its origin as recorded so far. */
  readonly origin: string;
}

/** Two reports that hold the same text, and why it is said so. */
interface Tie {
  readonly a: string;
  readonly b: string;
  readonly why: string;
}

/**
 * Finds the copies of a report and sets the origin of all of them: the one published first. The outcome depends neither on
 * the order in which copies come in nor on what an earlier reading of a report said.
 */
export async function settleOrigin(ledger: LedgerWrite, report: Report, now: Instant): Promise<void> {
  const shingles = shinglesOf(bodyOf(report));
  const sketch = sketchOf(shingles);
  const head = await ledger.head(report.id);
  const kept = await ledger.reading(report.id);
  if (head === null || kept === null) return;
  await ledger.appendSketch(head.seq, sketch);
  const members = new Map<string, Member>();
  const ties = [...(await tiesOfOldGroup(ledger, kept.origin, report.id, members))];
  for (const other of await ledger.copyCandidates(sketch)) {
    if (other.report === report.id || !mayBeCopies(sketch, other.sketch)) continue;
    const verdict = compareBodies(shingles, await shinglesIn(ledger, other.report));
    if (!verdict.copy) continue;
    ties.push({ a: report.id, b: other.report, why: verdict.why });
    // What is left of its own old group was compared above; it must not be taken to hang together as it did.
    if (other.origin !== kept.origin) ties.push(...(await tiesOfGroup(ledger, other.origin, members)));
  }
  for (const group of groupsOf(members, ties)) await setOrigin(ledger, group, ties, now);
}

/** Its group may have hung together through this report alone, so what remains of it is compared anew. */
async function tiesOfOldGroup(
  ledger: LedgerWrite,
  origin: string,
  report: string,
  members: Map<string, Member>,
): Promise<readonly Tie[]> {
  const group = await ledger.copiesOf(origin);
  for (const m of group) members.set(m.report, { ...m, origin });
  const others = group.filter((m) => m.report !== report);
  const bodies = new Map<string, ReadonlySet<number>>();
  for (const m of others) bodies.set(m.report, await shinglesIn(ledger, m.report));
  const ties: Tie[] = [];
  for (const [a, x] of bodies) {
    for (const [b, y] of bodies) {
      const verdict = a < b ? compareBodies(x, y) : null;
      if (verdict?.copy) ties.push({ a, b, why: verdict.why });
    }
  }
  return ties;
}

/** The members of another group hang together as they did. */
async function tiesOfGroup(ledger: LedgerWrite, origin: string, members: Map<string, Member>): Promise<readonly Tie[]> {
  const group = await ledger.copiesOf(origin);
  const first = group[0]?.report ?? origin;
  const ties = group.map((m) => ({ a: first, b: m.report, why: 'it shares its text with another copy' }));
  for (const m of group) if (!members.has(m.report)) members.set(m.report, { ...m, origin });
  return ties;
}

async function shinglesIn(ledger: LedgerWrite, report: string): Promise<ReadonlySet<number>> {
  const kept = await ledger.reading(report);
  return kept === null ? new Set() : shinglesOf(bodyOf(kept.report));
}

/** Members that are tied together, directly or through others. */
function groupsOf(members: ReadonlyMap<string, Member>, ties: readonly Tie[]): readonly (readonly Member[])[] {
  const next = new Map<string, string[]>();
  for (const { a, b } of ties) {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  }
  const seen = new Set<string>();
  const groups: Member[][] = [];
  for (const start of [...members.keys()].sort()) {
    const queue = [start];
    const group: Member[] = [];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const member = members.get(at);
      if (seen.has(at) || member === undefined) continue;
      seen.add(at);
      group.push(member);
      queue.push(...(next.get(at) ?? []));
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

async function setOrigin(
  ledger: LedgerWrite,
  group: readonly Member[],
  ties: readonly Tie[],
  recorded: Instant,
): Promise<void> {
  const [first] = [...group].sort(earlier);
  if (first === undefined) return;
  for (const { report, origin } of group) {
    if (origin === first.report) continue;
    const tie = ties.find((t) => t.a === report || t.b === report);
    const why = report === first.report ? 'no copy was published earlier' : `copy: ${tie?.why ?? 'the same text'}`;
    await ledger.appendOrigin({ report, origin: first.report, why, recorded });
  }
}

/** Published first; a copy without a day comes after those with one, and the id breaks ties. */
function earlier(a: Member, b: Member): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.report < b.report ? -1 : 1;
}
