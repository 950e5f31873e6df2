/** `node scripts/actor-coverage.ts`: writes which actors the data hold and until when. `--check` fails where the page differs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules, PACKAGE_ROOT } from '../src/rules/load.ts';
import type { Rules } from '../src/rules/rules.ts';

type Actor = Rules['actors'][number];
type Role = NonNullable<Actor['people']>[number]['roles'][number];

const PAGE = join(PACKAGE_ROOT, 'docs', 'reference', 'actor-coverage.md');
const TITLES = { state: 'States', organisation: 'Organisations', group: 'Groups' } as const;

/** Offices whose holders should follow each other without a gap: the coverage is told for them. */
const TRACKED = [
  {
    title: 'head of state or government',
    office:
      /^(interim |transitional )?(president|king|queen|emperor|emir|sultan|pope|prime minister|chancellor|premier|supreme leader|leader|head of state|secretary-general|director[- ]general|party general secretary|general secretary)$/,
  },
  {
    title: 'foreign minister',
    office:
      /^(foreign|external affairs) minister$|^foreign (secretary|adviser)$|^secretary of state$|^high representative for foreign policy$|^minister (responsible|of state) for foreign affairs$/,
  },
] as const;

const rolesOf = (actor: Actor): Role[] => (actor.people ?? []).flatMap((p) => p.roles);

/** "since 1988 (12)": the first year known and how many terms of office stand in the file. */
function since(roles: readonly Role[], office: RegExp): string {
  const terms = roles.filter((r) => office.test(r.office));
  const first = terms
    .map((r) => r.from ?? r.to)
    .filter((d) => d !== undefined)
    .sort()[0];
  return first === undefined ? '' : `since ${first.slice(0, 4)} (${terms.length})`;
}

function row(actor: Actor): string {
  const roles = rolesOf(actor);
  const dated = roles.filter((r) => r.from !== undefined || r.to !== undefined);
  const cells = [
    actor.code,
    actor.names[0],
    actor.people?.length || '',
    dated.length || '',
    ...TRACKED.map((t) => since(roles, t.office)),
    actor.members?.length || '',
    actor.asOf ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(actors: readonly Actor[], kind: Actor['kind']): string[] {
  const own = actors.filter((a) => a.kind === kind).sort((a, b) => (a.code < b.code ? -1 : 1));
  const heads = ['code', 'name', 'people', 'dated offices', ...TRACKED.map((t) => t.title), 'members', 'kept until'];
  return [
    `## ${TITLES[kind]} (${own.length})`,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...own.map(row),
    '',
  ];
}

function page(actors: readonly Actor[]): string {
  const roles = actors.flatMap(rolesOf);
  const dated = roles.filter((r) => r.from !== undefined || r.to !== undefined);
  const people = actors.flatMap((a) => a.people ?? []).length;
  return [
    '# Which actors are covered',
    '',
    'Made from `data/actors/` by `node scripts/actor-coverage.ts`. A term of office without an end was running at the',
    'date in the last column; what came after that date is not in the data. "since" is the first year of which a holder',
    'is known; the number in brackets counts terms. An empty cell means nobody is listed: reports then have to say who',
    'speaks. Dates not known for sure are left out or given as a month or year. How often the dates are wrong was',
    'looked up for a random sample: `eval/offices-sample.md`.',
    '',
    `In all ${actors.length} actors, ${people} people, ${roles.length} offices, ${dated.length} of them dated.`,
    '',
    ...table(actors, 'state'),
    ...table(actors, 'organisation'),
    ...table(actors, 'group'),
  ].join('\n');
}

const made = `${page((await loadRules()).actors).trimEnd()}\n`;
if (!process.argv.includes('--check')) writeFileSync(PAGE, made);
else if (readFileSync(PAGE, 'utf8') !== made) {
  process.stderr.write(
    'docs/reference/actor-coverage.md differs from data/actors: run node scripts/actor-coverage.ts\n',
  );
  process.exitCode = 1;
}
