import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { arrivals } from './arrivals.ts';

it('gives files that lie there, then new and changed ones, each once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arrivals-'));
  const stop = new AbortController();
  writeFileSync(join(folder, 'a.txt'), 'one');
  writeFileSync(join(folder, '.hidden'), 'no');
  const seen: string[] = [];
  for await (const path of arrivals(folder, stop.signal, 20)) {
    seen.push(path.slice(folder.length + 1));
    if (seen.length === 1) writeFileSync(join(folder, 'b.txt'), 'two');
    if (seen.length === 2) writeFileSync(join(folder, 'a.txt'), 'one, corrected');
    if (seen.length === 3) stop.abort();
  }
  rmSync(folder, { recursive: true });
  expect(seen).toEqual(['a.txt', 'b.txt', 'a.txt']);
});
