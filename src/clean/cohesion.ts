/** Whether lines speak of one matter: content words shared with the running text above and below, and the headline. */
import type { LineFacts } from './line-facts.ts';
import type { Repeat } from './repeats.ts';

/** Content words shared with the last and the next few lines of running text. */
export interface Cohesion {
  readonly before: number;
  readonly after: number;
  /** Mean of both over the running text around. */
  readonly around: number;
}

/** The likeliest headline: its line, its content words, and how well the text below takes them up. */
export interface Title {
  readonly line: number;
  readonly forms: ReadonlySet<string>;
  readonly score: number;
}

/** Lines of running text that are compared, and how far off they may be. */
const TEXT_LINES = 3;
const REACH = 14;
const TEXT = 8;

/** Words that carry the matter of a line, without plural and genitive endings. */
export function contentForms(line: LineFacts, functional: ReadonlySet<string>): Set<string> {
  const out = new Set<string>();
  for (const w of line.words) {
    if (w.mark || w.form.length < 4 || functional.has(w.form)) continue;
    out.add(w.form.replace(/(?:'s|s)$/, ''));
    if (out.size >= 120) break;
  }
  return out;
}

/** One entry a line. Linear: each line is compared with a bounded number of others. */
export function cohesionOf(content: readonly ReadonlySet<string>[], mass: readonly number[]): Cohesion[] {
  const texts: number[] = [];
  mass.forEach((m, i) => {
    if (m >= TEXT) texts.push(i);
  });
  let next = 0;
  const plain = content.map((own, i) => {
    while (next < texts.length && texts[next]! < i) next++;
    const at = texts[next] === i ? next + 1 : next;
    const above = texts.slice(Math.max(0, next - TEXT_LINES), next).filter((k) => i - k <= REACH);
    const below = texts.slice(at, at + TEXT_LINES).filter((k) => k - i <= REACH);
    return { before: sharedWith(own, above, content), after: sharedWith(own, below, content) };
  });
  const values = texts.map((i) => Math.min(8, plain[i]!.before) + Math.min(8, plain[i]!.after));
  next = 0;
  return plain.map((p, i) => {
    while (next < texts.length && texts[next]! < i) next++;
    const near = values.slice(Math.max(0, next - 3), next + 4);
    return { ...p, around: near.length === 0 ? 0 : near.reduce((a, b) => a + b, 0) / near.length };
  });
}

function sharedWith(
  own: ReadonlySet<string>,
  lines: readonly number[],
  content: readonly ReadonlySet<string>[],
): number {
  let n = 0;
  for (const form of own) if (lines.some((k) => content[k]!.has(form))) n++;
  return n;
}

/** The best headline of the page, or null where no short line is taken up by running text below it. */
export function findTitle(
  lines: readonly LineFacts[],
  content: readonly ReadonlySet<string>[],
  mass: readonly number[],
  repeats: readonly Repeat[],
): Title | null {
  let best: Title | null = null;
  for (let i = 0; i < lines.length; i++) {
    if (!mayBeTitle(lines[i]!, content[i]!)) continue;
    const { words, text } = textBelow(i, content, mass);
    if (text === 0) continue;
    let found = 0;
    for (const f of content[i]!) if (words.has(f)) found++;
    const doubled = repeats[i]!.doubleAfter || repeats[i]!.doubleBefore ? 1.15 : 1;
    const score = (found / Math.sqrt(content[i]!.size + 1)) * doubled * Math.min(1, text / 80);
    if (found >= 2 && score > (best?.score ?? 0)) best = { line: i, forms: content[i]!, score };
  }
  return best;
}

function mayBeTitle(line: LineFacts, forms: ReadonlySet<string>): boolean {
  if (line.count < 4 || line.count > 28 || forms.size < 2) return false;
  if (line.look === 'furniture' || line.look === 'credit' || line.look === 'stamp' || line.look === 'read-more')
    return false;
  return line.end !== 'stop' || line.count < 14;
}

/** Content words of the first lines of running text below, where they begin near. */
function textBelow(from: number, content: readonly ReadonlySet<string>[], mass: readonly number[]) {
  const words = new Set<string>();
  let text = 0;
  let lines = 0;
  let last = from;
  for (let k = from + 1; k < content.length && lines < 8 && k - last <= REACH; k++) {
    if (mass[k]! < TEXT) continue;
    for (const f of content[k]!) words.add(f);
    text += mass[k]!;
    lines++;
    last = k;
  }
  return { words, text };
}
