/** What may be content before an attribution. In: a line and where the attribution begins. Out: a region, and whether it only leads in. */
import type { Frame } from './frame.ts';
import {
  hasFinite,
  isBetween,
  isComma,
  isDash,
  isFiniteVerb,
  isOpener,
  isPreposition,
  isTime,
  type Line,
  type Region,
} from './line.ts';
import { allQuoted, endsInQuotation, hasWord, regionTo } from './regions.ts';

/** What may be content before the attribution that begins at `start`: back to the last border of the sentence. */
export function beforeRegion(line: Line, start: number, earlier: readonly Frame[]): Region | null {
  const last = earlier.findLast((f) => f.shape === 'before' || f.shape === 'around');
  let from = last === undefined ? line.textStart : last.whole.end;
  for (let i = from; i < start; i += 1) if (line.low[i] === ';') from = i + 1;
  while (from < start && (isComma(line, from) || (last !== undefined && /^(?:and|but)$/.test(line.low[from]!))))
    from += 1;
  let end = start;
  while (end > from && (isComma(line, end - 1) || isDash(line, end - 1) || line.low[end - 1] === 'as')) end -= 1;
  const region = { start: from, end };
  if (hasWord(line, region)) return region;
  return last === undefined ? null : { start: last.content[0]!.start, end };
}

/** A comma, mark or dash stands right before the attribution, so that what is before can be its content. */
export function closedBefore(line: Line, start: number): boolean {
  let at = start - 1;
  if (line.low[at] === 'as' || line.low[at] === 'so') at -= 1;
  return at >= 0 && (isComma(line, at) || line.mark[at]! || isDash(line, at) || /^[?!]$/.test(line.low[at]!));
}

/** "On Friday," or "Asked about it,": an adverbial that leads in and says nothing itself. */
export function isLeadIn(line: Line, given: Region): boolean {
  const bare = /^(?:and|but|or|yet)$/.test(line.low[given.start] ?? '') ? given.start + 1 : given.start;
  const region = bare < given.end ? { start: bare, end: given.end } : given;
  if (endsInQuotation(line, region) && allQuoted(line, region)) return false;
  const leads =
    isPreposition(line, region.start) ||
    isBetween(line, region.start) ||
    isTime(line, region.start) ||
    isOpener(line, region.start) ||
    /(?:ing|ed)$/.test(line.low[region.start]!) ||
    region.end - region.start === 1;
  if (!leads) return false;
  if (/^(?:if|when|although|though|while|because|since|unless|before|after|as)$/.test(line.low[region.start]!))
    return !hasSecondClause(line, region);
  return (
    !hasFinite(line, region) ||
    /^(?:asked|pressed|speaking|commenting|responding|referring|quizzed|questioned|reacting)$/.test(
      line.low[region.start]!,
    )
  );
}

/** After a subordinate clause a main clause follows inside the same stretch: "If X fails, names will follow". */
function hasSecondClause(line: Line, region: Region): boolean {
  for (let i = region.start + 1; i < region.end; i += 1) {
    if (isComma(line, i) && hasFinite(line, { start: i + 1, end: region.end })) return true;
  }
  return false;
}

const NO_RESUMPTION =
  /^(?:who|which|whose|where|when|while|as|according|citing|in|on|at|after|before|during|following|a|an|with|without)$/;

/** Whether the clause broken off before the attribution goes on after it. */
export function resumes(line: Line, at: number): boolean {
  const region = regionTo(line, at);
  if (!hasWord(line, region)) return false;
  let from = region.start;
  if (line.mark[from] || line.quotation[from]! >= 0) return true;
  while (from < region.end - 1 && isBetween(line, from) && !isFiniteVerb(line, from)) from += 1;
  const first = line.low[from]!;
  if (/ing$/.test(first) || NO_RESUMPTION.test(first)) return false;
  return hasFinite(line, region) || isBetween(line, region.start);
}
