import { expect, test } from 'vitest';
import { decodeText } from './decode.ts';

const codes = (bytes: number[]) => decodeText(new Uint8Array(bytes)).problems.map((p) => p.code);

test('UTF-16 is read with and without a byte order mark', () => {
  const le = Buffer.from('Talks in Oslo', 'utf16le');
  expect(decodeText(le).value).toBe('Talks in Oslo');
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), le])).value).toBe('Talks in Oslo');
});

test('single-byte files are read as windows-1252 without complaint', () => {
  expect(decodeText(new Uint8Array([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94])).value).toBe('“café”');
  expect(codes([0x63, 0x61, 0x66, 0xe9])).toEqual([]);
});

test('a mixed file keeps both halves and says so', () => {
  const mixed = Buffer.concat([Buffer.from('“Genève” '), Buffer.from([0x47, 0xe9, 0x6e])]);
  expect(decodeText(mixed).value).toBe('“Genève” Gén');
  expect(decodeText(mixed).problems[0]?.code).toBe('PAGE-003');
});

test('a declared charset helps only where the bytes are no UTF-8', () => {
  expect(decodeText(new Uint8Array([0xcf, 0xf0]), 'windows-1251').value).toBe('Пр');
  expect(decodeText(Buffer.from('Пр'), 'windows-1251').value).toBe('Пр');
});
