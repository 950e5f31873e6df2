/**
 * Actors: parties of each report against its coded ledger, references against a gold of our own, and cost.
 * `npm run eval -- actors --show` prints what was missed, wrongly found and wrongly resolved.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actorsOf } from '../src/actors/stage.ts';
import { tablesOf } from '../src/actors/tables.ts';
import { loadParser } from '../src/language/load-node.ts';
import { sentencesOf } from '../src/language/stage.ts';
import type { ActorMention, Block, Published, Report } from '../src/model/index.ts';
import { loadRules } from '../src/rules/load.ts';
import type { EvalResult, EvalRow, EvalSkip } from './row.ts';

const HERE = import.meta.dirname;
const DATA = join(HERE, '..', '..', 'shared', 'data');

interface GoldItem {
  readonly actors: readonly string[];
  readonly counterparts: readonly string[];
  readonly roles?: readonly { readonly code?: string; readonly codes?: readonly string[] }[];
  readonly attribution?: readonly { readonly state: string | null }[];
  readonly speaker?: unknown;
}

interface GoldReport {
  readonly id: string;
  readonly published: string | { readonly edtf: string } | null;
  readonly items: readonly GoldItem[];
  readonly page?: Readonly<Record<string, unknown>> & { readonly dateline: string | null };
}

interface ReferenceCase {
  readonly report: string;
  readonly before: string;
  readonly text: string;
  readonly codes: readonly string[];
}

/** One report as this stage reads it, with the time it took. */
interface ReadReport {
  readonly gold: GoldReport;
  readonly text: string;
  readonly actors: readonly ActorMention[];
}

const spent = { parse: 0, actors: 0 };

/** Figures of the actors stage; sets that are not beside the checkout are named with the reason. */
export async function run(args: readonly string[] = []): Promise<EvalResult> {
  const show = args.includes('--show');
  const rules = await loadRules();
  const begin = performance.now();
  tablesOf(rules);
  const out: (EvalRow | EvalSkip)[] = [
    {
      set: 'actors',
      measure: 'tables built in ms',
      value: performance.now() - begin,
      lowerIsBetter: true,
      unpinned: true,
    },
  ];
  const reports = new Map<string, ReadReport>();
  for (const set of ['retold', 'dev-reports']) {
    const folder = join(DATA, set);
    if (!existsSync(folder)) {
      out.push({ set: `actors, ${set}`, skipped: `no ../shared/data/${set} beside the checkout` });
      continue;
    }
    const read = readSet(folder, rules);
    for (const r of read) reports.set(r.gold.id, r);
    out.push(...partyRows(`actors, ${set} (${read.length} reports)`, read, show));
  }
  if (reports.size === 0) return out;
  out.push(...referenceRows(reports, show));
  const share = spent.actors / (spent.actors + spent.parse);
  out.push({
    set: 'actors',
    measure: 'share of time, beside the parse',
    value: share,
    lowerIsBetter: true,
    unpinned: true,
  });
  return out;
}

function readSet(folder: string, rules: Awaited<ReturnType<typeof loadRules>>): ReadReport[] {
  const parser = loadParser();
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as GoldReport[];
  return gold.map((g) => {
    const text = readFileSync(join(folder, 'texts', `${g.id}.txt`), 'utf8');
    const report = { text, blocks: blocksOf(g, text), dateline: g.page?.dateline ?? null, published: publishedOf(g) };
    const start = performance.now();
    const sentences = sentencesOf(report, parser);
    const middle = performance.now();
    const { actors } = actorsOf(sentences, report, rules).value;
    spent.parse += middle - start;
    spent.actors += performance.now() - middle;
    return { gold: g, text, actors: actors.filter((m) => !isNoise(g, text, m)) };
  });
}

/** Teasers glued to a body line are for the cleaning stage to drop, not for this one to know. */
function isNoise(g: GoldReport, text: string, m: ActorMention): boolean {
  const noise = (g.page?.inline_noise ?? []) as { readonly phrase?: string; readonly text?: string }[];
  return noise.some((n) => {
    const phrase = n.phrase ?? n.text ?? '';
    const start = text.indexOf(phrase);
    return phrase !== '' && m.start >= start && m.end <= start + phrase.length;
  });
}

