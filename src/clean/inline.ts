/** What is glued into a line of the report: scripts and teasers. A line in, its parts out. */
import type { Stretch } from './stretches.ts';

/** A part of a line with what it is, where that is plain from the line alone. */
export interface Part extends Stretch {
  readonly glued?: 'script' | 'teaser';
}

/** Characters around a brace that must look like code before a script is cut out. */
const CODE_BEFORE = /(?:\)|=>|=|function[^{}]{0,60}|\b(?:try|else|do|if[^{}]{0,80}))\s*$/;
const CODE_STYLE = /(?:^|[\s}])[.#@]?[\w-]{1,40}(?:[ .#>:,][\w-]{1,40}){0,4}\s*$/;
const CODE_INSIDE = /[;=]|\w\(|:\s*['"\d#]/;

/** Bounds that keep hostile lines linear: braces looked at in one line, and characters of one script. */
const MAX_TRIES = 200;
const MAX_SCRIPT = 20_000;

/** The parts of lines: split where a script or a teaser is glued to the text; most lines are as they were. */
export function splitInline(lines: readonly Stretch[]): Part[] {
  const out: Part[] = [];
  for (const line of lines) {
    if (line.text.includes('{')) splitScripts(line, out);
    else splitTeaser(line, out);
  }
  return out;
}

function splitScripts(line: Stretch, out: Part[]): void {
  const parts: Part[] = [];
  let from = 0;
  for (const s of findScripts(line.text)) {
    pushPart(parts, line, { start: from, end: s.start });
    pushPart(parts, line, s, 'script');
    from = s.end;
  }
  pushPart(parts, line, { start: from, end: line.text.length });
  for (const part of parts) splitTeaser(part, out);
}

function pushPart(out: Part[], line: Stretch, at: { start: number; end: number }, glued?: 'script'): void {
  const raw = line.text.slice(at.start, at.end);
  const text = raw.trim();
  if (text === '') return;
  const start = line.start + at.start + raw.indexOf(text);
  const gap = out.length === 0 ? line.gap : 0;
  out.push({ start, end: start + text.length, text, gap, ...(glued && { glued }) });
}

/** Brace-delimited runs that look like code, with the call before and the brackets after them. Linear in the line. */
function findScripts(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let tries = 0;
  for (let i = text.indexOf('{'); i >= 0 && tries < MAX_TRIES; i = text.indexOf('{', i)) {
    tries++;
    const end = closingBrace(text, i);
    const before = text.slice(Math.max(0, i - 200), i);
    const inside = text.slice(i, Math.min(end, i + 2000));
    const isCode = CODE_INSIDE.test(inside) && (CODE_BEFORE.test(before) || CODE_STYLE.test(before));
    if (!isCode) {
      i++;
      continue;
    }
    const last = out.at(-1);
    const start = Math.max(codeStart(text, i), last?.end ?? 0);
    const stop = codeEnd(text, end);
    if (last && text.slice(last.end, start).trim() === '') last.end = stop;
    else out.push({ start, end: stop });
    i = stop;
  }
  return out;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  const last = Math.min(text.length, open + MAX_SCRIPT);
  for (let i = open; i < last; i++) {
    const c = text.charCodeAt(i);
    if (c === 123) depth++;
    else if (c === 125 && --depth === 0) return i + 1;
  }
  return last;
}

/** Code reaches back over the words of the call; where it is glued to a sentence it starts after the sentence's end. */
function codeStart(text: string, brace: number): number {
  let start = brace;
  const least = Math.max(0, brace - 200);
  for (;;) {
    while (start > least && text[start - 1] === ' ') start--;
    while (start > least && text[start - 1] !== ' ') start--;
    const before = text.slice(least, start).trimEnd();
    if (!/(?:=>?|\bfunction|[(,])$/.test(before) || before.length === 0) break;
  }
  const glued = text.slice(start, brace).match(/[.!?…]["”’')\]]*(?=[a-z_$(][\w$]*[.(=])/);
  return glued ? start + glued.index! + glued[0].length : start;
}

function codeEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && ');,('.includes(text[i]!)) i++;
  return i;
}

/** After the end of a sentence: "READ:", "ALSO READ |", "READ MORE:", in capitals. */
const GLUED_TEASER =
  /[.!?…]["”’')\]]*\s*((?:(?:ALSO|MUST|SEE|WATCH|LISTEN|RELATED|EXPLAINED|OPINION|READ|MORE|NOW|NEXT|THIS|STORY|NEWS)\s?){1,4}[:|»>-]\s*\S)/g;

function splitTeaser(part: Part, out: Part[]): void {
  let cut = -1;
  if (!part.glued) {
    GLUED_TEASER.lastIndex = 0;
    for (let m = GLUED_TEASER.exec(part.text); m; m = GLUED_TEASER.exec(part.text)) {
      cut = m.index + m[0].length - m[1]!.length;
    }
  }
  // A headline is short: what goes on for longer is no teaser, or one with body after it, which must not be lost.
  if (cut <= 0 || part.text.length - cut > 220) {
    out.push(part);
    return;
  }
  const head = part.text.slice(0, cut).trimEnd();
  out.push({ start: part.start, end: part.start + head.length, text: head, gap: part.gap });
  out.push({ start: part.start + cut, end: part.end, text: part.text.slice(cut), gap: 0, glued: 'teaser' });
}
