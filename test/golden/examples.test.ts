/** Golden readings of the bundled examples. A missing golden fails; only `npm run golden -- NAME` writes one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, readExample } from '../fixtures/reader.ts';
import { readingSummary } from './reading-summary.ts';

const GOLDEN = join(import.meta.dirname, 'examples');
const names = readdirSync(EXAMPLES);

describe('examples', () => {
  it('are at least fourteen', () => expect(names.length).toBeGreaterThanOrEqual(14));

  it.each(names)('%s reads as its golden says', async (name) => {
    const path = join(GOLDEN, `${name}.json`);
    expect(existsSync(path), `no golden for ${name}: write it with npm run golden -- ${name} and review it`).toBe(true);
    expect(readingSummary(await readExample(name))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it('has no golden without an example', () => {
    expect(readdirSync(GOLDEN).filter((g) => !names.includes(g.replace(/\.json$/, '')))).toEqual([]);
  });
});
