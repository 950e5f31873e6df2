/** Paths as given on the command line in, files to read out; what cannot be read becomes a problem. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../model/index.ts';
import { problem } from '../problems.ts';
import { assetFolders } from './saved-pages.ts';

/** One file to read, or standard input (`-`). */
export interface Input {
  readonly source: string;
}

/** An input that could not be opened. */
export interface Refused {
  readonly source: string;
  readonly problem: Problem;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly refused: readonly Refused[];
}

/** Largest file that is read whole, in bytes. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Files behind the given paths: folders are walked in name order, those of saved pages left out; `filesFrom` is a file with one
 * path a line, or `-`.
 */
export async function inputsOf(paths: readonly string[], filesFrom?: string): Promise<Inputs> {
  const inputs: Input[] = [];
  const refused: Refused[] = [];
  const listed = filesFrom === undefined ? [] : await linesOf(filesFrom, refused);
  for (const path of withoutAssets([...paths, ...listed])) {
    if (path === '-') inputs.push({ source: '-' });
    else walk(path, inputs, refused);
  }
  return { inputs, refused };
}

/** A shell writes a folder out (`saved/*`): a saved page and the folder of its pieces are both given then. */
function withoutAssets(paths: readonly string[]): readonly string[] {
  const names = Map.groupBy(paths, dirname);
  const assets = new Set(
    [...names].flatMap(([folder, list]) =>
      [
        ...assetFolders(
          folder,
          list.map((p) => basename(p)),
        ),
      ].map((n) => join(folder, n)),
    ),
  );
  return assets.size === 0 ? paths : paths.filter((p) => !assets.has(join(p)) || !isFolder(p));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function linesOf(list: string, refused: Refused[]): Promise<string[]> {
  try {
    const text = list === '-' ? (await readAll('-')).toString('utf8') : readFileSync(list, 'utf8');
    return text.split(/\r?\n/).filter((l) => l.trim() !== '');
  } catch (error) {
    refused.push({ source: list, problem: unreadable(list, error) });
    return [];
  }
}

function walk(path: string, inputs: Input[], refused: Refused[]): void {
  try {
    if (!statSync(path).isDirectory()) {
      inputs.push({ source: path });
      return;
    }
    const before = inputs.length + refused.length;
    const names = readdirSync(path).filter((n) => !n.startsWith('.'));
    const assets = assetFolders(path, names);
    for (const name of names.sort()) {
      const inner = join(path, name);
      if (!assets.has(name) || !isFolder(inner)) walk(inner, inputs, refused);
    }
    if (inputs.length + refused.length === before) {
      refused.push({ source: path, problem: problem('IN-002', { path }) });
    }
  } catch (error) {
    refused.push({ source: path, problem: unreadable(path, error) });
  }
}

/** Bytes of an input, or the problem that keeps them away. */
export async function bytesOf(source: string): Promise<Uint8Array | Problem> {
  try {
    if (source !== '-') {
      const size = statSync(source).size;
      if (size > LARGEST) return problem('IN-003', { path: source, size: `${Math.round(size / 1_048_576)} MB` });
    }
    return await readAll(source);
  } catch (error) {
    return unreadable(source, error);
  }
}

async function readAll(source: string): Promise<Buffer> {
  if (source !== '-') return readFileSync(source);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function unreadable(path: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const why: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not read it',
    EPERM: 'you may not read it',
    EISDIR: 'it is a folder',
    EMFILE: 'too many files are open',
  };
  return problem('IN-001', { path, why: why[code] ?? code });
}