function publishedOf(g: GoldReport): Published | null {
  const day = typeof g.published === 'string' ? g.published : (g.published?.edtf ?? null);
  if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  return { edtf: day, earliest: day, latest: day, grain: 'day', reason: 'gold', basis: 'stated' };
}

/** Headline, deck and body by the gold's line numbers; a report without page facts is body from its second line on. */
function blocksOf(g: GoldReport, text: string): Report['blocks'] {
  if (g.page === undefined) return [{ start: text.indexOf('\n') + 1, end: text.length, kind: 'body' }];
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }));
  const out: Block[] = [];
  for (const kind of ['headline', 'deck', 'body'] as const) {
    for (const n of (g.page[`${kind}_lines`] ?? []) as number[]) {
      const line = lines[n - 1];
      if (line !== undefined) out.push({ ...line, kind });
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/**
 * Found: a coded actor or counterpart that some mention names, other than as a place. False: a code that acts by its mentions
 * and that the ledger has nowhere, counted in reports with items; private persons, groups and partial sets are no parties.
 */
function partyRows(set: string, reports: readonly ReadReport[], show: boolean): EvalRow[] {
  let found = 0;
  let missed = 0;
  let wrong = 0;
  for (const r of reports.filter((x) => x.gold.items.length > 0)) {
    const { wanted, allowed } = codedIn(r.gold);
    const named = new Set(
      r.actors.filter((m) => m.reading !== 'place' && m.form !== 'reference').flatMap((m) => m.codes),
    );
    const acting = new Set(r.actors.filter(isParty).flatMap((m) => m.codes));
    const miss = [...wanted].filter((c) => !named.has(c));
    const extra = [...acting].filter((c) => !wanted.has(c) && !allowed.has(c));
    found += wanted.size - miss.length;
    missed += miss.length;
    wrong += extra.length;
    if (show && miss.length + extra.length > 0) {
      process.stdout.write(`${r.gold.id} missed ${miss.join(' ') || '-'}; false ${extra.join(' ') || '-'}\n`);
    }
  }
  const precision = found / (found + wrong);
  const recall = found / (found + missed);
  return [
    { set, measure: 'parties, recall', value: recall },
    { set, measure: 'parties, precision', value: precision },
    { set, measure: 'parties, F1', value: (2 * precision * recall) / (precision + recall) },
  ];
}

function isParty(m: ActorMention): boolean {
  return m.reading === 'actor' && m.form !== 'reference' && m.kind !== 'group' && !m.partial;
}

function codedIn(g: GoldReport): { wanted: Set<string>; allowed: Set<string> } {
  const wanted = new Set<string>();
  const allowed = new Set<string>();
  for (const item of g.items) {
    for (const code of [...item.actors, ...item.counterparts]) wanted.add(code);
    for (const role of item.roles ?? []) for (const code of role.codes ?? [role.code ?? '']) allowed.add(code);
    for (const link of item.attribution ?? []) if (link.state !== null) allowed.add(link.state);
    if (typeof item.speaker === 'string') allowed.add(item.speaker);
  }
  return { wanted, allowed };
}

/** Right: the same set of codes; for a case that the text leaves open, none. */
function referenceRows(reports: ReadonlyMap<string, ReadReport>, show: boolean): EvalRow[] {
  const { cases } = JSON.parse(readFileSync(join(HERE, 'gold', 'references.json'), 'utf8')) as {
    cases: ReferenceCase[];
  };
  const known = cases.filter((c) => reports.has(c.report));
  let right = 0;
  for (const c of known) {
    const { text, actors } = reports.get(c.report)!;
    const start = text.indexOf(c.before + c.text) + c.before.length;
    const mention = actors.find(
      (m) => m.start < start + c.text.length && start < m.end && m.end >= start + c.text.length,
    );
    const ours = [...(mention?.codes ?? [])].sort().join('+');
    const gold = [...c.codes].sort().join('+');
    if (ours === gold) right += 1;
    else if (show)
      process.stdout.write(`${c.report} ...${c.before}[${c.text}]: ${ours || 'open'}, gold ${gold || 'open'}\n`);
  }
  return [{ set: `references, retold (${known.length} cases)`, measure: 'same codes', value: right / known.length }];
}
