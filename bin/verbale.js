#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that one too old is told so instead of failing on syntax.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const FLOOR = 24;
if (Number(process.versions.node.split('.')[0]) < FLOOR) {
  process.stderr.write(
    `verbale needs Node ${FLOOR} or newer; this is Node ${process.versions.node}.\n` +
      'In the repository run it through npm, which brings its own: npm run -s verbale -- --help\n',
  );
  process.exitCode = 2;
} else {
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const built = new URL('../dist/src/cli/main.js', import.meta.url);
  // Keeps compiled code between runs: a start is then twice as fast. A read-only folder only loses that.
  module.enableCompileCache?.(fileURLToPath(new URL('../.cache/code', import.meta.url)));
  const { main } = await import((existsSync(source) ? source : built).href);
  process.exitCode = await main(process.argv);
}
