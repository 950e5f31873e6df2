/** One claim for one fact: what a report tells again in headline, deck, a later sentence or a noun becomes further evidence. */
import { overlaps } from '../model/index.ts';
import type { Draft } from './draft.ts';
import { codesOf } from './parties.ts';

/** Folds drafts in order of the report; the fullest telling stays and takes the others along as evidence. */
export function folded(
  drafts: readonly Draft[],
  spanOf: (sentence: number) => { start: number; end: number },
): Draft[] {
  const out: Draft[] = [];
  for (const draft of [...drafts].sort(byWeight)) {
    const at = out.findIndex((kept) => sameFact(kept, draft));
    if (at < 0) out.push(draft);
    else out[at] = joined(out[at]!, draft, spanOf);
  }
  return out.sort((a, b) => a.trigger.start - b.trigger.start);
}

/** Body before headline, verbs before nouns, then the stronger, then the earlier. */
function byWeight(a: Draft, b: Draft): number {
  return (
    Number(a.headline) - Number(b.headline) ||
    Number(a.nominal) - Number(b.nominal) ||
    Number(a.background) - Number(b.background) ||
    a.trigger.start - b.trigger.start ||
    b.strength - a.strength
  );
}

function joined(kept: Draft, again: Draft, spanOf: (sentence: number) => { start: number; end: number }): Draft {
  const span = spanOf(again.sentence);
  const known = again.sentence === kept.sentence || kept.more.some((m) => m.start === span.start);
  return {
    ...kept,
    occurs: sharper(kept, again),
    due: kept.due ?? again.due,
    counterparts: kept.counterparts.length > 0 || kept.mutual ? kept.counterparts : again.counterparts,
    actors: kept.actors.length > 0 ? kept.actors : again.actors,
    rung: kept.rung ?? again.rung,
    strength: Math.min(0.97, kept.strength + 0.05),
    more: known ? kept.more : [...kept.more, span],
  };
}

function sharper(kept: Draft, again: Draft): Draft['occurs'] {
  if (kept.occurs?.text) return kept.occurs;
  return again.occurs?.text ? again.occurs : (kept.occurs ?? again.occurs);
}

function sameFact(kept: Draft, draft: Draft): boolean {
  if (kept.item !== draft.item) return false;
  if (draft.headline && kept.plover === draft.plover && sharedDoer(kept, draft)) {
    return kept.rule === draft.rule || similar(kept, draft) > 0.2;
  }
  if (kept.plover === 'PROTEST' && draft.plover === 'PROTEST' && kept.sentence === draft.sentence) return true;
  if (kept.plover !== draft.plover || !sameKind(kept, draft) || twoAccounts(kept, draft)) return false;
  if (overlaps(kept.trigger, draft.trigger)) return sameParties(kept, draft, true);
  if (!sameParties(kept, draft, false) || !datesMeet(kept, draft)) return false;
  if (kept.status !== draft.status && !draft.headline && !draft.nominal) return false;
  if (draft.headline) return similar(kept, draft) > 0.2 || kept.rule === draft.rule;
  if (kept.sentence === draft.sentence)
    return (
      sameMeeting(kept, draft) ||
      (isDeed(kept) && kept.rule === draft.rule) ||
      (kept.rule === draft.rule && similar(kept, draft) > 0.5)
    );
  if (draft.nominal && draft.plover === 'CONSULT' && draft.kind === 'meeting' && !draft.occurs?.text) return true;
  if (draft.nominal) return kept.rule === draft.rule || similar(kept, draft) > 0.3;
  const meetings = kept.kind === 'meeting' && draft.kind === 'meeting' && !draft.occurs?.text;
  if (kept.rule !== draft.rule && !meetings) return false;
  return isDeed(kept) ? similar(kept, draft) > 0 || !draft.occurs?.text : similar(kept, draft) > 0.6;
}

/** A headline shortens: the doer is enough to know its deed again. */
function sharedDoer(a: Draft, b: Draft): boolean {
  const codes = codesOf(a.actors);
  return codesOf(b.actors).some((c) => codes.includes(c));
}

/** Two sides' versions of one meeting or agreement are two accounts, never one claim. */
function twoAccounts(a: Draft, b: Draft): boolean {
  if (!a.utterance || !b.utterance || a.speech || b.speech) return false;
  const [one, two] = [a.utterance.chain[0].state, b.utterance.chain[0].state];
  return one !== null && two !== null && one !== two;
}

/** Words can be said again and mean another thing; a deed between the same sides is mostly the same deed. */
function isDeed(draft: Draft): boolean {
  return (
    !draft.speech &&
    draft.plover !== 'AGREE' &&
    draft.kind !== 'statement' &&
    draft.kind !== 'commitment' &&
    draft.kind !== 'offer'
  );
}

/** "talks", "round" and "met" of one sentence are one meeting, unless each has its own day. */
function sameMeeting(a: Draft, b: Draft): boolean {
  if (a.plover !== 'CONSULT' || a.status !== b.status) return false;
  return !a.occurs?.text || !b.occurs?.text || a.occurs.text === b.occurs.text;
}

function sameKind(a: Draft, b: Draft): boolean {
  return a.kind === b.kind || a.nominal || b.nominal || a.headline || b.headline;
}

function sameParties(a: Draft, b: Draft, same: boolean): boolean {
  const one = codesOf([...a.actors, ...a.counterparts]);
  const two = codesOf([...b.actors, ...b.counterparts]);
  if (one.length === 0 || two.length === 0) return same;
  const shared = two.filter((c) => one.includes(c)).length;
  if (shared < Math.min(one.length, two.length)) return false;
  if (a.mutual || b.mutual) return true;
  const [actA, actB] = [codesOf(a.actors), codesOf(b.actors)];
  return actA.length === 0 || actB.length === 0 || actA.some((c) => actB.includes(c));
}

function datesMeet(a: Draft, b: Draft): boolean {
  if (!a.occurs?.text || !b.occurs?.text) return true;
  const from = (d: Draft) => d.occurs?.earliest ?? '0000';
  const to = (d: Draft) => d.occurs?.latest ?? '9999';
  return from(a) <= to(b) && from(b) <= to(a);
}

/** Share of the smaller set of content words that the other has too. */
function similar(a: Draft, b: Draft): number {
  const own = (d: Draft) => [...d.words].filter((w) => w !== d.triggerLemma);
  const [one, two] = [own(a), own(b)];
  const [small, large] = one.length <= two.length ? [one, two] : [two, one];
  if (small.length === 0) return 0;
  return small.filter((w) => large.includes(w)).length / small.length;
}
