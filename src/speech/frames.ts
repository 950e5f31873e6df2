/** Joins a cue with its subject and the stretches it hands over. In: a line and its cues. Out: frames over token regions. */

import { type After, afterCue } from './after.ts';
import type { Cue } from './cues.ts';
import {
  hasFinite,
  isBetween,
  isComma,
  isDash,
  isFiniteVerb,
  isOpener,
  isPreposition,
  isStop,
  isTime,
  type Line,
  type Region,
  type Subject,
} from './line.ts';
import { allQuoted, endsInQuotation, hasWord, regionTo, untilComma } from './regions.ts';
import { sentenceSubject, subjectAfter, subjectBefore } from './subject.ts';
import { childOf, treeSubject } from './tree.ts';

/** A cue with all that the sentence says about it. */
export interface Frame {
  readonly cue: Cue;
  readonly subject: Subject | null;
  /** The stretch the whole attribution takes: subject, cue and its tail. */
  readonly whole: Region;
  readonly content: readonly Region[];
  readonly addressee: Region | null;
  /** Words after the cue that tell when, where and through whom. */
  readonly tail: Region | null;
  /** `before`: the content stands before the attribution, so what lies in it is nested. */
  readonly shape: 'before' | 'after' | 'around' | 'none';
}

/** Frames of all cues of a line, in order. */
export function framesOf(line: Line, cues: readonly Cue[]): Frame[] {
  const out: Frame[] = [];
  cues.forEach((cue, i) => {
    const frame = frameOf(line, cue, cues[i + 1] ?? null, out);
    if (frame !== null) out.push(frame);
  });
  return trimmed(line, out);
}

function frameOf(line: Line, cue: Cue, next: Cue | null, earlier: readonly Frame[]): Frame | null {
  if (cue.kind === 'according') return accordingFrame(line, cue, earlier);
  if (cue.kind === 'citing') return citingFrame(line, cue);
  if (cue.kind === 'impersonal') return withRegions(line, cue, null, cue.first, cue.last, earlier);
  if (cue.voice === 'passive') return passiveFrame(line, cue, earlier);
  if (cue.voice === 'quoted-as') return quotedAsFrame(line, cue, earlier);
  const left = cue.voice === 'participle' ? null : subjectBefore(line, cue.first);
  if (left !== null) return withRegions(line, cue, left, left.start, cue.last, earlier);
  const right = cue.voice === 'participle' ? null : invertedSubject(line, cue);
  if (right !== null) return invertedFrame(line, cue, right, earlier);
  return sharedFrame(line, cue, next, earlier);
}

/** "…, said X": the verb follows a comma, a mark or nothing, and a name or noun follows it. */
function invertedSubject(line: Line, cue: Cue): Subject | null {
  const before = cue.first - 1;
  const placed =
    before < 0 ||
    isComma(line, before) ||
    line.mark[before] ||
    isDash(line, before) ||
    /^[?!]$/.test(line.low[before]!);
  if (!placed || cue.last >= line.tokens.length || isOpener(line, cue.last) || isPreposition(line, cue.last))
    return null;
  if (line.mark[cue.last] || isComma(line, cue.last) || isStop(line, cue.last)) return null;
  if (/^(?:him|her|them|us|me|it|that)$/.test(line.low[cue.last]!)) return null;
  if (line.tagged && !/^(?:NN|DT|PRP|JJ|CD|PDT|POS|VBG|VBN|RB|FW|UH|IN)/.test(line.tokens[cue.last]!.xpos)) return null;
  return subjectAfter(line, cue.last);
}

function invertedFrame(line: Line, cue: Cue, subject: Subject, earlier: readonly Frame[]): Frame {
  const end = subject.beside?.end ?? subject.end;
  const after = afterCue(line, cue, end);
  const before = beforeRegion(line, cue.first, earlier);
  const content: Region[] = before === null ? [] : [before];
  if (after.kind === 'quotation' || (after.kind === 'clause' && before === null))
    content.push(regionTo(line, after.content));
  else if (after.kind === 'parenthesis' && resumes(line, after.content)) content.push(regionTo(line, after.content));
  const shape = before === null ? 'after' : content.length > 1 ? 'around' : 'before';
  return {
    cue,
    subject,
    whole: { start: cue.first, end: Math.max(end, after.tail.end) },
    content,
    addressee: null,
    tail: after.tail,
    shape,
  };
}

