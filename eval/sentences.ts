/**
 * Invented sentences in the style of codebook examples, one dealing between two sides each, coded by hand: is the class right, are
 * both sides right, are both right in one claim? Counted as PLOVER coders are: one gold event a sentence, and a bare sentence's
 * promise of a friendly act is AGREE whatever the act.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReports } from '../src/clean/read.ts';
import { loadReader } from '../src/load-reader.ts';
import type { Claim } from '../src/model/index.ts';
import type { EvalResult, EvalRow } from './row.ts';

const FILE = join(import.meta.dirname, 'gold', 'sentences.tsv');
const MODAL = /\b(will|would|may|could|might)\b/i;
const ON_THE_131 = ' (131 codebook sentences)';

interface Coded {
  readonly sentence: string;
  readonly plover: string;
  readonly actors: readonly string[];
  readonly counterparts: readonly string[];
}

export async function run(): Promise<EvalResult> {
  const { rules, read } = await loadReader();
  const rows: (readonly [Coded, readonly Claim[]])[] = [];
  for (const [n, gold] of sentences().entries()) {
    const text = Buffer.from(`published: 2015-01-01\n\n${gold.sentence}\n`);
    const found: Claim[] = [];
    for await (const { value, problems } of readReports(text, { source: `${n}.txt` }, rules)) {
      found.push(...read(value, problems).claims);
    }
    rows.push([gold, found]);
  }
  const set = `invented sentences (${rows.length})`;
  const share = (name: string, right: (gold: Coded, found: readonly Claim[]) => boolean, of = rows): EvalRow => ({
    set,
    measure: name,
    value: of.filter(([gold, found]) => right(gold, found)).length / of.length,
  });
  const modal = rows.filter(([gold]) => MODAL.test(gold.sentence));
  return [
    { ...share('class right', hasClass), rival: `PETRARCH2${ON_THE_131}`, rivalValue: 0.3 },
    { ...share('both sides right', hasPair), rival: `order of mention${ON_THE_131}`, rivalValue: 0.69 },
    { ...share('class and both sides right', hasBoth), rival: `PETRARCH2${ON_THE_131}`, rivalValue: 0.24 },
    { ...share(`class right, ${modal.length} with will or would`, hasClass, modal), rival: 'PETRARCH2', rivalValue: 0 },
    { ...share('silent', (_, found) => found.every((c) => c.plover === null)), lowerIsBetter: true },
  ];
}

function sentences(): Coded[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  const codes = (cell = ''): string[] => cell.split(',').filter((c) => c !== '');
  return lines.map((line) => {
    const [, sentence = '', plover = '', actors, counterparts] = line.split('\t');
    return { sentence, plover, actors: codes(actors), counterparts: codes(counterparts) };
  });
}

const hasClass = (gold: Coded, found: readonly Claim[]): boolean => found.some((c) => c.plover === gold.plover);
const hasPair = (gold: Coded, found: readonly Claim[]): boolean => found.some((c) => samePair(gold, c));
const hasBoth = (gold: Coded, found: readonly Claim[]): boolean =>
  found.some((c) => c.plover === gold.plover && samePair(gold, c));

/** The same sides; whoever acts on whom, unless the gold knows no other side: then all act together. */
function samePair(gold: Coded, claim: Claim): boolean {
  if (gold.counterparts.length === 0) return same(gold.actors, [...claim.actors, ...claim.counterparts]);
  return same(gold.actors, claim.actors) && same(gold.counterparts, claim.counterparts);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = [new Set(a), new Set(b)];
  return one.size === two.size && [...one].every((code) => two.has(code));
}
