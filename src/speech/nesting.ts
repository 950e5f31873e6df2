/** Joins the chains of speech inside speech and gives the finished utterances, in order of their cues. */

import { NARRATOR } from '../model/attribution.ts';
import type { Analysed } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import type { Utterance } from '../model/speech.ts';
import { withoutAsides } from './asides.ts';
import type { Draft } from './draft.ts';
import type { Line } from './line.ts';
import { ofAnotherMind } from './minds.ts';
import type { Links } from './phrase.ts';

/** More links than this are no chain a person could follow. */
const LONGEST_CHAIN = 6;

export function nested(drafts: readonly Draft[], lines: readonly Line[], doc: Analysed<'actors'>): Utterance[] {
  const bySentence = new Map<number, Draft[]>();
  for (const d of drafts) bySentence.set(d.line.index, [...(bySentence.get(d.line.index) ?? []), d]);
  return drafts.map((d) => utterance(d, chainOf(d, bySentence.get(d.line.index) ?? [], 0), lines, doc));
}

/** The speaker's own links and then those of the speech that the cue stands in. */
function chainOf(draft: Draft, near: readonly Draft[], depth: number): Links {
  const outer = depth > 4 ? null : outerOf(draft, near);
  if (outer === null) return silent(draft) ? [NARRATOR] : draft.links;
  const around = chainOf(outer, near, depth + 1);
  if (draft.deed || silent(draft)) return around;
  const [first, ...rest] = draft.links;
  const fresh = around.filter(
    (l) => l.link !== 'narrator' && !draft.links.some((o) => o.name === l.name && o.role === l.role),
  );
  return [first, ...[...rest, ...fresh].slice(0, LONGEST_CHAIN - 1)];
}

/** Somebody is said not to have spoken: that is not his own word. To deny or confirm nothing is still an answer. */
function silent(draft: Draft): boolean {
  return draft.negated && (draft.content.length === 0 || (draft.verb.act !== 'deny' && draft.verb.act !== 'confirm'));
}

/** The smallest other utterance whose content holds this cue. */
function outerOf(draft: Draft, near: readonly Draft[]): Draft | null {
  let best: Draft | null = null;
  for (const d of near) {
    if (d === draft || d.deed || d.negated || d.voice === draft.voice) continue;
    if (!d.content.some((c) => holds(c, draft.cue))) continue;
    if (best === null || sizeOf(d) < sizeOf(best)) best = d;
  }
  return best;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function sizeOf(draft: Draft): number {
  return draft.content.reduce((sum, c) => sum + c.end - c.start, 0);
}

function utterance(draft: Draft, chain: Links, lines: readonly Line[], doc: Analysed<'actors'>): Utterance {
  return {
    sentence: draft.line.index,
    cue: draft.cue,
    verb: draft.verb.lemma,
    act: draft.verb.act,
    content: withoutAsides(draft),
    quoted: draft.quoted,
    chain: chain.length === 0 ? [NARRATOR] : chain,
    speaker: draft.voice?.mention ?? null,
    addressee: draft.addressee,
    source: draft.source,
    negated: draft.negated,
    ofAnotherMind: ofAnotherMind(draft, lines, doc.actors),
    rule: draft.verb.rule,
    ...(draft.deed ? { deed: true } : {}),
  };
}
