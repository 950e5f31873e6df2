/** Only for tests, training and measurement: the rules of `data/pages` alone, so that no other section can fail them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRules } from '../rules/compile.ts';
import type { Rules } from '../rules/rules.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'data');

/** @throws Error with all faults of the section. */
export function pageRules(): Rules {
  const paths = readdirSync(join(ROOT, 'pages'), { recursive: true, encoding: 'utf8' }).filter((p) =>
    p.endsWith('.yaml'),
  );
  const sources = paths.sort().map((p) => ({ path: `pages/${p}`, text: readFileSync(join(ROOT, 'pages', p), 'utf8') }));
  const { sections, faults } = compileRules(sources);
  if (faults.length > 0) throw new Error(faults.map((f) => `${f.place}: ${f.message}`).join('\n'));
  return { version: 'pages-only', ...sections } as unknown as Rules;
}
