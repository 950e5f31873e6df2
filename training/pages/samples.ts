/** Pages with known bodies from the folder given: text dumps, retold pages and plain wire texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Groups } from '../../src/clean/group-measures.ts';
import { type Part, splitInline } from '../../src/clean/inline.ts';
import { type PageFacts, pageFacts } from '../../src/clean/page-facts.ts';
import { pageMeasures } from '../../src/clean/page-measures.ts';
import { findStuck } from '../../src/clean/repeats.ts';
import { splitStretches } from '../../src/clean/stretches.ts';
import { joinWrapped } from '../../src/clean/wrapped.ts';
import type { Rules } from '../../src/rules/rules.ts';
import { bodyLines } from './gold-lines.ts';

export interface Sample {
  readonly id: string;
  readonly set: string;
  readonly variant: string;
  /** Pages of one site are kept in one fold. */
  readonly site: string;
  readonly gold: string;
  readonly parts: readonly Part[];
  readonly facts: PageFacts;
  readonly counts: readonly number[];
  readonly rows: Float64Array;
  /** Lines that stand alike, where the page has elements to tell it. */
  readonly groups: Groups;
  readonly body: readonly boolean[];
}

interface DumpRow {
  id: string;
  variant: string;
  url: string;
  gold: string;
  dump: string;
}

export function loadSamples(data: string, rules: Rules): Sample[] {
  return [...textDumps(join(data, 'textdump'), rules), ...retold(join(data, 'retold'), rules), ...wire(data, rules)];
}

export function partsOf(text: string): Part[] {
  const parts = splitInline(joinWrapped(splitStretches(text), text));
  const stuck = findStuck(parts);
  return parts.filter((p, i) => !stuck[i] && p.glued !== 'script');
}

function sample(s: Omit<Sample, 'facts' | 'counts' | 'rows' | 'groups'>, rules: Rules): Sample {
  const facts = pageFacts(s.parts, rules);
  return { ...s, facts, counts: facts.lines.map((l) => l.count), rows: pageMeasures(facts).rows(), groups: [] };
}

function textDumps(folder: string, rules: Rules): Sample[] {
  const out: Sample[] = [];
  for (const set of ['aeb', 'fundusev', 'fundusfx']) {
    const path = join(folder, `${set}-dev.jsonl`);
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const row = JSON.parse(line) as DumpRow;
      const parts = partsOf(row.dump);
      const body = bodyLines(parts.map((p) => p.text), row.gold);
      const site = new URL(row.url).hostname.replace(/^www\./, '');
      out.push(sample({ id: row.id, set, variant: row.variant, site, gold: row.gold, parts, body }, rules));
    }
  }
  return out;
}

interface Retold {
  id: string;
  page: { body_lines: number[]; inline_noise?: { phrase?: string; text?: string }[] };
}

function retold(folder: string, rules: Rules): Sample[] {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Retold[];
  return gold.map((r) => {
    const text = readFileSync(join(folder, 'texts', `${r.id}.txt`), 'utf8');
    const starts = [0];
    for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
    const lineOf = (at: number): number => starts.findLastIndex((s) => s <= at) + 1;
    const noise = (r.page.inline_noise ?? []).map((n) => n.phrase ?? n.text ?? '');
    const parts = partsOf(text);
    const body = parts.map((p) => r.page.body_lines.includes(lineOf(p.start)) && !noise.includes(p.text));
    const kept = parts.filter((_, i) => body[i]).map((p) => p.text);
    return sample({ id: r.id, set: 'retold', variant: 'retold', site: r.id, gold: kept.join('\n'), parts, body }, rules);
  });
}

/** Wire texts: after the first line and a headline all is body. */
function wire(data: string, rules: Rules): Sample[] {
  const folder = join(data, 'dev-reports', 'texts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const parts = partsOf(text).slice(1);
    const body = parts.map((p, i) => i > 0 || p.text.length > 120);
    const kept = parts.filter((_, i) => body[i]).map((p) => p.text);
    return sample({ id: name, set: 'wire', variant: 'wire', site: name, gold: kept.join('\n'), parts, body }, rules);
  });
}
