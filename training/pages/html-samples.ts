/** Saved web pages with known bodies: the same measures as for text dumps, and those of the mark-up. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { HTML_MEASURES, htmlMeasures } from '../../src/clean/html/html-measures.ts';
import { askReadability } from '../../src/clean/html/readability.ts';
import { visibleLines } from '../../src/clean/html/visible.ts';
import { pageFacts } from '../../src/clean/page-facts.ts';
import { MEASURES, pageMeasures } from '../../src/clean/page-measures.ts';
import type { Part } from '../../src/clean/inline.ts';
import type { Rules } from '../../src/rules/rules.ts';
import { bodyLines, refineLines } from './gold-lines.ts';
import type { Sample } from './samples.ts';

interface Row {
  url: string;
  gold: string;
  file: string;
}

/** Width of a row: the line's own measures, then those of its mark-up. */
export const HTML_WIDTH = MEASURES.length + HTML_MEASURES.length;

export function loadHtmlSamples(data: string, rules: Rules): Sample[] {
  const folder = join(data, 'html');
  if (!existsSync(folder)) return [];
  const rows = readFileSync(join(folder, 'gold.jsonl'), 'utf8').split('\n').filter((l) => l.trim() !== '');
  return rows.map((line) => {
    const row = JSON.parse(line) as Row;
    const html = gunzipSync(readFileSync(join(folder, row.file))).toString('utf8');
    return htmlSample(row, html, rules);
  });
}

function htmlSample(row: Row, html: string, rules: Rules): Sample {
  const { lines, depth } = visibleLines(html);
  const witness = askReadability(html, lines, depth);
  const parts: Part[] = [];
  let at = 0;
  for (const l of lines) {
    parts.push({ start: at, end: at + l.text.length, text: l.text, gap: 0 });
    at += l.text.length + 1;
  }
  const facts = pageFacts(parts, rules);
  const own = pageMeasures(facts).rows();
  const extra = htmlMeasures(lines, witness.lines);
  const rows = new Float64Array(lines.length * HTML_WIDTH);
  lines.forEach((_, i) => {
    rows.set(own.subarray(i * MEASURES.length, (i + 1) * MEASURES.length), i * HTML_WIDTH);
    rows.set(extra.subarray(i * HTML_MEASURES.length, (i + 1) * HTML_MEASURES.length), i * HTML_WIDTH + MEASURES.length);
  });
  const texts = parts.map((p) => p.text);
  const body = refineLines(texts, bodyLines(texts, row.gold), row.gold);
  return {
    id: row.file,
    set: row.file.split('/')[0]!,
    variant: 'html',
    site: new URL(row.url).hostname.replace(/^www\./, ''),
    gold: row.gold,
    parts,
    body,
    facts,
    counts: facts.lines.map((l) => l.count),
    rows,
  };
}
