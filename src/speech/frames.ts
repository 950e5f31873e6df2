/** Joins a cue with its subject and the stretches it hands over. In: a line and its cues. Out: frames over token regions. */

import { accountFrames } from './account.ts';
import { afterCue } from './after.ts';
import { beforeRegion, resumes } from './before.ts';
import type { Cue } from './cues.ts';
import { accordingFrame, citingFrame, passiveFrame } from './fixed-frames.ts';
import type { Frame } from './frame.ts';
import {
  isBetween,
  isComma,
  isDash,
  isFiniteVerb,
  isOpener,
  isPreposition,
  isStop,
  type Line,
  type Region,
  type Subject,
} from './line.ts';
import { hasWord, regionTo, untilComma } from './regions.ts';
import { withRegions } from './regular-frame.ts';
import { setPhraseFrames } from './set-phrases.ts';
import { sentenceSubject, subjectAfter, subjectBefore } from './subject.ts';
import { treeSubject } from './tree.ts';

/** Frames of all cues of a line, in order. */
export function framesOf(line: Line, cues: readonly Cue[]): Frame[] {
  const out: Frame[] = [];
  cues.forEach((cue) => {
    const frame = frameOf(line, cue, out);
    if (frame !== null) out.push(frame);
  });
  const set = [...accountFrames(line, line.lexicon), ...setPhraseFrames(line, line.lexicon)];
  const accounts = set.filter((a) => !out.some((f) => overlap(f.cue, a.cue)));
  return trimmed(
    line,
    [...out, ...accounts].sort((a, b) => a.cue.first - b.cue.first),
  );
}

function overlap(one: Cue, two: Cue): boolean {
  return one.first < two.last && two.first < one.last;
}

function frameOf(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  if (cue.kind === 'according') return accordingFrame(line, cue, earlier);
  if (cue.kind === 'citing') return citingFrame(line, cue);
  if (cue.kind === 'impersonal') return withRegions(line, cue, null, cue.first, cue.last, earlier);
  if (cue.voice === 'passive') return passiveFrame(line, cue, earlier);
  if (cue.voice === 'quoted-as') return quotedAsFrame(line, cue, earlier);
  const left = cue.voice === 'participle' || isInserted(line, cue) ? null : subjectBefore(line, cue.first);
  if (left !== null) return withRegions(line, cue, left, left.start, cue.last, earlier);
  const right = cue.voice === 'participle' ? null : invertedSubject(line, cue);
  if (right !== null) return invertedFrame(line, cue, right, earlier);
  return sharedFrame(line, cue, earlier);
}

/** "His post, said Ada Wilk, would stay vacant": after a comma the verb has its speaker on its right, closed by a comma. */
function isInserted(line: Line, cue: Cue): boolean {
  if (cue.verb.object || cue.verb.addressee || cue.voice !== 'active' || cue.negated) return false;
  if (!isComma(line, cue.first - 1) || !/^(?:NN|DT|JJ)/.test(line.tokens[cue.last]?.xpos ?? '')) return false;
  let end = cue.last;
  while (end < line.tokens.length && !isComma(line, end) && !isStop(line, end)) {
    if (line.mark[end] || isFiniteVerb(line, end)) return false;
    end += 1;
  }
  return isComma(line, end);
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

/** A verb that shares the subject of an earlier cue or of the sentence: "said X and added Y", ", adding Y". */
function sharedFrame(line: Line, cue: Cue, earlier: readonly Frame[]): Frame | null {
  const conjunct = cue.voice === 'participle' || afterConjunction(line, cue.first);
  if (!conjunct) return null;
  const from =
    earlier.findLast((f) => f.subject !== null && sharesWith(line, f, cue)) ??
    earlier.findLast((f) => f.subject !== null && f.cue.kind === 'verb') ??
    null;
  const subject =
    from?.subject ?? mainSubject(line, cue) ?? headSubject(line, cue.first) ?? sentenceSubject(line, cue.first);
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

/** "He turned aside a question whether troops would leave, calling it unfair": the participle after a comma has the subject of the sentence. */
function mainSubject(line: Line, cue: Cue): Subject | null {
  if (cue.voice !== 'participle' || !isComma(line, cue.first - 1)) return null;
  const root = line.tokens.findIndex((t) => t.head < 0);
  return root >= 0 && root < cue.first ? treeSubject(line, root) : null;
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
  return at >= 0 && /^(?:and|but|or|then)$/.test(line.low[at]!);
}

function conjunctionStart(line: Line, first: number): number {
  let at = first;
  while (at > 0 && (isBetween(line, at - 1) || /^(?:and|but|or|,)$/.test(line.low[at - 1]!))) at -= 1;
  return at;
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

/** "Asmara, which denied it, …": the clause ends at the comma after it. */
function isRelative(line: Line, frame: Frame): boolean {
  if (frame.subject === null) return false;
  for (let i = frame.subject.beside?.end ?? frame.subject.end; i < frame.cue.first; i += 1) {
    if (/^(?:which|who|that)$/.test(line.low[i]!) && isComma(line, i - 1)) return true;
  }
  return false;
}

/** Words that set two speakers beside each other. */
const BESIDE = /^(?:while|whereas|but|and|though|although|yet|or)$/;
/** Between such a word and the second speaker stands at most a phrase of time or place. */
const LEAD = 6;

/** "Lima said A, while Quito said B", "While Lima said A, Quito said B": where the first speaker's words end. */
function besideStart(line: Line, region: Region, frame: Frame, other: Frame): number {
  if (region.start < frame.cue.first || other.shape !== 'after' || other.cue.voice !== 'active') return region.end;
  // A deed goes on with what the first speaker tells: "said A, while Quito pledged B".
  if (other.cue.verb.told === 'reporter') return region.end;
  if (other.subject === null || line.low[pastAdverbs(line, other.cue.first)] === 'had') return region.end;
  const conceded = /^(?:while|whereas|although|though)$/.test(line.low[frame.whole.start - 1] ?? '');
  for (let i = other.whole.start - 1; i > Math.max(region.start, other.whole.start - LEAD); i -= 1) {
    if (isFiniteVerb(line, i) || line.low[i] === 'that' || line.quotation[i]! >= 0) break;
    if (BESIDE.test(line.low[i]!) && isComma(line, i - 1)) return i - 1;
    if (conceded && isComma(line, i)) return i;
  }
  return region.end;
}

function pastAdverbs(line: Line, verb: number): number {
  let at = verb - 1;
  while (at > 0 && line.tokens[at]!.upos === 'ADV') at -= 1;
  return at;
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
    else end = Math.min(end, besideStart(line, region, frame, other));
  }
  if (region.start > frame.cue.first) end = Math.min(end, commentStart(line, region));
  if (region.start > frame.cue.first && isRelative(line, frame)) end = Math.min(end, untilComma(line, region).end);
  while (
    end > region.start &&
    (isComma(line, end - 1) || isDash(line, end - 1) || /^(?:and|but|or|as)$/.test(line.low[end - 1]!))
  )
    end -= 1;
  return { start: region.start, end };
}
