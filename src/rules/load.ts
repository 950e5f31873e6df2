/** Loads `data/` from disk; keeps the checked result beside it so that a start need not read YAML again. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSource } from './compile.ts';
import type { Rules } from './rules.ts';
import type { RuleFault } from './section.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Root of the package: the folder that holds `data/` and `models/`. */
export const PACKAGE_ROOT = join(HERE, '..', '..');

/** Thrown when `data/` does not hold: the program cannot read reports with broken rules. */
export class RuleError extends Error {
  readonly faults: readonly RuleFault[];
  constructor(faults: readonly RuleFault[]) {
    super(faults.map((f) => `data/${f.place}: ${f.message}. ${f.remedy}`).join('\n'));
    this.name = 'RuleError';
    this.faults = faults;
  }
}

interface Stamp {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
}

/**
 * Rules from `root/data`.
 *
 * @throws RuleError naming file, line and remedy of every fault.
 * @example const rules = await loadRules();
 */
export async function loadRules(root: string = PACKAGE_ROOT): Promise<Rules> {
  const data = join(root, 'data');
  const stamps = listYaml(data);
  const cache = join(root, '.cache', `rules-${hash(JSON.stringify([stamps, codeStamps()]))}.json`);
  return readCache(cache) ?? (await compileAndKeep(data, stamps, cache));
}

async function compileAndKeep(data: string, stamps: readonly Stamp[], cache: string): Promise<Rules> {
  const { compileRules } = await import('./compile.ts');
  const sources: RuleSource[] = stamps.map((s) => ({ path: s.path, text: readFileSync(join(data, s.path), 'utf8') }));
  const { sections, faults } = compileRules(sources);
  if (faults.length > 0) throw new RuleError(faults);
  const version = hash(sources.map((s) => `${s.path}\0${s.text}`).join('\0'));
  const rules = { version, ...sections } as unknown as Rules;
  writeCache(cache, rules);
  return rules;
}

function listYaml(data: string): Stamp[] {
  return readdirSync(data, { recursive: true, encoding: 'utf8' })
    .map((p) => p.replaceAll('\\', '/'))
    .filter((p) => p.endsWith('.yaml'))
    .sort()
    .map((path) => {
      const s = statSync(join(data, path));
      return { path, size: s.size, mtime: s.mtimeMs };
    });
}

/** The schemas shape the result too: a changed schema must not meet an old cache. */
function codeStamps(): (readonly [string, number, number])[] {
  const folder = join(HERE, 'sections');
  return readdirSync(folder)
    .sort()
    .map((f) => [f, statSync(join(folder, f)).size, statSync(join(folder, f)).mtimeMs] as const);
}

function readCache(path: string): Rules | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Rules;
  } catch {
    return null;
  }
}

function writeCache(path: string, rules: Rules): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(rules));
    renameSync(draft, path);
  } catch {
    // A read-only installation works without the cache, only slower.
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
