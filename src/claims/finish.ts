/** From draft to claim: roles as written, chain of attribution, evidence, confidence, id. */
import { createHash } from 'node:crypto';
import {
  type ActorCode,
  type AttributionLink,
  type Claim,
  type Evidence,
  NARRATOR,
  quote,
  type Role,
  type RoleName,
} from '../model/index.ts';
import { confidenceOf } from './confidence.ts';
import { type ReportContext, treeAt } from './context.ts';
import { UNDERTAKING } from './dealing.ts';
import type { Draft } from './draft.ts';
import { chanceOf, type Label, labelOf } from './likeness/likeness.ts';
import { codesOf, type Party } from './parties.ts';
import { chooseTrack } from './track.ts';

export function finished(ctx: ReportContext, draft: Draft): Claim {
  const actors = codesOf(draft.actors);
  const counterparts = codesOf(draft.counterparts).filter((c) => !actors.includes(c));
  const evidence = evidenceOf(ctx, draft);
  const body = {
    kind: draft.kind,
    plover: draft.plover,
    actors,
    counterparts,
    roles: rolesOf(ctx, draft),
    occurs: draft.occurs,
    said: draft.said,
    due: draft.due,
    status: draft.status,
    statusWhy: draft.statusWhy,
    track: trackOf(ctx, draft),
    rung: draft.rung,
    place: placeOf(draft),
    attribution: chainOf(draft),
    quoted: quotedOf(draft),
    ofAnotherMind: draft.utterance?.ofAnotherMind ?? false,
    trigger: { ...draft.trigger, text: ctx.report.text.slice(draft.trigger.start, draft.trigger.end) },
    background: draft.background,
    confidence: confidenceOf(draft.strength, {
      twoSided: new Set([...actors, ...counterparts]).size > 1,
      noActor: actors.length === 0,
      noClass: draft.plover === null,
      quoted: quotedOf(draft) !== 'none',
      loose: draft.rule === UNDERTAKING || draft.rule.startsWith('claims/statement/'),
      likeness: likenessIn(ctx, draft),
    }),
    rule: draft.rule,
    evidence,
    ...(draft.status === 'agreed' && actors.length > 1 ? { halves: actors } : {}),
  } as const;
  return { id: idOf(ctx, draft, actors, counterparts, evidence), ...body };
}

function trackOf(ctx: ReportContext, { topic, kind, plover }: Draft): string {
  if (topic.fixed !== null) return topic.fixed;
  return chooseTrack(ctx.rules, ctx.matters, treeAt(ctx, topic.sentence)!, { ...topic, kind, plover });
}

/** Kinds without a class of which too few were seen for a chance to say anything. */
const THIN: ReadonlySet<Label> = new Set(['measure', 'plan', 'meeting', 'other']);
/** Chance that changes little either way. */
const NO_SAYING = 0.02;

/** Chance that sentences of such words tell of this class. */
function likenessIn(ctx: ReportContext, { sentence, kind, plover }: Draft): number {
  return THIN.has(labelOf(kind, plover)) ? NO_SAYING : chanceOf(ctx, treeAt(ctx, sentence)!, kind, plover);
}

function evidenceOf(ctx: ReportContext, draft: Draft): [Evidence, ...Evidence[]] {
  const { text } = ctx.report;
  const sentence = treeAt(ctx, draft.sentence)!.sentence;
  const more = draft.more.map((span) => quote(text, span));
  const said = draft.utterance?.source;
  const apart = said && (said.start < sentence.start || said.start >= sentence.end);
  const known = apart ? more.some((e) => e.start <= said.start && said.start < e.end) : true;
  return [quote(text, sentence), ...more, ...(apart && !known ? [quote(text, said)] : [])];
}

function rolesOf(ctx: ReportContext, draft: Draft): Role[] {
  const shown = (parties: readonly Party[]): Party[] => parties.map((p) => inFullWords(ctx, asNamed(ctx, p)));
  return [
    ...roles('actor', shown(draft.actors)),
    ...roles('counterpart', shown(draft.counterparts)),
    ...roles('host', shown(draft.hosts)),
    ...roles('mediator', shown(draft.mediators)),
  ];
}

/** A party that the sentence does not name is shown by the words that named it last before. */
function asNamed(ctx: ReportContext, party: Party): Party {
  if (party.text !== '') return party;
  const named = ctx.actors.filter((m) => party.codes.some((code) => m.codes.includes(code)));
  const { start, end } = named.findLast((m) => m.end <= party.start) ?? named[0] ?? party;
  return { ...party, start, end, text: ctx.report.text.slice(start, end) };
}

const BARE_PRONOUN = /^(it|he|she|they|we|i|them|him|her|us|its|his|their|our|who|which)$/i;

/** A pronoun is shown by the words it stands for, where they were found. */
function inFullWords(ctx: ReportContext, party: Party): Party {
  const before = party.mention?.antecedent;
  if (!before || !BARE_PRONOUN.test(party.text)) return party;
  return { ...party, start: before.start, end: before.end, text: ctx.report.text.slice(before.start, before.end) };
}

function roles(role: RoleName, parties: readonly Party[]): Role[] {
  return parties.flatMap((p): Role[] => {
    const at = { role, text: p.text, start: p.start, end: p.end };
    const m = p.mention;
    const more = {
      ...(m?.name === undefined ? {} : { name: m.name }),
      ...(m?.office === undefined ? {} : { office: m.office }),
      ...(p.partial ? { partial: true } : {}),
    };
    if (p.codes.length === 0) return [{ ...at, ...more, code: null }];
    return p.codes.map((code) => ({ ...at, ...more, code }));
  });
}

function placeOf(draft: Draft): Claim['place'] {
  const host = draft.hosts[0];
  return host ? { start: host.start, end: host.end, name: host.text } : null;
}

function chainOf(draft: Draft): readonly [AttributionLink, ...AttributionLink[]] {
  if (draft.utterance) return draft.utterance.chain;
  const actor = draft.actors[0];
  if (!draft.speech || !actor) return [NARRATOR];
  const state = actor.codes[0] ?? null;
  const m = actor.mention;
  const person = m?.kind === 'person';
  return [{ link: person ? 'speaker' : 'organ', name: m?.name ?? actor.text, role: m?.office ?? null, state }];
}

function quotedOf(draft: Draft): Claim['quoted'] {
  return draft.utterance?.quoted ?? 'none';
}

/** Content hash: the same report and meaning give the same id, whatever the order of rules. */
function idOf(
  ctx: ReportContext,
  draft: Draft,
  actors: readonly ActorCode[],
  counterparts: readonly ActorCode[],
  evidence: readonly Evidence[],
): string {
  const first = evidence[0]!;
  const parts = [
    ctx.report.id,
    first.start,
    draft.trigger.start,
    draft.kind,
    draft.plover,
    actors,
    counterparts,
    draft.status,
  ];
  return `c${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;
}
