/** Which lines of a page Readability takes for the article; a strong witness that keeps a little too much. */
import { Readability } from '@mozilla/readability';
import { leanHtml } from './lean.ts';
import { pageTree } from './page-tree.ts';
import { type VisibleLine, visibleLines } from './visible.ts';

/** Beyond these a page tree costs more than it tells. */
const MAX_DEPTH = 400;
const MAX_SIZE = 6_000_000;
const MAX_LINES = 20_000;

/** What Readability made of a page. */
export interface Witness {
  /** For each visible line: is it in the article? */
  readonly lines: readonly boolean[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  /** False where the page could not be parsed or nothing was found. */
  readonly found: boolean;
}

/** Runs Readability over a page; a page that it cannot read gives no witness, never an exception. */
export function askReadability(html: string, lines: readonly VisibleLine[], depth: number): Witness {
  const none = { lines: lines.map(() => false), title: null, byline: null, siteName: null, found: false };
  if (depth > MAX_DEPTH || html.length > MAX_SIZE || lines.length > MAX_LINES) return none;
  try {
    const document = pageTree(leanHtml(html), MAX_DEPTH);
    if (document === null) return none;
    for (const t of document.getElementsByTagName('template')) t.remove();
    const article = new Readability(document as never).parse();
    if (!article?.content) return none;
    const inside = visibleLines(article.content).lines.map((l) => l.text);
    return {
      lines: alignLines(
        lines.map((l) => l.text),
        inside,
      ),
      title: article.title ?? null,
      byline: article.byline ?? null,
      siteName: article.siteName ?? null,
      found: true,
    };
  } catch {
    // Broken mark-up that Readability cannot walk: the line model decides alone.
    return none;
  }
}

/** Marks the lines that follow the article's lines in order; the run with the most matches wins over single strays. */
function alignLines(all: readonly string[], inside: readonly string[]): boolean[] {
  const places = new Map<string, number[]>();
  all.forEach((t, i) => {
    const list = places.get(t);
    if (list) list.push(i);
    else places.set(t, [i]);
  });
  const out = all.map(() => false);
  let last = -1;
  for (const text of inside) {
    const list = places.get(text);
    if (!list) continue;
    const at = list.find((i) => i > last && !out[i]) ?? list.find((i) => !out[i]);
    if (at === undefined) continue;
    out[at] = true;
    if (text.length > 40 || at - last < 12) last = at;
  }
  return out;
}