/** A verb with a subject on its left. */
function withRegions(
  line: Line,
  cue: Cue,
  subject: Subject | null,
  start: number,
  end: number,
  earlier: readonly Frame[],
): Frame | null {
  const before = beforeRegion(line, start, earlier);
  const read = afterCue(line, cue, end);
  const after =
    before !== null && closedBefore(line, start) && isTrailing(line, cue, read)
      ? { ...read, kind: 'none' as const }
      : read;
  const whole = { start, end: after.tail.end };
  const base = { cue, subject, whole, addressee: after.addressee, tail: after.tail };
  const around = before !== null && closedBefore(line, start) && !isLeadIn(line, before);
  switch (after.kind) {
    case 'clause':
    case 'object':
    case 'quotation': {
      const here = regionTo(line, after.content);
      const both = around && (after.kind === 'quotation' || endsInQuotation(line, before));
      return { ...base, content: both ? [before, here] : [here], shape: both ? 'around' : 'after' };
    }
    case 'parenthesis': {
      if (before === null || isLeadIn(line, before))
        return { ...base, content: [regionTo(line, after.content)], shape: 'after' };
      const rest = resumes(line, after.content) ? [regionTo(line, after.content)] : [];
      if (!closedBefore(line, start)) return { ...base, content: [], shape: 'none' };
      if (/^(?:which|that|who)$/.test(line.low[start - 2] ?? '')) return { ...base, content: rest, shape: 'after' };
      return { ...base, content: [before, ...rest], shape: rest.length > 0 ? 'around' : 'before' };
    }
    case 'none':
      if (before === null || !closedBefore(line, start) || isLeadIn(line, before))
        return { ...base, content: [], shape: 'none' };
      return { ...base, content: [before], shape: 'before' };
  }
}

/** The parse has the clause that is said on the left, and what follows is no clause introduced by "that" or marks. */
function isTrailing(line: Line, cue: Cue, after: After): boolean {
  if (!line.tagged || (after.kind !== 'object' && after.kind !== 'clause')) return false;
  if (line.low[after.content - 1] === 'that' || cue.verb.object) return false;
  const token = line.tokens[cue.first]!;
  const left = childOf(line, cue.first, /^ccomp$/);
  const right = line.tokens.some((t, i) => i > cue.first && t.head === cue.first && t.rel === 'ccomp');
  return !right && ((left >= 0 && left < cue.first) || (token.rel.startsWith('parataxis') && token.head < cue.first));
}

/** A verb that shares the subject of an earlier cue or of the sentence: "said X and added Y", ", adding Y". */
function sharedFrame(line: Line, cue: Cue, _next: Cue | null, earlier: readonly Frame[]): Frame | null {
  const conjunct = cue.voice === 'participle' || afterConjunction(line, cue.first);
  if (!conjunct) return null;
  const from =
    earlier.findLast((f) => f.subject !== null && sharesWith(line, f, cue)) ??
    earlier.findLast((f) => f.subject !== null && f.cue.kind === 'verb') ??
    null;
  const subject = from?.subject ?? headSubject(line, cue.first) ?? sentenceSubject(line, cue.first);
  if (subject === null) return null;
  const after = afterCue(line, cue, cue.last);
  if (after.kind === 'none' || (after.kind === 'parenthesis' && cue.verb.only === 'clause')) return null;
  const start = conjunctionStart(line, cue.first);
  return {
    cue,
    subject,
    whole: { start, end: after.tail.end },
    content: [regionTo(line, after.content)],
    addressee: after.addressee,
    tail: after.tail,
    shape: 'after',
  };
}

