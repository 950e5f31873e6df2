/** "lists three steps: (a) ..., (b) ... and (c) ...": each step is said by itself, with its own marks. In: a frame. Out: one for each. */
import type { Frame } from './frame.ts';
import type { Line } from './line.ts';

const LABEL = /^(?:[a-z]|[ivx]{1,4}|\d{1,2})$/;

/** The frame as it is, or one for each labelled step of what it says. */
export function byItems(line: Line, frame: Frame): Frame[] {
  const region = frame.content.at(-1);
  if (region === undefined) return [frame];
  const starts: number[] = [];
  for (let i = region.start; i + 2 < region.end; i += 1) {
    if (line.low[i] === '(' && LABEL.test(line.low[i + 1]!) && line.low[i + 2] === ')') starts.push(i);
  }
  if (starts.length < 2) return [frame];
  const before = frame.content.slice(0, -1);
  return starts.map((start, n) => ({
    ...frame,
    content: [...(n === 0 ? before : []), { ...region, start, end: starts[n + 1] ?? region.end }],
  }));
}
