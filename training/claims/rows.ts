/**
 * Rows and classes of labelled sentences, for `train.py`: `node training/claims/rows.ts OUT SOURCE...`, a source as in ../coded.ts.
 * Writes OUT.json (report, labels, what frames read) and OUT.f32 (one row of numbers a sentence). Pages that nobody coded are
 * mostly news from one country: of their sentences in which one side acts or none, every third stands for what tells no dealing.
 */
import { writeFileSync } from 'node:fs';
import { parser, rules } from '../../eval/claims-reading.ts';
import { contextOf } from '../../src/claims/context.ts';
import { ROW_PARTS, rowOf } from '../../src/claims/likeness/features.ts';
import { voiceAt } from '../../src/claims/likeness/likeness.ts';
import type { Tree } from '../../src/claims/tree.ts';
import { codedReports } from '../coded.ts';

function sidesIn(tree: Tree): number {
  return new Set(tree.actors.filter((m) => m.reading === 'actor').flatMap((m) => m.codes)).size;
}

const [out = '', ...sources] = process.argv.slice(2);
const sentences: unknown[] = [];
const rows: Float32Array[] = [];
let alone = 0;
for (const source of sources) {
  for await (const { id, reading, items, coded } of codedReports(source)) {
    const ctx = contextOf(reading, rules, parser.meaningOf);
    for (const tree of ctx.trees) {
      const { start, end } = tree.sentence;
      const gold = items
        .filter(({ spans }) => spans.some((s) => (s.start + s.end) / 2 > start && (s.start + s.end) / 2 < end))
        .map(({ kind, plover }) => ({ kind, plover }));
      if (tree.headline && gold.length === 0) continue;
      if (!coded && (sidesIn(tree) > 1 || alone++ % 3 > 0)) continue;
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
