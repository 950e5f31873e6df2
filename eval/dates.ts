/** Dates: TIMEX3 of news and of history prose against their gold, with and without the parse, and the speed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timex3Of } from '../src/dates/index.ts';
import { loadParser } from '../src/language/load-node.ts';
import type { Sentence } from '../src/model/index.ts';
import { loadRules } from '../src/rules/load.ts';
import type { EvalResult, EvalRow } from './row.ts';
import { scoreTimex, type TimexDocument, type TimexSpan } from './timex-score.ts';

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data', 'timex');

interface Gold {
  readonly doc: string;
  readonly dct: string | null;
  readonly text: string;
  readonly gold: readonly TimexSpan[];
}

interface Rival {
  readonly rival: string;
  readonly rivalValue: number;
}

/** Figures of others on the whole of the sets, of which these documents are the development part. */
const RIVALS: Readonly<Record<string, Rival>> = {
  'newswire value F1': { rival: 'HeidelTime 2.2', rivalValue: 77.05 },
  'newswire calendar value F1': { rival: 'HeidelTime 2.2', rivalValue: 85.29 },
  'wikiwars value F1': { rival: 'HeidelTime 2.2', rivalValue: 82.79 },
  'wikiwars relaxed F1': { rival: 'HeidelTime 2.2', rivalValue: 91.8 },
};

export async function run(): Promise<EvalResult> {
  if (!existsSync(DATA)) return [{ set: 'dates', skipped: 'no ../shared/data/timex beside the checkout' }];
  const rules = await loadRules();
  const parser = loadParser();
  const annotate = (d: Gold, sentences?: readonly Sentence[]): TimexDocument => ({
    gold: d.gold,
    predicted: timex3Of(d.text, { published: d.dct?.slice(0, 10) || null, rules, ...(sentences ? { sentences } : {}) }),
  });
  const rows: EvalRow[] = [];
  for (const set of ['newswire', 'wikiwars']) {
    const docs = read(`${set}-dev.jsonl`);
    rows.push(
      ...figures(
        set,
        '',
        docs.map((d) => annotate(d)),
      ),
    );
    rows.push(
      ...figures(
        set,
        ', tense from the parse',
        docs.map((d) => annotate(d, parser.parse(d.text))),
      ),
    );
  }
  return [...rows, speed(read('newswire-dev.jsonl'), (d) => annotate(d))];
}

function read(name: string): Gold[] {
  const lines = readFileSync(join(DATA, name), 'utf8').split('\n');
  return lines.filter((l) => l.trim() !== '').map((l) => JSON.parse(l) as Gold);
}

function figures(set: string, how: string, documents: readonly TimexDocument[]): EvalRow[] {
  const all = scoreTimex(documents);
  const calendar = scoreTimex(documents, { calendar: true });
  const row = (measure: string, value: number): EvalRow => ({
    set: `dates, ${set} (dev)${how}`,
    measure,
    value,
    ...(RIVALS[`${set} ${measure}`] ?? {}),
  });
  return [
    row('strict F1', all.strict),
    row('relaxed F1', all.relaxed),
    row('value F1', all.value),
    row('calendar value F1', calendar.value),
  ];
}

/** Documents a second after a warming round, without the parse. */
function speed(docs: readonly Gold[], annotate: (d: Gold) => unknown): EvalRow {
  for (const d of docs) annotate(d);
  const started = performance.now();
  for (const d of docs) annotate(d);
  const value = docs.length / ((performance.now() - started) / 1000);
  return {
    set: 'dates, newswire (dev)',
    measure: 'documents a second',
    value,
    rival: 'chrono-node',
    rivalValue: 1500,
    unpinned: true,
  };
}
