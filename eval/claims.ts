/**
 * Claims apart from whole readings: how far the confidence of a claim can be believed (reliability curve), and whether the
 * examples of the frames hold. Whole readings are measured in `readings.ts` with the scorers of the development sets.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReports } from '../src/clean/read.ts';
import type { Claim, Reading } from '../src/model/index.ts';
import { read, readClaims, rules, shown } from './claims-reading.ts';
import type { EvalResult, EvalRow, EvalSkip } from './row.ts';

const SHARED = join(import.meta.dirname, '..', '..', 'shared', 'data');
const SETS = ['dev-reports', 'retold'] as const;
const BINS = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01] as const;

interface GoldItem {
  readonly plover: string | null;
  readonly kind: string;
  readonly actors: readonly string[];
  readonly counterparts?: readonly string[];
  readonly evidence_phrase: string;
}

export async function run(_args: readonly string[]): Promise<EvalResult> {
  const rows: (EvalRow | EvalSkip)[] = [examplesRow()];
  for (const set of SETS) rows.push(...(await reliability(set)));
  return rows;
}

function examplesRow(): EvalRow {
  const examples = rules.claims.flatMap((f) => (f.frames ?? []).flatMap((frame) => frame.examples ?? []));
  const held = examples.filter((e) => readClaims({ body: e.text }).claims.map(shown).includes(e.claim)).length;
  return { set: 'claims/frames', measure: 'examples that hold', value: held / examples.length };
}

/** Share of claims that a gold item confirms (place, class, a common party), by confidence; the gold may miss a claim. */
async function reliability(set: string): Promise<EvalResult> {
  const folder = join(SHARED, set);
  if (!existsSync(folder)) return [{ set: `claims/${set}`, skipped: `no ../shared/data/${set} beside the checkout` }];
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as { id: string; items: GoldItem[] }[];
  const readings = await readAll(join(folder, 'texts'));
  const judged = gold.flatMap(({ id, items }) => {
    const reading = readings.get(id);
    return reading ? reading.claims.map((c) => ({ claim: c, right: items.some((i) => confirms(reading, i, c)) })) : [];
  });
  return BINS.slice(1).flatMap((upper, n) => {
    const lower = BINS[n]!;
    const inBin = judged.filter(({ claim }) => claim.confidence >= lower && claim.confidence < upper);
    if (inBin.length === 0) return [];
    const value = inBin.filter((j) => j.right).length / inBin.length;
    const measure = `confirmed at confidence ${lower}-${Math.min(upper, 1)} (${inBin.length} claims)`;
    return [{ set: `claims/${set}`, measure, value, unpinned: true as const }];
  });
}

async function readAll(folder: string): Promise<Map<string, Reading>> {
  const out = new Map<string, Reading>();
  for (const name of readdirSync(folder).sort()) {
    for await (const { value } of readReports(readFileSync(join(folder, name)), { source: name }, rules)) {
      out.set(name.slice(0, 3), read(value));
    }
  }
  return out;
}

function confirms(reading: Reading, item: GoldItem, claim: Claim): boolean {
  const fold = (s: string): string => s.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').toLowerCase();
  const phrase = fold(item.evidence_phrase);
  const placed = claim.evidence.some((e) => fold(e.quote).includes(phrase) || phrase.includes(fold(e.quote)));
  const sides = [...item.actors, ...(item.counterparts ?? [])];
  const shared = sides.length === 0 || [...claim.actors, ...claim.counterparts].some((c) => sides.includes(c));
  const sameClass = item.plover ? item.plover === claim.plover : item.kind === claim.kind;
  return reading.claims.includes(claim) && placed && shared && sameClass;
}
