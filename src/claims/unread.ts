/** Sentences that no frame reads though two sides act in them: what they are most like tells the class. */
import type { ReportContext } from './context.ts';
import { type Draft, draftsOf, needsFit } from './draft.ts';
import type { Frame } from './lexicon.ts';
import { likenessOf, voiceAt } from './likeness/likeness.ts';
import type { Match } from './match.ts';
import { actingIn } from './parties.ts';
import { isPassive, isVerb, type Tree } from './tree.ts';

/** Chance of a class from which on it is taken. */
const LEAST_CHANCE = 0.3;

/** Drafts for the sentences of the body of which nothing is told yet. */
export function unreadOf(ctx: ReportContext, told: readonly Draft[]): Draft[] {
  if (ctx.short) return [];
  const known = new Set(told.map((d) => d.sentence));
  return ctx.trees.filter((t) => !t.headline && !known.has(t.index)).flatMap((t) => likely(ctx, t));
}

function likely(ctx: ReportContext, tree: Tree): Draft[] {
  const sides = new Set(actingIn(tree).flatMap((m) => m.codes));
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (sides.size < 2 || voiceAt(ctx, tree).said || !isVerb(tree.tokens[root])) return [];
  const frame = frameLike(ctx, tree);
  if (!frame) return [];
  const match: Match = {
    frame,
    as: 'verb',
    at: root,
    verb: root,
    carrier: false,
    passive: isPassive(tree, root),
    words: [root],
    score: frame.weight,
  };
  return needsFit(ctx, tree, match) ? draftsOf(ctx, tree, match, [match]) : [];
}

/** The frame for the class that the sentence is most like; none where it is like none enough. */
function frameLike(ctx: ReportContext, tree: Tree): Frame | undefined {
  const [label, chance] = [...likenessOf(ctx, tree)].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (chance < LEAST_CHANCE) return undefined;
  return ctx.lexicon.verbs.get('*like')?.find((t) => t.frame.plover === label)?.frame;
}
