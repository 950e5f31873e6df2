/** After claims came or went: which entries there are now, and which versions that adds to the ledger. */
import type { EntryDraft, EntryId, Instant } from '../model/index.ts';
import { judge } from './accept.ts';
import { byExactness, byPublication, group } from './group.ts';
import { entryIdOf, keysOf, type Placed } from './placed.ts';
import type { LedgerWrite } from './ports.ts';
import { isSameEvent, whyGrouped } from './same-event.ts';

export interface Change {
  readonly fresh: readonly Placed[];
  readonly gone: readonly Placed[];
  readonly now: Instant;
  readonly rulesVersion: string;
}

/** Groups the claims near the change anew and appends what differs from the current entries. */
export async function regroup(
  ledger: LedgerWrite,
  change: Change,
): Promise<{ readonly entries: readonly EntryId[]; readonly withdrawn: readonly EntryId[] }> {
  const goneSeqs = new Set(change.gone.map((p) => p.seq));
  const near = await neighbourhood(ledger, await seeds(ledger, change), goneSeqs);
  const touched = entryIds([...near, ...change.gone]);
  const entries: EntryId[] = [];
  const kept = new Set<EntryId>();
  for (const members of group(near)) {
    const draft = await draftEntry(ledger, members, change.rulesVersion);
    kept.add(draft.id);
    if (await isRecorded(ledger, draft)) continue;
    await ledger.appendEntry(draft, inOrder(draft, members), change.now);
    entries.push(draft.id);
  }
  const withdrawn = [...touched].filter((id) => !kept.has(id));
  for (const id of withdrawn) await withdraw(ledger, id, change, near);
  return { entries, withdrawn };
}

/** The new claims, and the claims left behind in entries that lose a member. */
async function seeds(ledger: LedgerWrite, change: Change): Promise<readonly Placed[]> {
  const left: Placed[] = [];
  for (const id of entryIds(change.gone)) left.push(...(await ledger.members(id)));
  return [...change.fresh, ...left];
}

/** All claims that hang together with the given ones through "same event", so that grouping them anew changes no others. */
async function neighbourhood(
  ledger: LedgerWrite,
  from: readonly Placed[],
  without: ReadonlySet<number>,
): Promise<readonly Placed[]> {
  const found = new Map(from.filter((p) => !without.has(p.seq)).map((p) => [p.seq, p]));
  const queue = [...found.values()];
  for (let claim = queue.pop(); claim !== undefined; claim = queue.pop()) {
    for (const other of await ledger.candidates(keysOf(claim.claim))) {
      if (found.has(other.seq) || without.has(other.seq) || !isSameEvent(claim, other)) continue;
      found.set(other.seq, other);
      queue.push(other);
    }
  }
  return [...found.values()];
}

function entryIds(claims: readonly Placed[]): ReadonlySet<EntryId> {
  return new Set(claims.map((p) => p.entry).filter((id) => id !== null));
}

async function draftEntry(
  ledger: LedgerWrite,
  members: readonly [Placed, ...Placed[]],
  rulesVersion: string,
): Promise<EntryDraft> {
  const ordered = members.toSorted(byExactness);
  const lead = ordered[0] ?? members[0];
  const founder = members.toSorted(byPublication)[0] ?? members[0];
  const id = entryIdOf(founder.claim.id);
  const aliases = new Set([id, ...members.map((m) => entryIdOf(m.claim.id)), ...entryIds(members)]);
  const verdict = judge(lead.claim, await ledger.decisions([...aliases]));
  return {
    id,
    lead: lead.claim,
    report: lead.report,
    claims: ordered.map((m) => ({ claim: m.claim.id, report: m.report, reading: m.reading })),
    standing: verdict.standing,
    standingBy: verdict.by,
    standingWhy: verdict.why,
    groupedWhy: whyGrouped(members),
    rulesVersion,
    supersedes: [...entryIds(members)].filter((other) => other !== id).sort(),
  };
}

function inOrder(draft: EntryDraft, members: readonly Placed[]): readonly Placed[] {
  const place = new Map(draft.claims.map((ref, i) => [ref.claim + ref.report, i]));
  return members.toSorted((a, b) => (place.get(a.claim.id + a.report) ?? 0) - (place.get(b.claim.id + b.report) ?? 0));
}

async function isRecorded(ledger: LedgerWrite, draft: EntryDraft): Promise<boolean> {
  const now = (await ledger.history(draft.id)).at(-1);
  return (
    now !== undefined &&
    now.standing === draft.standing &&
    now.standingBy === draft.standingBy &&
    JSON.stringify(now.claims) === JSON.stringify(draft.claims)
  );
}

/** Records that an entry is no more, and where its claims went. */
async function withdraw(ledger: LedgerWrite, id: EntryId, change: Change, near: readonly Placed[]): Promise<void> {
  const last = (await ledger.history(id)).at(-1);
  const members = await ledger.members(id);
  if (last === undefined || members.length === 0) return;
  const moved = near.some((p) => p.entry === id);
  const why = moved
    ? 'Its claims now belong to another entry.'
    : 'The newest reading of its report no longer makes this claim.';
  const { seq: _seq, origins: _origins, recorded: _recorded, reported: _reported, ...rest } = last;
  const draft: EntryDraft = {
    ...rest,
    standing: 'withdrawn',
    standingBy: 'ledger/regroup',
    standingWhy: why,
    rulesVersion: change.rulesVersion,
    supersedes: [],
  };
  await ledger.appendEntry(draft, members, change.now);
}
