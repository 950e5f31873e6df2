/** `npm run docs`: writes the reference pages that are made from the program. `--check` fails where they differ. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES } from '../src/problems.ts';
import { PACKAGE_ROOT } from '../src/rules/load.ts';

const check = process.argv.includes('--check');
const REFERENCE = join(PACKAGE_ROOT, 'docs', 'reference');
const COMMANDS = join(PACKAGE_ROOT, 'src', 'cli', 'commands');

function problemsPage(): string {
  const rows = PROBLEM_CODES.map((c) => `| ${c.code} | ${c.severity} | ${c.message} | ${c.remedy} |`);
  return [
    '# Problems',
    '',
    'Made from `src/problems.ts` by `npm run docs`. `stop`: the report could not be read; `warn`: read, with something',
    'missing; `note`: worth knowing. The rest of a batch is always read.',
    '',
    '| code | severity | what is wrong | remedy |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function commandsPage(): string {
  const pages = readdirSync(COMMANDS)
    .filter((f) => f.endsWith('.md'))
    .sort()
    .map((f) => readFileSync(join(COMMANDS, f), 'utf8').trim().replace(/^# /, '## '));
  return [
    '# Commands',
    '',
    'Made from the pages beside `src/cli/commands/*.ts` by `npm run docs`.',
    '',
    pages.join('\n\n'),
    '',
  ].join('\n');
}

for (const [name, text] of [
  ['problems.md', problemsPage()],
  ['commands.md', commandsPage()],
] as const) {
  const path = join(REFERENCE, name);
  let old = '';
  try {
    old = readFileSync(path, 'utf8');
  } catch {
    // first run
  }
  if (old === text) continue;
  if (check) {
    process.stderr.write(`docs/reference/${name} is not up to date; run npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
