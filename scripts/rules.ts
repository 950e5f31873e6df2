/** `npm run rules`: checks `data/`, writes the JSON Schemas editors use. `--check` fails where they are not up to date. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadRules, PACKAGE_ROOT, RuleError } from '../src/rules/load.ts';
import { sections } from '../src/rules/sections/index.ts';

const check = process.argv.includes('--check');
const folder = join(PACKAGE_ROOT, 'data', 'schema');

function writeSchemas(): string[] {
  const stale: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (const section of Object.values(sections)) {
    const path = join(folder, `${section.folder.replaceAll('/', '-')}.json`);
    const text = `${JSON.stringify(z.toJSONSchema(section.schema, { io: 'input' }), null, 2)}\n`;
    if (readOrEmpty(path) === text) continue;
    stale.push(path);
    if (!check) writeFileSync(path, text);
  }
  return stale;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

try {
  const rules = await loadRules();
  const stale = writeSchemas();
  const counts = Object.keys(sections).map((n) => `${n} ${rules[n as keyof typeof sections].length}`);
  process.stdout.write(`rules ${rules.version}: ${counts.join(', ')}\n`);
  if (check && stale.length > 0) {
    process.stderr.write(`not up to date: ${stale.join(', ')}; run npm run rules\n`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof RuleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
