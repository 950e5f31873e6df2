import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrivals } from './arrivals.ts';
import { inputsOf } from './inputs.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saved-pages-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function read(...paths: string[]): Promise<string[]> {
  const { inputs, refused } = await inputsOf(paths.map((p) => join(folder, p)));
  expect(refused).toEqual([]);
  return inputs.map((i) => i.source.slice(folder.length + 1));
}

const PAGE = '<html><body><p>The ferry ministers met on Friday.</p></body></html>';
const ASSETS = ['frame.html', 'site.css', 'saved_resource(1).html', 'deep/map.js'];

for (const ending of ['_files', '.files', '-Dateien', '_fichiers', '_archivos', '_ficheiros', '-filer', '_файлы']) {
  test(`a saved page is read and its folder "talks${ending}" is not`, async () => {
    put({ 'talks.html': PAGE, 'notes.txt': 'x' });
    for (const name of ASSETS) put({ [`talks${ending}/${name}`]: PAGE });
    expect(await read('')).toEqual(['notes.txt', 'talks.html']);
  });
}

test('a folder with a name unknown to us belongs to the page that refers to it', async () => {
  put({
    'Ferry & talks.htm': '<img src="./Ferry%20&amp;%20talks_skrár/quay.png"><p>They met.</p>',
    'Ferry & talks_skrár/frame.html': PAGE,
    'Ferry & talks_older/first.html': PAGE,
  });
  expect(await read('')).toEqual(['Ferry & talks.htm', 'Ferry & talks_older/first.html'].sort());
});

test('reports in a folder without such a page are read', async () => {
  put({ 'press_files/ferry.html': PAGE, 'press.txt': 'x', 'talks/talks.html': PAGE, 'talks.html': PAGE });
  expect(await read('')).toEqual(['press.txt', 'press_files/ferry.html', 'talks/talks.html', 'talks.html']);
});

test('a page and its folder given side by side, as a shell writes them out', async () => {
  put({ 'talks.html': PAGE, 'talks_files/frame.html': PAGE });
  expect(await read('talks.html', 'talks_files')).toEqual(['talks.html']);
  expect(await read('talks_files')).toEqual(['talks_files/frame.html']);
});

test('a watched folder gives the page and no piece of it, at any depth', async () => {
  put({ 'in/talks.html': PAGE, 'in/talks_files/frame.html': PAGE, 'in/talks_files/deep/map.js': 'x', 'last.txt': 'x' });
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const path of arrivals(folder, stop.signal, 20)) {
    seen.push(path.slice(folder.length + 1));
    if (path.endsWith('last.txt')) stop.abort();
  }
  expect(seen).toEqual(['in/talks.html', 'last.txt']);
});
