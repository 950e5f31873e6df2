/** A folder in, paths of files out as they arrive: first those there, then new and changed ones. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assetFolders } from './saved-pages.ts';

/** Time between two looks. Folders on network drives give no change events, so we look ourselves. */
const LOOK_MS = 1_000;

/** Yields each file once its size and time have stood still between two looks; ends when `signal` aborts. */
export async function* arrivals(folder: string, signal: AbortSignal, lookMs = LOOK_MS): AsyncGenerator<string> {
  const given = new Map<string, string>();
  let before = new Map<string, string>();
  while (!signal.aborted) {
    const now = stampsOf(folder);
    for (const [path, stamp] of now) {
      if (given.get(path) === stamp || before.get(path) !== stamp) continue;
      given.set(path, stamp);
      yield path;
      if (signal.aborted) return;
    }
    before = now;
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
}

function stampsOf(folder: string): Map<string, string> {
  const stamps = new Map<string, string>();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const assets = assetsAmong(folder, names);
  for (const name of names.filter((n) => !n.split('/').some((part) => part.startsWith('.')))) {
    if (isUnder(name, assets)) continue;
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) stamps.set(path, `${found.size}:${found.mtimeMs}`);
  }
  return stamps;
}

/** Folders of saved pages at any depth, by their path from the folder watched. */
function assetsAmong(folder: string, names: readonly string[]): ReadonlySet<string> {
  const assets = new Set<string>();
  for (const [inner, list] of Map.groupBy(names, dirname)) {
    const here = list.map((n) => basename(n));
    for (const name of assetFolders(join(folder, inner), here)) assets.add(join(inner, name));
  }
  return assets;
}

function isUnder(name: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let at = dirname(name); at !== '.'; at = dirname(at)) if (folders.has(at)) return true;
  return false;
}
