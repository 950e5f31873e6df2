/** What sort of report it is: of dealings between governments, or of home affairs, games or firms that name states. */

import type { ReportContext } from './context.ts';
import type { Draft } from './draft.ts';
import { codesOf } from './parties.ts';
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

/**
 * Least share of the body's sentences in which two sides act, for a report to be one of dealings. On invented and coded
 * reports of dealings it is above 0.15 nearly always, on home politics that name a foreign state now and then below 0.1.
 */
const DEALING_SHARE = 0.12;
/** Sentences from which on that share tells something. */
const TELLING_LENGTH = 8;

/**
 * True where the report plainly deals with dealings of parties: two of them in its headline, or two sentences that tell of
 * a dealing with both sides named. Only then may a missing side be taken from what the report is about.
 */
export function tellsOfDealings(ctx: ReportContext, drafts: readonly Draft[]): boolean {
  const body = ctx.trees.filter((t) => !t.headline);
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

/** How many sides act in a sentence; a place that is only named acts nothing. */
function sidesActing(tree: Tree): number {
  return new Set(tree.actors.filter((m) => !m.partial && m.reading === 'actor').flatMap((m) => m.codes)).size;
}

const OFFICIAL: ReadonlySet<string> = new Set(['organ', 'office', 'person', 'mission', 'capital', 'metonym']);

/** How many sides speak or act through officials, organs or seats, or (where asked for) under their plain names. */
function officials(trees: readonly Tree[], plain?: 'name'): number {
  const codes = trees.flatMap((t) =>
    t.actors
      .filter((m) => m.reading === 'actor' && !m.partial && (OFFICIAL.has(m.form) || m.form === plain))
      .flatMap((m) => m.codes),
  );
  return new Set(codes).size;
}
