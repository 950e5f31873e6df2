/** Every problem code is unique, says what to do, and is produced by a test somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/problems.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const tests = ['src', 'test']
  .flatMap((d) => readdirSync(join(ROOT, d), { recursive: true, encoding: 'utf8' }).map((f) => join(ROOT, d, f)))
  .filter((f) => f.endsWith('.test.ts') && f !== import.meta.filename)
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n');

/** Codes that cannot be produced here, with the reason. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'STORE-012': 'the driver of PostgreSQL is always installed with the tests',
  'DESK-002': 'tests may run as a user who may open any port',
};

describe('problem codes', () => {
  it('are unique', () => {
    const codes = PROBLEM_CODES.map((c) => c.code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it.each(PROBLEM_CODES)('$code has a remedy and a case', ({ code, message, remedy }) => {
    expect(message.trim()).not.toBe('');
    expect(remedy.trim()).not.toBe('');
    const shown = code in NOT_HERE || tests.includes(code) || tests.includes(message);
    expect(shown, `no test produces ${code}`).toBe(true);
  });
});
