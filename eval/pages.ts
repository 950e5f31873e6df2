/** Measures page cleaning on data outside the repository: body F1, line classes, headline, outlet, agency, byline, date. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { creditedAgency } from '../src/clean/agency.ts';
import { readHtml, readTextDump } from '../src/clean/read.ts';
import type { Report } from '../src/model/index.ts';
import { loadRules } from '../src/rules/load.ts';
import type { Rules } from '../src/rules/rules.ts';
import { meanF1, type Score, scoreBody } from '../training/pages/f1.ts';

/** One figure, with the least it must reach and what the best rival reaches on the same pages. */
export interface EvalResult {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  readonly floor: number;
  readonly rival?: string;
  readonly rivalValue?: number;
}

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data');

/** Runs all page measures; sets that are absent are skipped with a printed reason. `args[0]` may name another data folder. */
export async function run(args: string[]): Promise<EvalResult[]> {
  const data = args[0] ?? DATA;
  const rules = await loadRules();
  return [...textDumps(data, rules), ...html(data, rules), ...retold(data, rules), ...wireTexts(data, rules)];
}

function bodyOf(report: Report): string {
  return report.blocks
    .filter((b) => b.kind === 'body')
    .map((b) => report.text.slice(b.start, b.end))
    .join('\n');
}

function skip(path: string): boolean {
  if (existsSync(path)) return false;
  console.log(`skipped: ${path} is not here`);
  return true;
}

/** The dev halves were seen in training; the figures for unseen sites come from `training/pages/train.ts --folds`. */
function textDumps(data: string, rules: Rules): EvalResult[] {
  const rivals: Record<string, number> = { inner: 0.898, repeat: 0.868, wet: 0.897 };
  const scores = new Map<string, Score[]>();
  for (const set of ['aeb', 'fundusev', 'fundusfx']) {
    const path = join(data, 'textdump', `${set}-dev.jsonl`);
    if (skip(path)) continue;
    for (const line of readFileSync(path, 'utf8')
      .split('\n')
      .filter((l) => l.trim() !== '')) {
      const row = JSON.parse(line) as { id: string; variant: string; gold: string; dump: string };
      const { value } = readTextDump(row.dump, { source: row.id }, rules);
      scores.set(row.variant, [...(scores.get(row.variant) ?? []), scoreBody(row.gold, bodyOf(value))]);
    }
  }
  return [...scores].map(([variant, s]) => ({
    set: `textdump ${variant} (seen)`,
    measure: 'body F1',
    value: meanF1(s).f1,
    floor: 0.94,
    rival: 'best trivial rule',
    rivalValue: rivals[variant] ?? 0,
  }));
}

interface HtmlRow {
  url: string;
  gold: string;
  file: string;
  gold_title?: string | null;
  gold_author?: string[] | string | null;
  gold_date?: string | null;
}

