/** `npm run golden -- NAME...`: writes the golden readings of the named examples (`all` for all). Review the difference. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, ROOT, readExample } from '../test/fixtures/reader.ts';
import { readingSummary } from '../test/golden/reading-summary.ts';

const asked = process.argv.slice(2);
const names = readdirSync(EXAMPLES).filter((n) => asked.includes(n) || asked.includes('all'));
if (names.length === 0) {
  process.stderr.write('name an example (npm run golden -- a1-staffing-talks.txt), or all\n');
  process.exitCode = 2;
}
for (const name of names) {
  const path = join(ROOT, 'test', 'golden', 'examples', `${name}.json`);
  writeFileSync(path, `${JSON.stringify(readingSummary(await readExample(name)), null, 2)}\n`);
  process.stdout.write(`${path}\n`);
}
