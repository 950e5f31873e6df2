/** "gave them 72 hours to leave": a length of time that one side leaves the other counts from the day it is given. */
import { dayAfter } from '../model/calendar.ts';
import type { DateMention, DateValue, Due, Occurs } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Match } from './match.ts';
import { plainRel, type Tree } from './tree.ts';

const LEAVES_TIME: ReadonlySet<string> = new Set(['give', 'grant', 'allow', 'have', 'get', 'set', 'leave']);
/** With two objects, parsers take the length for a time beside the verb. */
const STANDS_AS: ReadonlySet<string> = new Set(['obj', 'iobj', 'obl:unmarked']);
/** A term counted from some day of a week is still worth knowing. */
const NEAR = 'P1W';

/** The term a match sets by a bare length of time; null where it sets none, or the day it counts from is not known to the week. */
export function grantedTerm(ctx: ReportContext, tree: Tree, match: Match, occurs: Occurs | null): Due | null {
  if (!occurs?.earliest || !occurs.latest || dayAfter(occurs.earliest, NEAR)! < occurs.latest) return null;
  for (const mention of ctx.datesOf.get(tree.index) ?? []) {
    if (mention.type !== 'DURATION' || mention.value !== null || !isGranted(tree, match, mention)) continue;
    const [earliest, latest] = [occurs.earliest, occurs.latest].map((day) => dayAfter(day, mention.timex));
    if (!earliest || !latest) continue;
    const reason = `"${mention.text}" from ${occurs.edtf}`;
    const edtf = earliest === latest ? earliest : `[${earliest}..${latest}]`;
    const value: DateValue = { edtf, earliest, latest, grain: earliest === latest ? 'day' : 'span', reason };
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
