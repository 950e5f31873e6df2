/**
 * Pages that a browser saved as "complete": `NAME.html` with a folder of what the page is made of beside it. Names of a
 * folder in, those of such folders out: nothing in them is a report, the documents of frames included.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = /\.(?:x?html?)$/i;

/** What browsers and word processors put behind the name of the page, in the languages they speak. */
const ENDINGS = new Set(
  (
    '_files .files _file -Dateien _Dateien _fichiers _archivos _arquivos _ficheiros _fitxers _fitxategiak _bestanden ' +
    '-filer _filer _tiedostot _pliki _soubory _súbory _elemei _fájlok _datoteke _fajlovi _failid _fails _bylos _failai ' +
    '_dosyalar _fișiere _fişiere _файлы _файли _файлове _berkas _tệp _文件 _檔案 _ファイル _파일'
  )
    .normalize('NFC')
    .toLowerCase()
    .split(' '),
);

/** Of a larger page only this much is searched for the name of the folder. */
const SEARCHED = 4_000_000;

/**
 * Which of the names in a folder are folders of a saved page. The page must be there too: a folder that is only called
 * `press_files` may hold reports.
 *
 * @example assetFolders('saved', ['talks.html', 'talks_files', 'ferry.txt']) // Set { 'talks_files' }
 */
export function assetFolders(folder: string, names: readonly string[]): ReadonlySet<string> {
  const pages = names.filter((n) => PAGE.test(n)).map((file) => ({ file, stem: same(file.replace(PAGE, '')) }));
  if (pages.length === 0) return new Set();
  return new Set(names.filter((name) => pages.some(({ file, stem }) => belongsTo(name, stem, join(folder, file)))));
}

function belongsTo(name: string, stem: string, page: string): boolean {
  const bare = same(name);
  if (stem === '' || !bare.startsWith(stem) || PAGE.test(name)) return false;
  const ending = bare.slice(stem.length);
  if (ENDINGS.has(ending)) return true;
  // A browser in another language: the page itself says where its pieces lie.
  return /^[._ -]\p{L}+$/u.test(ending) && refersTo(page, bare);
}

function refersTo(page: string, folder: string): boolean {
  try {
    const html = readFileSync(page, 'utf8').slice(0, SEARCHED);
    for (const m of html.matchAll(/["'](?:\.\/)?([^"'<>/\n]{1,400})\//g))
      if (same(decoded(m[1] as string)) === folder) return true;
  } catch {
    // It cannot be opened: reading it tells why.
  }
  return false;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('&amp;', '&'));
  } catch {
    return address;
  }
}

/** File systems and browsers write accents and capitals in more than one way. */
function same(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
