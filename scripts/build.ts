/** `npm run build`: the published form in `dist/`: compiled sources, their types, and the files that are no TypeScript. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/rules/load.ts';

const at = (...path: string[]): string => join(PACKAGE_ROOT, ...path);

rmSync(at('dist'), { recursive: true, force: true });
execFileSync(at('node_modules', '.bin', 'tsc'), ['-p', at('tsconfig.build.json')], { stdio: 'inherit' });
cpSync(at('src'), at('dist', 'src'), {
  recursive: true,
  // Folders pass so that what lies in them is looked at.
  filter: (path) => !/\.(ts|md)$/.test(path),
});
// What the sources find beside them by relative paths.
for (const folder of ['data', 'models', 'examples']) cpSync(at(folder), at('dist', folder), { recursive: true });
