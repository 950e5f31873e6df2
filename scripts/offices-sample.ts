/**
 * `node scripts/offices-sample.ts draw SEED COUNT`: a random sample of dated offices as JSON, to be looked up by hand; none that a sheet
 * in `eval/` already has.
 * `node scripts/offices-sample.ts page`: writes `eval/offices-sample.md` from the verdicts in `eval/offices-sample*.json`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules, PACKAGE_ROOT } from '../src/rules/load.ts';

interface Sampled {
  readonly code: string;
  readonly person: string;
  readonly office: string;
  readonly from?: string;
  readonly to?: string;
}

/** `right`: every date given agrees as far as it goes. `unverified`: not looked up, or no source found; counted apart, never as right. */
interface Checked extends Sampled {
  readonly verdict: 'right' | 'wrong' | 'unverified';
  readonly source: string;
  readonly remark?: string;
}

interface Sheet {
  readonly drawn: string;
  readonly seed: number;
  readonly offices: readonly Checked[];
}

/** How the source of an office starts that was judged by what is generally known, without a page that says it. */
const KNOWN = 'known, not looked up';
const FOLDER = join(PACKAGE_ROOT, 'eval');
const PAGE = join(FOLDER, 'offices-sample.md');

/** The sheets in the order they were made: `offices-sample.json`, `offices-sample-2.json` and so on. */
function sheets(): Sheet[] {
  return readdirSync(FOLDER)
    .filter((name) => /^offices-sample(-\d+)?\.json$/u.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Sheet);
}

/** Small generator (mulberry32): the same seed draws the same offices from the same data. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function datedOffices(): Promise<Sampled[]> {
  const { actors } = await loadRules();
  return actors.flatMap((a) =>
    (a.people ?? []).flatMap((p) =>
      p.roles
        .filter((r) => r.from !== undefined || r.to !== undefined)
        .map((r) => ({
          code: a.code,
          person: p.name,
          office: `${r.acting ? 'acting ' : ''}${r.office}`,
          ...(r.from && { from: r.from }),
          ...(r.to && { to: r.to }),
        })),
    ),
  );
}

/** The beginning tells two terms of one person in one office apart; the end is left out, since a sheet may have mended it. */
const term = (o: Sampled): string => [o.code, o.person, o.office, o.from?.slice(0, 4)].join('|');

async function draw(seed: number, count: number): Promise<Sampled[]> {
  const seen = new Set(sheets().flatMap((sheet) => sheet.offices.map(term)));
  const pool = (await datedOffices()).filter((o) => !seen.has(term(o)));
  const random = randomFrom(seed);
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, count);
}

function section(sheet: Sheet, i: number): string[] {
  const count = (v: Checked['verdict']): number => sheet.offices.filter((o) => o.verdict === v).length;
  const checked = count('right') + count('wrong');
  const known = sheet.offices.filter((o) => o.source.startsWith(KNOWN)).length;
  const share = ((100 * count('wrong')) / Math.max(1, checked)).toFixed(1);
  const rows = sheet.offices.map(
    (o, n) =>
      `| ${n + 1} | ${o.code} | ${o.person} | ${o.office} | ${o.from ?? '?'} – ${o.to ?? 'open'} | ${o.verdict} | ${o.source}${o.remark ? `; ${o.remark}` : ''} |`,
  );
  return [
    `## Sample ${i + 1} (seed ${sheet.seed}, drawn ${sheet.drawn})`,
    '',
    `**${sheet.offices.length} offices: ${count('right')} right, ${count('wrong')} wrong, ${count('unverified')} not checked. Error share ${share} % of those checked.**`,
    `Judged by general knowledge, no source found: ${known}.`,
    '',
    '| # | code | person | office | term in the data | verdict | source |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function page(all: readonly Sheet[]): string {
  return [
    '# Dated offices, looked up',
    '',
    'Random samples of the offices in `data/actors/`, no office twice, each compared with a source of its own. An office is',
    'wrong when the person, the office or a date given disagrees with the source at the precision given; handing-over days',
    'one day apart count as right. An open office is judged as of the date its file is kept to (`asOf`); where it ended',
    'later, the remark says so and the end is entered. The terms are shown as they were when drawn: what was wrong is',
    'corrected in the data, with others of its kind.',
    '',
    ...all.flatMap(section),
  ].join('\n');
}

const [task, seed = '1', count = '200'] = process.argv.slice(2);
if (task === 'draw') process.stdout.write(`${JSON.stringify(await draw(Number(seed), Number(count)), null, 1)}\n`);
else if (task === 'page') writeFileSync(PAGE, page(sheets()));
else {
  process.stderr.write('usage: node scripts/offices-sample.ts draw SEED COUNT | page\n');
  process.exitCode = 2;
}
