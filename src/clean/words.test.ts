import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntList } from './int-list.ts';
import { COUNT_BIT, IS_DIGIT, IS_MARK, WordBook } from './words.ts';

const words = (book: WordBook, line: string): number[] => [...book.tokens.subarray(0, book.read(line))];
const forms = (book: WordBook, line: string): string[] => words(book, line).map((w) => book.formOf(w));
const told = (book: WordBook, line: string) =>
  words(book, line).map((w, k) => [book.formOf(w), w & 1, book.traits[k], book.hashOf(w)]);

test('words in lower case, marks as words, apostrophes straight', () => {
  const book = new WordBook();
  expect(forms(book, 'Read more: THE MINISTER’S visit')).toEqual(['read', 'more', ':', 'the', "minister's", 'visit']);
  expect(forms(book, 'At 20:15, the G20s – Élysée’ © 5th')).toEqual([
    'at',
    '20:15,',
    'the',
    'g20s',
    '-',
    'élysée',
    '©',
    '5th',
  ]);
  expect(words(book, 'Oslo met oslo').map((w) => w & 1)).toEqual([1, 0, 0]);
});

test('equal words have one number', () => {
  const book = new WordBook();
  const [a, b] = [words(book, 'The harbour pilots'), words(book, 'nine HARBOUR Pilots')];
  expect(b.slice(1)).toEqual([a[1]! + 1, a[2]! + 1]);
});

test('figures, marks and scripts without spaces', () => {
  const book = new WordBook();
  const traits = [...book.traits.subarray(0, book.read('24h | 東京都港区'))];
  expect(traits.map((t) => t & (IS_DIGIT | IS_MARK))).toEqual([IS_DIGIT, IS_MARK, 0]);
  expect(traits.map((t) => t >> COUNT_BIT)).toEqual([1, 0, 3]);
});

test('letters whose small form is longer, and letters that take two places', () => {
  const book = new WordBook();
  expect(forms(book, 'İZMİR ΟΔΟΣ 𐐀𐐁x')).toEqual(['i̇zmi̇r', 'οδος', '𐐨𐐩x']);
  expect(words(book, 'İzmir 𐐀𐐁 𐐨').map((w) => w & 1)).toEqual([1, 1, 0]);
});

test('what was read before changes no word', () => {
  const used = new WordBook();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (x, y) => {
      for (const line of [x, y, `${x} ${y}`]) {
        expect(told(used, line)).toEqual(told(new WordBook(), line));
      }
    }),
  );
});

test('matters are numbered on each page anew, endings left off, each once a line', () => {
  const book = new WordBook({
    functional: (form) => form === 'with',
    symbol: () => 0,
    figure: () => 0,
  });
  const matters = (line: string): number[] => {
    const list = new IntList(2);
    book.addMatters(book.read(line), list);
    return [...list.items.subarray(0, list.length)];
  };
  book.beginPage();
  expect(matters('Ferries talk with ferry pilots, pilot talks')).toEqual([0, 1, 2, 3]);
  expect(matters('harbour talk')).toEqual([4, 1]);
  expect(book.matters).toBe(5);
  book.beginPage();
  expect(matters('harbour talk')).toEqual([0, 1]);
});

test('a book that has grown too large forgets its words with the next page', () => {
  const book = new WordBook();
  const letters = (n: number) => String.fromCharCode(...[n, n / 26, n / 676, n / 17_576].map((x) => 97 + (x % 26)));
  for (let i = 0; i < 101_000; i += 500) book.read(Array.from({ length: 500 }, (_, k) => letters(i + k)).join(' '));
  const [before] = words(book, 'harbour');
  book.beginPage();
  expect(words(book, 'harbour')[0]).toBeLessThan(before!);
  expect(forms(book, 'harbour pilots')).toEqual(['harbour', 'pilots']);
});
