/**
 * Scores the whole decision on a cross-validation run: the chances it kept, settled as the program settles them.
 * node training/pages/settled.ts DATA CHANCES.jsonl [html] [--worst 20]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HTML_MEASURES } from '../../src/clean/html/html-measures.ts';
import { pageFacts } from '../../src/clean/page-facts.ts';
import { MEASURES } from '../../src/clean/page-measures.ts';
import { pageRules } from '../../src/clean/rules-for-tests.ts';
import { settle, settleHtml } from '../../src/clean/settle.ts';
import { meanF1, type Score, scoreBody } from './f1.ts';
import { HTML_WIDTH, loadHtmlSamples } from './html-samples.ts';
import { loadSamples } from './samples.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { worst: { type: 'string', default: '0' } } });
const [data = '../shared/data', path = '', kind = 'text'] = positionals;
const WITNESS = MEASURES.length + HTML_MEASURES.indexOf('witness');
const rules = pageRules();
const samples = kind === 'html' ? loadHtmlSamples(data, rules) : loadSamples(data, rules);
interface Chances {
  id: string;
  first: number[];
  second: number[];
}
const chances = new Map(
  readFileSync(path, 'utf8')
    .split('\n')
    .map((l) => JSON.parse(l) as Chances)
    .map((c) => [c.id, c]),
);

for (const share of [0, 0.5, 1]) {
  const by = new Map<string, Score[]>();
  const all: [string, Score][] = [];
  for (const s of samples) {
    const c = chances.get(s.id);
    if (!c) continue;
    const mixed = Float64Array.from(c.first, (f, i) => share * f + (1 - share) * c.second[i]!);
    const facts = pageFacts(s.parts, rules);
    const witness = s.parts.map((_, i) => s.rows[i * HTML_WIDTH + WITNESS] === 1);
    const keep = kind === 'html' ? settleHtml(facts, mixed, witness) : settle(facts, mixed);
    const score = scoreBody(s.gold, s.parts.flatMap((p, i) => (keep[i] ? [p.text] : [])).join('\n'));
    for (const key of [s.variant, `${s.set}/${s.variant}`]) by.set(key, [...(by.get(key) ?? []), score]);
    all.push([s.id, score]);
  }
  console.log(`share of the first look ${share}:`);
  for (const [key, scores] of [...by].sort()) {
    const f = meanF1(scores);
    console.log(`  ${key.padEnd(18)} n=${String(scores.length).padEnd(4)} F1 ${f.f1.toFixed(4)} P ${f.precision.toFixed(3)} R ${f.recall.toFixed(3)}`);
  }
  if (share === 0.5) {
    const worst = all.sort((a, b) => a[1].tp - b[1].tp).slice(0, Number(values.worst));
    for (const [id, s] of worst) console.log(`    ${id.slice(0, 40)} tp=${s.tp.toFixed(2)} fp=${s.fp.toFixed(2)} fn=${s.fn.toFixed(2)}`);
  }
}