const norm = (x: string): string => (x.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
const names = (x: string[] | string | null | undefined): string =>
  (Array.isArray(x) ? x : (x ?? '').split(/\s*[;,]\s*|\s+and\s+/)).map(norm).filter(Boolean).sort().join('|');

/** Where the gold names a wire service as author, the report has it as its agency. */
function sameService(gold: string[] | string | null, agency: string | null, rules: Rules): boolean {
  const one = Array.isArray(gold) ? (gold.length === 1 ? gold[0]! : '') : (gold ?? '');
  return agency !== null && creditedAgency(one, rules) === agency;
}

function html(data: string, rules: Rules): EvalResult[] {
  const path = join(data, 'html', 'gold.jsonl');
  if (skip(path)) return [];
  const scores = new Map<string, Score[]>();
  const hits = { title: [] as boolean[], author: [] as boolean[], date: [] as boolean[] };
  for (const line of readFileSync(path, 'utf8')
    .split('\n')
    .filter((l) => l.trim() !== '')) {
    const row = JSON.parse(line) as HtmlRow;
    const page = gunzipSync(readFileSync(join(data, 'html', row.file))).toString('utf8');
    const { value } = readHtml(page, { source: row.file }, rules);
    const set = row.file.startsWith('aeb') ? 'aeb' : 'recent news';
    scores.set(set, [...(scores.get(set) ?? []), scoreBody(row.gold, bodyOf(value))]);
    if (row.gold_title) hits.title.push(norm(row.gold_title) === norm(value.headline ?? ''));
    if (row.gold_author !== undefined)
      hits.author.push(
        names(row.gold_author) === names([value.byline, value.agency].filter(Boolean).join(', ')) ||
          names(row.gold_author) === names(value.byline) ||
          sameService(row.gold_author, value.agency, rules),
      );
    if (row.gold_date) hits.date.push(row.gold_date.slice(0, 10) === value.published?.edtf);
  }
  const share = (xs: boolean[]): number => xs.filter(Boolean).length / Math.max(1, xs.length);
  const floors: Record<string, [number, number]> = { aeb: [0.965, 0.956], 'recent news': [0.93, 0.904] };
  return [
    ...[...scores].map(([set, s]) => ({
      set: `html ${set} (seen)`,
      measure: 'body F1',
      value: meanF1(s).f1,
      floor: floors[set]![0],
      rival: 'Readability',
      rivalValue: floors[set]![1],
    })),
    { set: 'html recent news', measure: 'day right', value: share(hits.date), floor: 0.95 },
    {
      set: 'html recent news',
      measure: 'headline exact',
      value: share(hits.title),
      floor: 0.85,
      rival: 'Readability',
      rivalValue: 0.804,
    },
    {
      set: 'html recent news',
      measure: 'author set exact',
      value: share(hits.author),
      floor: 0.85,
      rival: 'Readability',
      rivalValue: 0.812,
    },
  ];
}

interface RetoldPage {
  headline: string | null;
  outlet: string | null;
  agency: string | null;
  byline: string | null;
  dateline: string | null;
  published: { edtf: string } | null;
  headline_lines: number[];
  deck_lines: number[];
  body_lines: number[];
  caption_lines: number[];
  provenance_lines: number[];
}

function retold(data: string, rules: Rules): EvalResult[] {
  const folder = join(data, 'retold');
  if (skip(folder)) return [];
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as { id: string; page: RetoldPage }[];
  const sums = new Map<string, number[]>();
  const note = (measure: string, right: boolean): void =>
    void sums.set(measure, [...(sums.get(measure) ?? []), right ? 1 : 0]);
  for (const { id, page } of gold) {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const { value } = readTextDump(text, { source: id }, rules);
    lineClasses(text, value, page, (got, want) => {
      note('line class', got === want);
      note('body or not', (got === 'body') === (want === 'body'));
    });
    const same = (a: string | null, b: string | null): boolean => norm(a ?? '') === norm(b ?? '');
    for (const field of ['headline', 'outlet', 'agency', 'byline', 'dateline'] as const) {
      const right = same(page[field], value[field]);
      note(field, right);
      if (!right && process.env.SHOW) console.log(id, field, page[field], '|', value[field]);
    }
    const stated = value.published?.basis === 'stated' ? value.published.edtf : null;
    note('published day', (page.published?.edtf ?? null) === stated);
    if ((page.published?.edtf ?? null) !== stated && process.env.SHOW)
      console.log(id, 'published', page.published, value.published);
  }
  return [...sums].map(([measure, xs]) => ({
    set: 'retold pages',
    measure,
    value: xs.reduce((a, b) => a + b, 0) / xs.length,
    floor: 0.9,
  }));
}

/** Plain wire texts have no furniture: every line of ten words and more must be kept as body. */
function wireTexts(data: string, rules: Rules): EvalResult[] {
  const folder = join(data, 'dev-reports', 'texts');
  if (skip(folder)) return [];
  let all = 0;
  let kept = 0;
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const { value } = readTextDump(text, { source: name }, rules);
    for (const b of value.blocks) {
      const line = text.slice(b.start, b.end);
      if (line.split(/\s+/).length < 10 || b.kind === 'headline' || b.start < 25) continue;
      all++;
      if (b.kind === 'body') kept++;
      else if (process.env.SHOW) console.log(name, b.kind, b.reason, line.slice(0, 90));
    }
  }
  return [{ set: 'wire texts', measure: 'paragraphs kept', value: kept / all, floor: 0.995 }];
}

function lineClasses(text: string, report: Report, page: RetoldPage, tell: (got: string, want: string) => void): void {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const n = i + 1;
    const want = page.body_lines.includes(n)
      ? 'body'
      : page.headline_lines.includes(n)
        ? 'headline'
        : page.deck_lines.includes(n)
          ? 'deck'
          : page.caption_lines.includes(n)
            ? 'caption'
            : page.provenance_lines.includes(n)
              ? 'provenance'
              : 'dropped';
    const block = report.blocks.find((b) => b.start >= starts[i]! && b.start <= starts[i]! + line.length);
    if (block?.kind !== want && process.env.SHOW)
      console.log(report.source, n, 'want', want, 'got', block?.kind, line.slice(0, 80));
    tell(block?.kind ?? 'none', want);
  });
}

if (process.argv[1] === import.meta.filename) {
  for (const r of await run(process.argv.slice(2))) {
    const mark = r.value >= r.floor ? ' ' : '!';
    console.log(
      `${mark} ${r.set.padEnd(26)} ${r.measure.padEnd(18)} ${r.value.toFixed(3)}  floor ${r.floor}${r.rival ? `  ${r.rival} ${r.rivalValue}` : ''}`,
    );
  }
}
