/** Dates that a draft may take: those of its sentence, and those told just before it. In: report, tree, match. Out: placed dates. */
import type { DateMention, Occurs } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Match } from './match.ts';
import type { Mood } from './mood.ts';
import { datesAround, type PlacedDate, pathFrom } from './placed-dates.ts';
import { markOf, type Tree } from './tree.ts';

export function placedDates(ctx: ReportContext, tree: Tree, match: Match, mood: Mood): PlacedDate[] {
  const cues = new Set<number>();
  for (const u of ctx.utterances) {
    if (u.sentence !== tree.index) continue;
    tree.tokens.forEach((t, i) => {
      if (t.start < u.cue.start || t.end > u.cue.end || i === match.at) return;
      // "If Oslo does not answer by May": nobody has said anything yet, and the term is that of the whole.
      if (!CONDITION.test(markOf(tree, i))) cues.add(i);
    });
  }
  return datesAround(tree, match, mood, ctx.datesOf.get(tree.index) ?? [], (i) => cues.has(i));
}

const CONDITION = /^(if|unless)$/;

const OLD_DAYS = 365;
/** Words that open a sentence on the time of the one before: "There the two sides undertook". */
const SAME_TIME: ReadonlySet<string> = new Set(['there', 'then', 'afterwards', 'thereupon']);

/**
 * The day a sentence takes from those before it in its paragraph. Told in the plain past after an old date, it is some day from that
 * date on, no news of today; opened by "there" or "then", it is the day told just before.
 */
export function backStory(ctx: ReportContext, tree: Tree, day: string | null): Occurs | null {
  if (day === null || tree.headline || (ctx.datesOf.get(tree.index) ?? []).length > 0) return null;
  const before = ctx.trees.filter((t) => t.sentence.block === tree.sentence.block && t.index < tree.index);
  const opened = SAME_TIME.has(tree.lemmas[tree.firstWord] ?? '');
  const last = before.filter((t) => datesOfMain(ctx, t).length > 0).at(-1);
  const date = last && datesOfMain(ctx, last).at(-1);
  if (!last || !date?.value?.earliest) return null;
  if (opened && last.index === tree.index - 1 && date.value.latest! <= day) {
    return { ...date.value, reason: `the time told just before, "${date.text}"`, text: null };
  }
  if (daysAhead(day, date.value.latest) < OLD_DAYS) return null;
  const { earliest } = date.value;
  const reason = `told in the past after "${date.text}", not as news: from then up to the report`;
  return { edtf: `[${earliest}..${day}]`, earliest, latest: day, grain: 'span', reason, text: null };
}

/** Dates that say when a sentence's own story happens: not the year of a thing named in it ("the 1988 bombing"). */
function datesOfMain(ctx: ReportContext, tree: Tree): DateMention[] {
  return (ctx.datesOf.get(tree.index) ?? []).filter((date) => {
    if (date.value?.latest == null || date.type === 'DURATION') return false;
    return !pathFrom(tree, date).some((i) => OF_A_THING.has(tree.tokens[i]!.rel));
  });
}

const OF_A_THING: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'compound',
  'nummod',
  'amod',
  'nmod:poss',
  'appos',
]);

/** Days from the day of the report to a date; a date that is not known is never near. */
export function daysAhead(date: string | null, day: string | null): number {
  if (date === null || day === null) return Number.POSITIVE_INFINITY;
  return (Date.parse(date) - Date.parse(day)) / 86_400_000;
}
