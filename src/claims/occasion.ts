/** The day of a meeting that a report is about, for what was said and agreed at it. In: the drafts of a report. Out: the same, dated. */
import { addDays } from '../model/calendar.ts';
import type { Occurs } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Draft } from './draft.ts';
import { codesOf } from './parties.ts';
import { reportDay } from './times.ts';

/** A report opens with the meeting it is about. */
const OPENING = 4;
/** Reports told within a day need no help: what has no day is news of today or yesterday. */
const LATE_DAYS = 2;

/**
 * A report printed days after the meeting that it opens with tells what happened there, not yesterday's news: "The Oslo side promised
 * to reply" takes the day of the meeting where none but those who met act. Two meetings on different days leave it open.
 */
export function datedByOccasion(ctx: ReportContext, drafts: readonly Draft[]): Draft[] {
  const occasion = occasionOf(ctx, drafts);
  if (occasion === null) return [...drafts];
  const met = new Set(sidesOf(occasion));
  return drafts.map((draft) => {
    const codes = sidesOf(draft);
    const among = codes.length > 0 && codes.every((code) => met.has(code));
    if (!among || draft.sentence <= occasion.sentence || !isUndatedNews(ctx, draft)) return draft;
    const reason = `no day is told: that of the meeting the report opens with, ${occasion.occurs!.edtf}`;
    return { ...draft, occurs: { ...occasion.occurs!, reason, text: null } satisfies Occurs };
  });
}

function occasionOf(ctx: ReportContext, drafts: readonly Draft[]): Draft | null {
  const day = reportDay(ctx.report);
  if (day === null) return null;
  const late = addDays(day, -LATE_DAYS);
  const met = drafts.filter(
    (d) => d.plover === 'CONSULT' && d.status === 'happened' && isDay(d.occurs) && d.occurs!.text !== null,
  );
  const [first] = met.filter((d) => d.sentence < OPENING && sidesOf(d).length > 1);
  if (!first || first.occurs!.latest! > late) return null;
  return met.some((d) => d.occurs!.latest !== first.occurs!.latest) ? null : first;
}

const sidesOf = (draft: Draft): string[] => codesOf([...draft.actors, ...draft.counterparts]);

function isDay(occurs: Occurs | null): boolean {
  return occurs?.earliest != null && occurs.earliest === occurs.latest;
}

/** Told in the plain past without a day of its own, so dated to the report. */
function isUndatedNews(ctx: ReportContext, { occurs, said, sentence }: Draft): boolean {
  if (occurs === null || occurs.text !== null || said !== null || occurs.latest === null) return false;
  const named = (ctx.datesOf.get(sentence) ?? []).some(
    (d) => d.value?.latest != null && d.value.latest <= occurs.latest!,
  );
  return !named && occurs.latest === reportDay(ctx.report) && occurs.earliest === addDays(occurs.latest, -1);
}
