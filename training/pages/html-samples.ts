/** Saved web pages with known bodies: the same measures as for text dumps, and those of the mark-up. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { askReadability } from '../../src/clean/html/readability.ts';
import { visibleLines } from '../../src/clean/html/visible.ts';
import { webFacts } from '../../src/clean/html/web-facts.ts';
import type { Rules } from '../../src/rules/rules.ts';
import { bodyLines, refineLines } from './gold-lines.ts';
import type { Sample } from './samples.ts';

interface Row {
  url: string;
  gold: string;
  file: string;
}

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
  const page = visibleLines(html);
  const witness = askReadability(html, page.lines, page.depth);
  const { parts, facts, table, groups } = webFacts(page, witness.lines, rules);
  const texts = parts.map((p) => p.text);
  return {
    id: row.file,
    set: row.file.split('/')[0]!,
    variant: 'html',
    site: new URL(row.url).hostname.replace(/^www\./, ''),
    gold: row.gold,
    parts,
    body: refineLines(texts, bodyLines(texts, row.gold), row.gold),
    facts,
    counts: facts.lines.map((l) => l.count),
    rows: table.rows(),
    groups,
  };
}
