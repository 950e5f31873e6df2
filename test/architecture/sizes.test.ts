/** Files stay small and carry the names the house style asks for. Function length is the linter's. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const LONGEST = 400;
const FORBIDDEN = /^(utils?|helpers?|common|misc|manager|data2)\b/;

const files = ['src', 'test', 'eval', 'scripts']
  .flatMap((d) => readdirSync(join(ROOT, d), { recursive: true, encoding: 'utf8' }).map((f) => join(d, f)))
  .filter((f) => /\.(ts|css)$/.test(f) && !f.includes('.generated.'));

describe('source files', () => {
  it(`have at most ${LONGEST} lines`, () => {
    const long = files.map((f) => `${f}: ${readFileSync(join(ROOT, f), 'utf8').split('\n').length - 1}`);
    expect(long.filter((l) => Number(l.split(': ')[1]) > LONGEST)).toEqual([]);
  });

  it('are named in kebab case after what they hold', () => {
    const wrong = files.filter(
      (f) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(basename(f)) || FORBIDDEN.test(basename(f)),
    );
    expect(wrong).toEqual([]);
  });
});
