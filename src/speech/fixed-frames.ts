/** Frames of fixed shape: "according to X", "citing X", passives, "quoted X as saying". In: a line and a cue. Out: a frame or null. */
import { beforeRegion, isLeadIn } from './before.ts';
import type { Cue } from './cues.ts';
import type { Frame } from './frame.ts';
import {
  hasFinite,
  isBetween,
  isComma,
  isDash,
  isFiniteVerb,
  isStop,
  type Line,
  type Region,
  type Subject,
} from './line.ts';
import { hasWord, regionTo, untilComma } from './regions.ts';
import { withRegions } from './regular-frame.ts';
import { subjectAfter, subjectBefore } from './subject.ts';

/** "according to X": X runs to the comma or the end. */
export function accordingFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  let end = cue.last;
  while (
    end < line.tokens.length &&
    !isComma(line, end) &&
    !isStop(line, end) &&
    !line.mark[end] &&
    !isDash(line, end) &&
    line.low[end] !== ')'
  ) {
    if (end > cue.last && isFiniteVerb(line, end) && /^(?:who|which|that)$/.test(line.low[end - 1] ?? '')) {
      end -= 1;
      break;
    }
    end += 1;
  }
  if (end === cue.last) return null;
  const beside = isComma(line, end) ? besideHere(line, end + 1) : null;
  const carrier = beside !== null && CARRIED.test(line.low[beside.start]!) ? beside : null;
  const subject: Subject = { start: cue.last, end, beside: carrier === null ? beside : null };
  const stop =
    beside?.end ??
    (/^(?:who|which|that)$/.test(line.low[end] ?? '')
      ? untilComma(line, { start: end, end: line.tokens.length }).end
      : end);
  const before = beforeRegion(line, cue.first, earlier);
  const rest = restAfter(line, stop);
  const whole = { start: cue.first, end: stop };
  const base = { cue, subject, whole, addressee: null, tail: carrier };
  if (before === null || isLeadIn(line, before)) {
    return rest === null ? { ...base, content: [], shape: 'none' } : { ...base, content: [rest], shape: 'after' };
  }
  const goesOn =
    rest !== null && isComma(line, stop) && !/^(?:citing|quoting|who|which|while|as|when)$/.test(line.low[rest.start]!);
  return { ...base, content: goesOn ? [before, rest] : [before], shape: goesOn ? 'around' : 'before' };
}

/** "Tallinn's version, carried by a news agency,": the phrase names who carries it and not who speaks. */
const CARRIED = /^(?:carried|published|quoted|cited|reported|aired|relayed)$/;

/** A phrase in commas after the named source: no verb in it, and the clause goes on after a second comma. */
function besideHere(line: Line, from: number): Region | null {
  let end = from;
  while (end < line.tokens.length && !isComma(line, end) && !isStop(line, end) && !line.mark[end] && end - from < 14)
    end += 1;
  const region = { start: from, end };
  const named =
    CARRIED.test(line.low[from] ?? '') ||
    /^(?:the|a|an)$/.test(line.low[from] ?? '') ||
    /^\p{Lu}/u.test(line.tokens[from]?.text ?? '');
  return isComma(line, end) && named && end > from && !hasFinite(line, region) ? region : null;
}

function restAfter(line: Line, stop: number): Region | null {
  let start = isComma(line, stop) || line.low[stop] === ':' || isDash(line, stop) ? stop + 1 : stop;
  // "According to Nordfax, quoting a source, the truck was empty": the source is no part of what is said.
  if (start > stop && /^(?:quoting|citing)$/.test(line.low[start] ?? '')) {
    const { end } = untilComma(line, { start, end: line.tokens.length });
    if (isComma(line, end)) start = end + 1;
  }
  const region = regionTo(line, start);
  return region.end > region.start && hasWord(line, region) ? region : null;
}

/** "…, citing two officials": names where a paper or agency has it from; hands nothing over itself. */
export function citingFrame(line: Line, cue: Cue): Frame | null {
  let end = cue.last;
  while (
    end < line.tokens.length &&
    !isComma(line, end) &&
    !isStop(line, end) &&
    !isDash(line, end) &&
    !(line.mark[end] && end > cue.last) &&
    !(isFiniteVerb(line, end) && end > cue.last + 1 && line.tokens[end]!.rel === 'root')
  )
    end += 1;
  if (end === cue.last) return null;
  const whole = { start: cue.first, end };
  return {
    cue,
    subject: { start: cue.last, end, beside: null },
    whole,
    content: [],
    addressee: null,
    tail: null,
    shape: 'none',
  };
}

/** "was quoted as saying", "is said by Y to", "was told by Y that". */
export function passiveFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  const asSaying = cue.verb.rule === 'speech/en/quoted-as';
  const left = subjectBefore(line, cue.first);
  if (asSaying) return left === null ? null : withRegions(line, cue, left, left.start, cue.last, earlier);
  const by = agentAfter(line, cue.last);
  if (by < 0) return null;
  const agent = subjectAfter(line, by + 1);
  if (agent === null) return null;
  const end = agentEnd(line, agent);
  const subject = { start: by + 1, end, beside: null };
  const opens = isComma(line, end) && line.low[end + 1] === 'that' ? end + 2 : end;
  const content = opens > end || opensContent(line, end) ? regionTo(line, opens) : { start: end, end };
  const before = left === null ? null : { start: left.start, end: skipBack(line, cue.first) };
  const told = cue.verb.addressee
    ? [content]
    : [...(before === null ? [] : [before]), ...(hasWord(line, content) ? [content] : [])];
  if (!told.some((r) => hasWord(line, r))) return null;
  return {
    cue,
    subject,
    whole: { start: cue.first, end },
    content: told,
    addressee: cue.verb.addressee && left !== null ? left : null,
    tail: null,
    shape: 'after',
  };
}

/** After the agent: "that …", "to be …", "as …", "of …", or a quotation. */
function opensContent(line: Line, at: number): boolean {
  return (
    /^(?:that|to|as|of|:)$/.test(line.low[at] ?? '') ||
    line.mark[at] === true ||
    (line.quotation[at] ?? -1) >= 0 ||
    line.mark[at + 1] === true
  );
}

function agentAfter(line: Line, from: number): number {
  for (let i = from; i < Math.min(line.tokens.length, from + 4); i += 1) if (line.low[i] === 'by') return i;
  return -1;
}

/** The agent ends where its content begins: "by Manila that …", "by their owners to be …", "by X as …". */
function agentEnd(line: Line, agent: Subject): number {
  for (let i = agent.start; i < agent.end; i += 1)
    if (/^(?:that|to|as|of)$/.test(line.low[i]!) && i > agent.start && (line.low[i] !== 'of' || i > agent.start + 6))
      return i;
  return agent.end;
}

function skipBack(line: Line, at: number): number {
  let k = at;
  while (k > 0 && isBetween(line, k - 1)) k -= 1;
  return k;
}
