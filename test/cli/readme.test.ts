/** Every command the README shows works as shown, and what it shows of the output is what comes out. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../fixtures/reader.ts';
import { verbale } from './verbale.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const shown = [...README.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((m) => (m[1] ?? '').split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '');
const PREFIX = 'npm run -s verbale -- ';

/** Splits as a shell would, for the quoting the README uses. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '');
}

interface Entry {
  readonly id: string;
  readonly lead: { readonly status: string };
}

const TMP = join(ROOT, 'tmp');
beforeAll(() => mkdirSync(TMP, { recursive: true }));
afterAll(() => rmSync(join(TMP, 'readme.verbale'), { force: true }));

describe('README', () => {
  it('shows commands', () => expect(shown.filter((l) => l.startsWith(PREFIX)).length).toBeGreaterThan(5));

  it.each(shown.filter((l) => l.startsWith(PREFIX)))('%s', async (line) => {
    const ran = await verbale(words(line.slice(PREFIX.length)));
    expect(ran.stderr).not.toMatch(/Error|refused/);
    expect(ran.code).toBe(0);
    expect(ran.stdout.trim()).not.toBe('');
  });

  it.each(shown.filter((l) => !l.startsWith(PREFIX)))('%s names scripts there are', (line) => {
    const named = [...line.matchAll(/npm (?:run )?(start|test|[a-z:]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((n) => n !== 'ci');
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('shows what verbale explain says of its example', async () => {
    const ledger = join(TMP, 'explained.verbale');
    const at = ['--ledger', ledger];
    await verbale(['add', join(ROOT, 'examples', 'a1-staffing-talks.txt'), ...at]);
    const entries = JSON.parse((await verbale(['show', 'RUS-USA', '--json', ...at])).stdout) as Entry[];
    const round = entries.find((e) => e.lead.status === 'planned');
    const told = (await verbale(['explain', round?.id ?? '', ...at])).stdout;
    rmSync(ledger, { force: true });
    // What stands above is ids and the hour of recording, which differ.
    const lines = told.slice(told.indexOf('  report')).trimEnd();
    expect(README).toContain(lines);
  });

  it('opens the desk on the examples, as npm start does', async () => {
    expect(scripts.start).toBe('node bin/verbale.js serve --examples');
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'verbale.js'), 'serve', '--examples', '--port', '0'], {
      cwd: ROOT,
    });
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => {
          said += String(chunk);
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
          if (found) resolve(found[0]);
        });
        child.on('exit', () => reject(new Error(`serve ended early: ${said}`)));
      });
      const page = await (await fetch(url)).text();
      expect(page).toContain('Russia');
      expect(page).toContain('Togo');
    } finally {
      child.kill('SIGTERM');
    }
  });
});
