/** Which party a claim is aimed at where its sentence names none: how often, how near and with whom the report names each. */
import type { ActorCode } from '../model/index.ts';
import { type ReportContext, treeAt } from './context.ts';
import { isOrganisation } from './dealing.ts';
import type { Draft } from './draft.ts';
import { actingIn, codesOf, shares } from './parties.ts';
import { childrenBy, type Tree } from './tree.ts';

/** A party that may be the side left out, with its chance among all those the report names. */
export interface Likely {
  readonly code: ActorCode;
  readonly chance: number;
}

/**
 * Weights of a choice among the parties of a report, fitted on coded reports to the sides that their sentences leave out.
 * A side told of often, dealt with by the same doer elsewhere, and named just before is the one most likely meant.
 */
const OFTEN = 1.45;
const DEALT_WITH = 1.1;
/** Named in the sentence itself, in no slot of the words. */
const HERE = 1.5;
const JUST_BEFORE = 0.8;
const NEAR = 0.85;
const IN_HEADLINE = 0.35;
/** A ruling hailed or scorned is that of the body that gave it; what one accedes to is a body too. */
const OF_A_BODY = 2;
const BODILY: ReadonlySet<string> = new Set(
  'ruling verdict judgment judgement arbitration accession membership'.split(' '),
);
/** Sentences back up to which a party is near. */
const REACH = 4;

/** The parties that may be the other side of what `known` do in a draft, likeliest first. */
export function likelySides(
  ctx: ReportContext,
  drafts: readonly Draft[],
  draft: Draft,
  known: readonly ActorCode[],
): Likely[] {
  const others = ctx.parties.filter((code) => !known.includes(code));
  const dealings = dealingsWith(drafts, draft, known);
  const most = Math.max(1, ...others.map((code) => dealings.get(code) ?? 0));
  const body = bearsOnBody(ctx, draft);
  const before = ctx.trees.filter((t) => !t.headline && t.index <= draft.sentence).reverse();
  const scored = others.map((code) => {
    const back = sentencesBack(before, code);
    const score =
      OFTEN * Math.log1p(ctx.counts.get(code) ?? 0) +
      (DEALT_WITH * (dealings.get(code) ?? 0)) / most +
      (back <= 1 ? JUST_BEFORE : 0) +
      (back === 0 ? HERE : 0) +
      (back <= REACH ? NEAR : 0) +
      (inHeadline(ctx, code) ? IN_HEADLINE : 0) +
      (body && isOrganisation(ctx, code) ? OF_A_BODY : 0);
    return { code, weight: Math.exp(score) };
  });
  const all = scored.reduce((sum, s) => sum + s.weight, 0);
  return scored.map(({ code, weight }) => ({ code, chance: weight / all })).sort((a, b) => b.chance - a.chance);
}

/** "Hailed the ruling", "ratified the accession treaty": only a court or a union can be the other side of it. */
function bearsOnBody(ctx: ReportContext, { topic }: Draft): boolean {
  const tree = treeAt(ctx, topic.sentence)!;
  const objects = childrenBy(tree, topic.at, 'obj', 'nsubj:pass');
  return objects.some((o) => [o, ...childrenBy(tree, o, 'compound')].some((c) => BODILY.has(tree.lemmas[c] ?? '')));
}

/** How many of the drafts that have one of `known` on a side have each other party across from it; who does it with them is no other side. */
function dealingsWith(
  drafts: readonly Draft[],
  draft: Draft,
  known: readonly ActorCode[],
): ReadonlyMap<ActorCode, number> {
  const out = new Map<ActorCode, number>();
  for (const d of drafts) {
    if (d.trigger.start === draft.trigger.start) continue;
    for (const code of acrossFrom(d, known)) out.set(code, (out.get(code) ?? 0) + 1);
  }
  return out;
}

/** The sides of a draft that deal with one of `known` there. */
function acrossFrom({ actors, counterparts, mutual }: Draft, known: readonly ActorCode[]): readonly ActorCode[] {
  const sides = mutual ? [codesOf([...actors, ...counterparts])] : [codesOf(actors), codesOf(counterparts)];
  const own = sides.findIndex((codes) => shares(codes, known));
  if (own < 0) return [];
  return sides[mutual ? own : 1 - own]!.filter((code) => !known.includes(code));
}

/** How many sentences back a party last acts, the latest first; none counts as far. */
function sentencesBack(before: readonly Tree[], code: ActorCode): number {
  const at = before.findIndex((t) => actingIn(t).some((m) => m.codes.includes(code)));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function inHeadline(ctx: ReportContext, code: ActorCode): boolean {
  return ctx.trees.some((t) => t.headline && actingIn(t).some((m) => m.codes.includes(code)));
}
