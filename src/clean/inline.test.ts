import { expect, test } from 'vitest';
import { splitInline } from './inline.ts';

const parts = (text: string) =>
  splitInline([{ start: 10, end: 10 + text.length, text, gap: 1 }]).map((p) => [p.text, p.glued ?? 'text']);

test('a script between two sentences is cut out, with the call it belongs to', () => {
  const line =
    'The quay was closed, the clerk said.adtag.cmd.push(function() {adtag.show("q-1"); }); It reopened on Friday.';
  expect(parts(line)).toEqual([
    ['The quay was closed, the clerk said.', 'text'],
    ['adtag.cmd.push(function() {adtag.show("q-1"); });', 'script'],
    ['It reopened on Friday.', 'text'],
  ]);
});

test('arrow functions and style sheets count as scripts', () => {
  expect(
    parts('The talks ended early. window.q.push(()=>{Ad.render({to:"a"})}); They go on.').map((p) => p[1]),
  ).toEqual(['text', 'script', 'text']);
  expect(parts('.quay-box { color: red; margin: 0 } The quay opened.').map((p) => p[1])).toEqual(['script', 'text']);
});

test('braces in running text stay', () => {
  expect(parts('The set {1, 2} was named in the annex.').map((p) => p[1])).toEqual(['text']);
});

test('a teaser in capitals glued to a sentence is cut off', () => {
  expect(parts('They left on 3 May.READ: Pilots go on strike')).toEqual([
    ['They left on 3 May.', 'text'],
    ['READ: Pilots go on strike', 'teaser'],
  ]);
  expect(parts('The flights were cut by half. ALSO READ | Ferry returns').map((p) => p[1])).toEqual(['text', 'teaser']);
});

test('a line with the word read in it stays whole', () => {
  expect(parts('He asked them to read: nobody did. Read the letter again, he said.').length).toBe(1);
});

test('spans point at the words', () => {
  const text = 'They left. READ MORE: Pilots strike';
  for (const p of splitInline([{ start: 0, end: text.length, text, gap: 0 }])) {
    expect(text.slice(p.start, p.end)).toBe(p.text);
  }
});
