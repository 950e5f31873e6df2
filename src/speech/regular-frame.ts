/** The frame of a verb with its subject: what stands before and after it. In: a line, cue and subject. Out: a frame or null. */
import { type After, afterCue } from './after.ts';
import { beforeRegion, closedBefore, isLeadIn, resumes } from './before.ts';
import type { Cue } from './cues.ts';
import type { Frame } from './frame.ts';
import type { Line, Subject } from './line.ts';
import { endsInQuotation, regionTo } from './regions.ts';
import { childOf } from './tree.ts';

/** A verb with a subject on its left. */
export function withRegions(
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
