/** Folders import only what the table of arrows allows, and no file takes part in a cycle (type imports count). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARROWS } from './arrows.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const IMPORT = /(?:import|export)[^'";]*?from\s*'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|import\s*'(\.[^']+)'/g;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.endsWith('.d.ts'))
  .sort();

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((m) => relative(SRC, join(SRC, dirname(file), m[1] ?? m[2] ?? m[3] ?? '')));
}

const folderOf = (file: string): string => file.split('/')[0] as string;

describe('imports', () => {
  it('knows every folder', () => {
    expect(files.map(folderOf).filter((f) => ARROWS[f] === undefined)).toEqual([]);
  });

  it.each(Object.keys(ARROWS))('%s imports only what the arrows allow', (folder) => {
    const allowed = ARROWS[folder] ?? [];
    const wrong = files
      .filter((f) => folderOf(f) === folder)
      .flatMap((f) => importsOf(f).map((to) => ({ f, to })))
      .filter(({ to }) => folderOf(to) !== folder && !allowed.includes('*') && !allowed.includes(folderOf(to)))
      .map(({ f, to }) => `${f} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cycles()).toEqual([]);
  });
});

/** Files that can reach themselves. */
function cycles(): string[] {
  const graph = new Map(files.map((f) => [f, importsOf(f)]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const to of graph.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const f of files) visit(f, []);
  return found;
}
