/** "gave them 72 hours to leave": a length of time that one side leaves the other counts from the day it is given. */
import type { DateMention, DateValue, Due, Occurs } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Match } from './match.ts';
import { plainRel, type Tree } from './tree.ts';

const LEAVES_TIME: ReadonlySet<string> = new Set(['give', 'grant', 'allow', 'have', 'get', 'set', 'leave']);
/** With two objects, parsers take the length for a time beside the verb. */
const STANDS_AS: ReadonlySet<string> = new Set(['obj', 'iobj', 'obl:unmarked']);
const HOURS = 24;
const DAY = 86_400_000;

/** The term a match sets by a bare length of time; null where it sets none, or the day it counts from is not known. */
export function grantedTerm(ctx: ReportContext, tree: Tree, match: Match, occurs: Occurs | null): Due | null {
  const from = occurs?.latest ?? null;
  if (from === null || occurs?.earliest !== from) return null;
  for (const mention of ctx.datesOf.get(tree.index) ?? []) {
    if (mention.type !== 'DURATION' || mention.value !== null || !isGranted(tree, match, mention)) continue;
    const day = dayAfter(from, mention.timex);
    if (day === null) continue;
    const reason = `"${mention.text}" from ${from}`;
    const value: DateValue = { edtf: day, earliest: day, latest: day, grain: 'day', reason };
    return { value, text: mention.text, reason };
  }
  return null;
}

/** The length is the object of a verb of giving, which is the match itself or stands beside it. */
function isGranted(tree: Tree, match: Match, { start, end }: DateMention): boolean {
  const inside = tree.tokens.flatMap((t, i) => (t.start >= start && t.end <= end ? [i] : []));
  const head = inside.find((i) => !inside.includes(tree.tokens[i]!.head));
  const token = head === undefined ? undefined : tree.tokens[head];
  if (!token || token.head < 0 || !STANDS_AS.has(token.rel)) return false;
  const giver = tree.tokens[token.head]!;
  if (!LEAVES_TIME.has(tree.lemmas[token.head]!)) return false;
  const verbs = [match.at, match.verb];
  return verbs.includes(token.head) || (plainRel(giver) === 'conj' && verbs.includes(giver.head));
}

/** The day a TIMEX3 length (`PT72H`, `P10D`, `P2W`, `P1M`) after another; null for vague lengths. */
function dayAfter(day: string, timex: string): string | null {
  const found = /^P(T?)(\d+)([HDWM])$/.exec(timex);
  if (!found) return null;
  const [, clock, digits, unit] = found;
  const count = Number(digits);
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'M' && clock === '') date.setUTCMonth(date.getUTCMonth() + count);
  else if (unit === 'H') date.setTime(date.getTime() + Math.ceil(count / HOURS) * DAY);
  else if (unit !== 'M') date.setTime(date.getTime() + count * (unit === 'W' ? 7 : 1) * DAY);
  else return null;
  return date.toISOString().slice(0, 10);
}
