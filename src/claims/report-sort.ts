/** What sort of report it is: of dealings between governments, or of home affairs, games or firms that name states. */

import type { ActorCode } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Draft } from './draft.ts';
import { actingIn, codesOf } from './parties.ts';
import type { Tree } from './tree.ts';

const GAME_SHARE = 0.3;
const FIRM_SHARE = 0.5;
const SHOW_SHARE = 0.3;

/** A page of sports, of business or of the arts: teams, firms and players meet, offer and refuse under the names of states. */
export function tellsOfOthers(ctx: ReportContext): boolean {
  return isFullOf(ctx, 'games', GAME_SHARE) || isFullOf(ctx, 'firms', FIRM_SHARE) || isFullOf(ctx, 'shows', SHOW_SHARE);
}

function isFullOf(ctx: ReportContext, list: string, share: number): boolean {
  const words = ctx.lexicon.lists.get(list);
  const told = ctx.trees.filter((t) => t.lemmas.some((l) => words?.has(l))).length;
  return told >= 2 && told >= share * ctx.trees.length;
}

const TIMES_TOLD = 2;
/** States whose officials, organs or seats act, from which on a report is no home affair that names a foreign state now and then. */
const CAST = 3;

/**
 * Least share of the body's sentences in which two sides act, for a report to be one of dealings. On invented and coded
 * reports of dealings it is above 0.15 nearly always, on home politics that name a foreign state now and then below 0.1.
 */
const DEALING_SHARE = 0.12;
/** Sentences from which on that share tells something. */
const TELLING_LENGTH = 8;

/**
 * True where the report plainly deals with dealings of parties: two of them run through it or stand in its headline, the
 * officials of three act in it, or two sentences tell of a dealing with both sides named. Only then may a missing side be taken from what the report is about.
 */
export function tellsOfDealings(ctx: ReportContext, drafts: readonly Draft[]): boolean {
  const body = ctx.trees.filter((t) => !t.headline);
  if (runsBetweenTwo(ctx, body, drafts) || (drafts.length > 0 && officials(body) >= CAST)) return true;
  const dealing = body.filter((t) => sidesActing(t) >= 2).length;
  if (body.length >= TELLING_LENGTH && dealing < DEALING_SHARE * body.length) return false;
  const named = new Set(ctx.trees.filter((t) => t.headline).flatMap((t) => t.actors.flatMap((m) => m.codes)));
  if (named.size >= 2) return true;
  const told = drafts.filter((d) => codesOf([...d.actors, ...d.counterparts]).length >= 2);
  if (new Set(told.map((d) => d.sentence)).size >= TIMES_TOLD) return true;
  return (
    told.length > 0 &&
    officials(ctx.trees) >= 2 &&
    ctx.trees.filter((t) => officials([t], 'name') >= 2).length >= TIMES_TOLD
  );
}

/**
 * Least share of the body's sentences in which each of the two main sides acts, for the report to be about what they do to
 * each other though few sentences name both. Short reports of dealings mostly tell one side's step in each sentence; of
 * reports of home affairs, games and firms hardly any reaches it for a second state.
 */
const RUNNING_SHARE = 0.2;
const RUNNING_TIMES = 2;

/** Each of the two main sides acts again and again, at least one of them through its officials, and a dealing is told of one. */
function runsBetweenTwo(ctx: ReportContext, body: readonly Tree[], drafts: readonly Draft[]): boolean {
  const main = ctx.parties.slice(0, 2);
  if (main.length < 2) return false;
  const least = Math.max(RUNNING_TIMES, RUNNING_SHARE * body.length);
  if (main.some((code) => body.filter((t) => acts(t, code)).length < least)) return false;
  const official = main.some((code) => body.some((t) => acts(t, code, OFFICIAL)));
  return official && drafts.some((d) => codesOf(d.actors).some((code) => main.includes(code)));
}

/** Whether a side acts in a sentence, in any form or in one of those given. */
function acts(tree: Tree, code: ActorCode, forms?: ReadonlySet<string>): boolean {
  return actingIn(tree).some((m) => m.codes.includes(code) && (forms === undefined || forms.has(m.form)));
}

/** How many sides act in a sentence. */
function sidesActing(tree: Tree): number {
  return new Set(actingIn(tree).flatMap((m) => m.codes)).size;
}

const OFFICIAL: ReadonlySet<string> = new Set(['organ', 'office', 'person', 'mission', 'capital', 'metonym']);

/** How many sides speak or act through officials, organs or seats, or (where asked for) under their plain names. */
function officials(trees: readonly Tree[], plain?: 'name'): number {
  const codes = trees.flatMap((t) =>
    actingIn(t)
      .filter((m) => OFFICIAL.has(m.form) || m.form === plain)
      .flatMap((m) => m.codes),
  );
  return new Set(codes).size;
}
