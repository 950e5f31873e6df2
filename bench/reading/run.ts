/**
 * How fast pages are cleaned and reports read here, on one core: `node bench/reading/run.ts [DATA]`. DATA is a folder like
 * `../shared/data`; what is absent there is left out, and the reports of `examples/` are read without it. Times are of the
 * processor, so that other programs on the machine disturb less; each set is read a few times and the best is told.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readHtml, readTextDump } from '../../src/clean/read.ts';
import { loadReader } from '../../src/load-reader.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DATA = process.argv[2] ?? join(ROOT, '..', 'shared', 'data');
const ROUNDS = 10;
/** Characters of the page that the speed of text dumps is told in; dumps are longer and are read whole. */
const PAGE = 4000;

/** Seconds of processor time that `work` takes, the least of some rounds. */
function cost(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

function linesOf(path: string): string[] {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((l) => l.trim() !== '')
    : [];
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.txt'));
  return names
    .map((n) => join(folder, n))
    .filter((p) => statSync(p).isFile())
    .map((p) => readFileSync(p, 'utf8'));
}

function tell(what: string, n: number, unit: string, seconds: number): void {
  if (n > 0) process.stdout.write(`${what.padEnd(14)} ${(n / seconds).toFixed(1).padStart(8)} ${unit}\n`);
}

const { rules, read } = await loadReader();
const source = 'bench';

const dumps = ['aeb', 'fundusev', 'fundusfx']
  .flatMap((set) => linesOf(join(DATA, 'textdump', `${set}-dev.jsonl`)))
  .map((line) => (JSON.parse(line) as { dump: string }).dump);
const size = dumps.reduce((n, dump) => n + dump.length, 0);
const dumpSeconds = cost(() => {
  for (const dump of dumps) readTextDump(dump, { source }, rules);
});
tell('text dumps', size / PAGE, 'pages of 4 kB/s', dumpSeconds);

const pages = linesOf(join(DATA, 'html', 'gold.jsonl')).map((line) =>
  gunzipSync(readFileSync(join(DATA, 'html', (JSON.parse(line) as { file: string }).file))).toString('utf8'),
);
const pageSeconds = cost(() => {
  for (const page of pages) readHtml(page, { source }, rules);
});
tell('web pages', pages.length, 'pages/s', pageSeconds);

for (const folder of [join(ROOT, 'examples'), join(DATA, 'dev-reports'), join(DATA, 'retold')]) {
  const texts = textsIn(folder);
  const seconds = cost(() => {
    for (const text of texts) {
      const { value, problems } = readTextDump(text, { source }, rules);
      read(value, problems);
    }
  });
  tell(folder.split('/').at(-1) as string, texts.length, 'reports/s, parser and all stages', seconds);
}
process.stdout.write(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB\n`);