/** Subject of the verb that this one is coordinated with or hangs on. */
function headSubject(line: Line, verb: number): Subject | null {
  let at = line.tokens[verb]!.head;
  for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
    const subject = at < verb ? treeSubject(line, at) : null;
    if (subject !== null) return subject;
    at = line.tokens[at]!.head;
  }
  return null;
}

/** The tree decides where it is sure; otherwise the first speaker of the sentence keeps the word. */
function sharesWith(line: Line, frame: Frame, cue: Cue): boolean {
  const head = line.tokens[cue.first]!.head;
  if (line.tagged && head >= 0 && /^(?:conj|advcl|parataxis)/.test(line.tokens[cue.first]!.rel)) {
    return head >= frame.cue.first && head < frame.cue.last;
  }
  return true;
}

function afterConjunction(line: Line, first: number): boolean {
  let at = first - 1;
  while (at >= 0 && isBetween(line, at)) at -= 1;
  return at >= 0 && /^(?:and|but|or|then|,)$/.test(line.low[at]!);
}

function conjunctionStart(line: Line, first: number): number {
  let at = first;
  while (at > 0 && (isBetween(line, at - 1) || /^(?:and|but|or|,)$/.test(line.low[at - 1]!))) at -= 1;
  return at;
}

/** "according to X": X runs to the comma or the end. */
function accordingFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
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
  const subject: Subject = { start: cue.last, end, beside };
  const stop =
    beside?.end ??
    (/^(?:who|which|that)$/.test(line.low[end] ?? '')
      ? untilComma(line, { start: end, end: line.tokens.length }).end
      : end);
  const before = beforeRegion(line, cue.first, earlier);
  const rest = restAfter(line, stop);
  const whole = { start: cue.first, end: stop };
  const base = { cue, subject, whole, addressee: null, tail: null };
  if (before === null || isLeadIn(line, before)) {
    return rest === null ? { ...base, content: [], shape: 'none' } : { ...base, content: [rest], shape: 'after' };
  }
  const goesOn = rest !== null && isComma(line, stop);
  return { ...base, content: goesOn ? [before, rest] : [before], shape: goesOn ? 'around' : 'before' };
}

/** A phrase in commas after the named source: no verb in it, and the clause goes on after a second comma. */
function besideHere(line: Line, from: number): Region | null {
  let end = from;
  while (end < line.tokens.length && !isComma(line, end) && !isStop(line, end) && !line.mark[end] && end - from < 14)
    end += 1;
  const region = { start: from, end };
  const named = /^(?:the|a|an)$/.test(line.low[from] ?? '') || /^\p{Lu}/u.test(line.tokens[from]?.text ?? '');
  return isComma(line, end) && named && end > from && !hasFinite(line, region) ? region : null;
}

function restAfter(line: Line, stop: number): Region | null {
  const start = isComma(line, stop) || line.low[stop] === ':' || isDash(line, stop) ? stop + 1 : stop;
  const region = regionTo(line, start);
  return region.end > region.start && hasWord(line, region) ? region : null;
}

