/** Runs the command as a user would, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../fixtures/reader.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `verbale` with the given arguments; `input` goes to standard input. */
export function verbale(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const bin = join(ROOT, 'bin', 'verbale.js');
    const env = { ...process.env, NO_COLOR: '1', DATABASE_URL: undefined };
    const limits = { cwd: options.cwd ?? ROOT, env, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile(process.execPath, [bin, ...args], limits, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
    child.stdin?.end(options.input ?? '');
  });
}

/** A folder of its own, removed after `work`. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
