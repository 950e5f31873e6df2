/**
 * Trains the page model: boosted trees over the measures of each line, then a second look that also sees what the first
 * thought of the lines around. Deterministic. Run from the root of the repository:
 *
 *   node training/pages/train.ts DATA [--kind text|html] --out models/pages/weights.json
 *   node training/pages/train.ts DATA [--kind text|html] --folds 4 [--splits 3] [--by site|page] [--worst 20]
 *
 * The second form measures the whole decision on pages that took no part in its training.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { GROUP_MEASURES } from '../../src/clean/group-measures.ts';
import { WEB_MEASURES } from '../../src/clean/html/web-facts.ts';
import { MEASURES } from '../../src/clean/page-measures.ts';
import { pageRules } from '../../src/clean/rules-for-tests.ts';
import { SECOND_MEASURES } from '../../src/clean/second-look.ts';
import { settle, settleHtml } from '../../src/clean/settle.ts';
import type { SavedTrees } from '../../src/clean/trees.ts';
import { mixOf } from '../../src/clean/two-looks.ts';
import type { Boosted } from './boost.ts';
import { meanF1, type Score, scoreBody } from './f1.ts';
import { loadHtmlSamples } from './html-samples.ts';
import { hashOf, type LookOptions, type Looks, lookAt, trainLooks } from './looks.ts';
import { loadSamples, type Sample } from './samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string', default: 'text' },
    out: { type: 'string' },
    folds: { type: 'string', default: '0' },
    splits: { type: 'string', default: '1' },
    by: { type: 'string', default: 'page' },
    worst: { type: 'string', default: '0' },
  },
});

const html = values.kind === 'html';
const NAMES = html ? WEB_MEASURES : MEASURES;
const WIDTH = NAMES.length;
const WITNESS = WEB_MEASURES.indexOf('witness');

/** Settings that did best on unseen pages of the kind; web pages tell more by their mark-up and bear larger trees. */
const SETTINGS = {
  text: { trees: 120, depth: 4, rowShare: 0.7, minWeight: 9, l2: 9, inner: 5, share: 0.85 },
  html: { trees: 140, depth: 4, rowShare: 0.7, minWeight: 6, l2: 6, inner: 3, share: 0.5 },
};
const { inner, share, ...shape } = SETTINGS[html ? 'html' : 'text'];

const options: LookOptions = {
  boost: { ...shape, rate: 0.1, measureShare: 0.35, seed: 11 },
  inner,
  width: WIDTH,
  keyOf: (s) => (values.by === 'site' ? s.site : s.id.split(':')[0]!),
};

/** The body as the program decides it. */
function bodyOf(s: Sample, looks: Looks): string {
  const { first, second } = lookAt(s, looks, WIDTH);
  const chances = first.map((c, i) => mixOf(share, c, second[i]!));
  const witness = html ? s.parts.map((_, i) => s.rows[i * WIDTH + WITNESS] === 1) : [];
  const keep = html ? settleHtml(s.facts, chances, witness) : settle(s.facts, chances);
  return s.parts.flatMap((p, i) => (keep[i] ? [p.text] : [])).join('\n');
}

function report(title: string, scores: ReadonlyMap<string, readonly Score[]>): void {
  console.log(`--- ${title}`);
  for (const [key, list] of [...scores].sort()) {
    const f = meanF1(list);
    console.log(
      `${key.padEnd(18)} n=${String(list.length).padEnd(4)} F1 ${f.f1.toFixed(4)} P ${f.precision.toFixed(3)} R ${f.recall.toFixed(3)}`,
    );
  }
}

/** Trains without each fold in turn and scores the pages of that fold. */
function crossValidate(samples: readonly Sample[], folds: number, splits: number): void {
  const all = new Map<string, Score[]>();
  const pages: { s: Sample; score: Score }[] = [];
  for (let k = 0; k < folds * splits; k++) {
    const split = Math.floor(k / folds);
    const out = (s: Sample): boolean => hashOf(`${split || ''}${options.keyOf(s)}`, folds) === k % folds;
    const looks = trainLooks(samples.filter((s) => !out(s)), options);
    for (const s of samples.filter(out)) {
      const score = scoreBody(s.gold, bodyOf(s, looks));
      pages.push({ s, score });
      for (const key of [`all/${s.variant}`, `${s.set}/${s.variant}`]) all.set(key, [...(all.get(key) ?? []), score]);
    }
  }
  report(`unseen pages: ${folds} folds by ${values.by}, ${splits} splits`, all);
  pages.sort((a, b) => a.score.tp - b.score.tp);
  for (const { s, score } of pages.slice(0, Number(values.worst)))
    console.log(`${s.id.slice(0, 40)} tp=${score.tp.toFixed(2)} fp=${score.fp.toFixed(2)} fn=${score.fn.toFixed(2)}`);
}

function saved({ saved: t }: Boosted): SavedTrees {
  const round = (x: number): number => Number(x.toPrecision(5));
  return { ...t, base: round(t.base), limit: t.limit.map(round) };
}

const samples = (html ? loadHtmlSamples : loadSamples)(positionals[0] ?? '../shared/data', pageRules()).filter(
  (s) => s.parts.length > 0,
);
console.log(`${samples.length} pages, ${WIDTH} measures`);
if (Number(values.folds) > 0) crossValidate(samples, Number(values.folds), Number(values.splits));
if (values.out) {
  const looks = trainLooks(samples, options);
  const seen = new Map<string, Score[]>();
  for (const s of samples) seen.set(s.variant, [...(seen.get(s.variant) ?? []), scoreBody(s.gold, bodyOf(s, looks))]);
  report('on the training pages', seen);
  const measures = [...NAMES, ...SECOND_MEASURES, ...(html ? GROUP_MEASURES : [])];
  const content = { measures, share, first: saved(looks.first), second: saved(looks.second) };
  writeFileSync(values.out, `${JSON.stringify(content)}\n`);
}