/** "…, citing two officials": names where a paper or agency has it from; hands nothing over itself. */
function citingFrame(line: Line, cue: Cue): Frame | null {
  let end = cue.last;
  while (
    end < line.tokens.length &&
    !isComma(line, end) &&
    !isStop(line, end) &&
    !isDash(line, end) &&
    !(line.mark[end] && end > cue.last)
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
function passiveFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  const asSaying = cue.verb.rule === 'speech/en/quoted-as';
  const left = subjectBefore(line, cue.first);
  if (asSaying) return left === null ? null : withRegions(line, cue, left, left.start, cue.last, earlier);
  const by = agentAfter(line, cue.last);
  if (by < 0) return null;
  const agent = subjectAfter(line, by + 1);
  if (agent === null) return null;
  const end = agentEnd(line, agent);
  const subject = { start: by + 1, end, beside: null };
  const content = regionTo(line, end);
  const before = left === null ? null : { start: left.start, end: skipBack(line, cue.first) };
  const told = cue.verb.addressee
    ? [content]
    : [...(before === null ? [] : [before]), ...(hasWord(line, content) ? [content] : [])];
  if (told.length === 0) return null;
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

/** "Agency quoted X as saying that …": X speaks, the agency carries it. */
function quotedAsFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  let as = cue.last;
  while (as < line.tokens.length && line.low[as] !== 'as') as += 1;
  if (as >= line.tokens.length - 1 || as === cue.last) return null;
  const subject: Subject = { start: cue.last, end: as, beside: null };
  const carrier = subjectBefore(line, cue.first);
  const start = carrier?.start ?? cue.first;
  const inner = { ...cue, last: as + 2 };
  const frame = withRegions(line, inner, subject, start, as + 2, earlier);
  return frame === null ? null : { ...frame, cue: { ...inner, voice: 'quoted-as' }, addressee: carrier };
}

/** What may be content before the attribution that begins at `start`: back to the last border of the sentence. */
function beforeRegion(line: Line, start: number, earlier: readonly Frame[]): Region | null {
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
function closedBefore(line: Line, start: number): boolean {
  let at = start - 1;
  if (line.low[at] === 'as' || line.low[at] === 'so') at -= 1;
  return at >= 0 && (isComma(line, at) || line.mark[at]! || isDash(line, at) || /^[?!]$/.test(line.low[at]!));
}

/** "On Friday," or "Asked about it,": an adverbial that leads in and says nothing itself. */
function isLeadIn(line: Line, given: Region): boolean {
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
function resumes(line: Line, at: number): boolean {
  const region = regionTo(line, at);
  if (!hasWord(line, region)) return false;
  let from = region.start;
  if (line.mark[from] || line.quotation[from]! >= 0) return true;
  while (from < region.end - 1 && isBetween(line, from) && !isFiniteVerb(line, from)) from += 1;
  const first = line.low[from]!;
  if (/ing$/.test(first) || NO_RESUMPTION.test(first)) return false;
  return hasFinite(line, region) || isBetween(line, region.start);
}

/** Cuts contents at the attributions that follow them, and drops frames that hand nothing over. */
function trimmed(line: Line, frames: readonly Frame[]): Frame[] {
  return frames.map((frame, i) => {
    const later = frames.slice(i + 1).filter((f) => f.whole.start >= frame.cue.last);
    const content = frame.content
      .map((region) => cutRegion(line, region, frame, later))
      .filter((r) => r.end > r.start && hasWord(line, r));
    return { ...frame, content };
  });
}

/** ", a claim that Ankara denies": the reporter comes back to what was said. */
function commentStart(line: Line, region: Region): number {
  for (let i = region.start + 1; i + 2 < region.end; i += 1) {
    if (
      isComma(line, i) &&
      /^(?:a|an)$/.test(line.low[i + 1]!) &&
      line.lexicon.claims.has(line.low[i + 2]!) &&
      line.quotation[i]! < 0
    )
      return i;
  }
  return region.end;
}

function cutRegion(line: Line, region: Region, frame: Frame, later: readonly Frame[]): Region {
  let end = region.end;
  for (const other of later) {
    if (
      other.subject === frame.subject &&
      /^(?:and|but|or|,)$/.test(line.low[other.whole.start]!) &&
      other.whole.start <= region.start &&
      other.whole.end > region.start
    )
      return { start: region.start, end: region.start };
    if (other.whole.start <= region.start || other.whole.start >= end) continue;
    const outer =
      other.shape === 'before' || (other.shape === 'around' && other.content[0]!.start <= frame.whole.start);
    const sibling = other.subject !== null && other.subject === frame.subject;
    if (outer || sibling || other.cue.kind === 'citing') end = other.whole.start;
  }
  if (region.start > frame.cue.first) end = Math.min(end, commentStart(line, region));
  while (
    end > region.start &&
    (isComma(line, end - 1) || isDash(line, end - 1) || /^(?:and|but|or|as)$/.test(line.low[end - 1]!))
  )
    end -= 1;
  return { start: region.start, end };
}
