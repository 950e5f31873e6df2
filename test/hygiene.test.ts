/** The repository speaks of the project alone: no paths of a machine, no hosts of registries, no run of words from research texts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SHARED = join(ROOT, '..', 'shared');
const RUN = 11;
const LARGEST = 1_500_000;
const SKIPPED = /(^|\/)(package-lock\.json|LICENSE)$|\.(bin|png|wasm|gz)$/;

const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((f) => f !== '' && !SKIPPED.test(f) && existsSync(join(ROOT, f)) && statSync(join(ROOT, f)).size < LARGEST);
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

describe('the repository', () => {
  it('names no path of a machine and no registry', () => {
    const bad = /\/(home|root|work|Users)\/[a-z.]+\/|registry\.npmjs|localhost:\d{4,5}\/npm/;
    expect(tracked.filter((f) => bad.test(textOf(f)) && f !== 'test/hygiene.test.ts')).toEqual([]);
  });

  const folders = ['seeds', 'data/dev-reports/texts'].map((d) => join(SHARED, d)).filter((d) => existsSync(d));
  it.skipIf(folders.length === 0)(
    `repeats no run of ${RUN} words of a research text (skipped where ../shared is absent)`,
    () => {
      const seen = new Set<string>();
      for (const folder of folders) {
        for (const name of readdirSync(folder)) {
          const words = wordsOf(readFileSync(join(folder, name), 'utf8'));
          for (let i = 0; i + RUN <= words.length; i++) seen.add(words.slice(i, i + RUN).join(' '));
        }
      }
      const copied = tracked.flatMap((file) => {
        const words = wordsOf(textOf(file));
        const at = words.findIndex((_, i) => i + RUN <= words.length && seen.has(words.slice(i, i + RUN).join(' ')));
        return at < 0 ? [] : [`${file}: ${words.slice(at, at + RUN).join(' ')}`];
      });
      expect(copied).toEqual([]);
    },
  );
});
