import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordBook } from './words.ts';

const forms = (book: WordBook, line: string): string[] => book.words(line).map((w) => w.form);

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
  expect(book.words('Oslo met oslo').map((w) => w.capital)).toEqual([true, false, false]);
});

test('equal words are one object', () => {
  const book = new WordBook();
  const [a, b] = [book.words('The harbour pilots'), book.words('nine HARBOUR pilots')];
  expect(a[2]).toBe(b[2]);
  expect(a[1]?.stem).toBe(b[1]?.stem);
});

test('what was read before changes no word', () => {
  const used = new WordBook();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (x, y) => {
      for (const line of [x, y, `${x} ${y}`]) {
        const fresh = new WordBook().words(line).map(({ stem, ...w }) => ({ ...w, matter: stem >= 0 }));
        expect(used.words(line).map(({ stem, ...w }) => ({ ...w, matter: stem >= 0 }))).toEqual(fresh);
      }
    }),
  );
});

test('matters are numbered on each page anew, endings left off, each once a line', () => {
  const book = new WordBook({
    functional: (form) => form === 'with',
    begins: () => false,
    follows: () => false,
  });
  const matters = (line: string): number[] => book.mattersOf(book.words(line));
  book.beginPage();
  expect(matters('Ferries talk with ferry pilots, pilot talks')).toEqual([0, 1, 2, 3]);
  expect(matters('harbour talk')).toEqual([4, 1]);
  expect(book.matters).toBe(5);
  book.beginPage();
  expect(matters('harbour talk')).toEqual([0, 1]);
});
