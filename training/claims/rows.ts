/**
 * Rows and classes of labelled sentences, for `train.py`: `node training/claims/rows.ts OUT SOURCE...`. A source is a `.tsv` file of
 * labelled short reports (see README.md) or a folder with `texts/` and `gold.json`. Writes OUT.json (report, labels, what frames
 * read) and OUT.f32 (one row of numbers a sentence).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser, read, readClaims, rules } from '../../eval/claims-reading.ts';
import { contextOf } from '../../src/claims/context.ts';
import { ROW_PARTS, rowOf } from '../../src/claims/likeness/features.ts';
import { voiceAt } from '../../src/claims/likeness/likeness.ts';
import { readTextDump } from '../../src/clean/read.ts';
import type { Reading } from '../../src/model/index.ts';

interface Label {
  readonly kind: string;
  readonly plover: string | null;
}

interface Labelled {
  readonly id: string;
  readonly reading: Reading;
  /** What a stretch of the text tells. */
  labels(start: number, end: number): Label[];
}

/** Short reports: `# id, day, states, headline`, then a sentence and its labels on each line. */
function* fromLines(path: string): Generator<Labelled> {
  const reports = readFileSync(path, 'utf8').split(/^# /m).slice(1);
  for (const report of reports) {
    const [head = '', ...lines] = report.split('\n').filter((line) => line.trim() !== '');
    const [id = '', published = '', , headline = ''] = head.split('\t');
    const told = lines.map((line) => line.split('\t'));
    const body = told.map(([sentence]) => sentence).join(' ');
    let at = headline.length + 2;
    const spans = told.map(([sentence = '', ...labels]) => {
      const start = at;
      at += sentence.length + 1;
      return { start, end: start + sentence.length, labels: labels.filter((l) => l.includes('/')).map(parsed) };
    });
    const reading = readClaims({ headline, body, published });
    const labels = (start: number, end: number): Label[] =>
      spans.filter((s) => (s.start + s.end) / 2 > start && (s.start + s.end) / 2 < end).flatMap((s) => s.labels);
    yield { id, reading, labels };
  }
}

function parsed(label: string): Label {
  const [kind = '', plover = ''] = label.split('/');
  return { kind, plover: plover === 'none' ? null : plover };
}

interface Gold {
  readonly id: string;
  readonly items: readonly (Label & { readonly evidence_phrase: string; readonly evidence_also?: readonly string[] })[];
}

/** Coded reports: an item belongs to the sentences that hold a phrase of its evidence. */
function* fromGold(folder: string): Generator<Labelled> {
  for (const gold of JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold[]) {
    const source = `${gold.id}.txt`;
    const { value, problems } = readTextDump(readFileSync(join(folder, 'texts', source), 'utf8'), { source }, rules);
    const reading = read(value, problems);
    const labels = (start: number, end: number): Label[] => {
      const text = plain(value.text.slice(start, end));
      return gold.items.filter((item) =>
        [item.evidence_phrase, ...(item.evidence_also ?? [])].some((phrase) => text.includes(plain(phrase).trim())),
      );
    };
    yield { id: gold.id, reading, labels };
  }
}

function plain(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const [out = '', ...sources] = process.argv.slice(2);
const sentences: unknown[] = [];
const rows: Float32Array[] = [];
for (const source of sources) {
  for (const { id, reading, labels } of source.endsWith('.tsv') ? fromLines(source) : fromGold(source)) {
    const ctx = contextOf(reading, rules, parser.meaningOf);
    for (const tree of ctx.trees) {
      const { start, end } = tree.sentence;
      const gold = labels(start, end).map(({ kind, plover }) => ({ kind, plover }));
      if (tree.headline && gold.length === 0) continue;
      const read = reading.claims
        .filter((c) => c.evidence[0].start === start)
        .map(({ kind, plover, confidence, rule }) => ({ kind, plover, confidence, rule }));
      sentences.push({ source, id, gold, read, text: reading.report.text.slice(start, end) });
      rows.push(rowOf(tree, voiceAt(ctx, tree), parser.meaningOf));
    }
  }
  process.stderr.write(`${source}: ${sentences.length} sentences so far\n`);
}
writeFileSync(`${out}.json`, JSON.stringify({ parts: ROW_PARTS, sentences }));
writeFileSync(`${out}.f32`, Buffer.concat(rows.map((r) => Buffer.from(r.buffer, r.byteOffset, r.byteLength))));
