import { expect, test } from 'vitest';
import { readTag } from './tags.ts';
import { visibleLines } from './visible.ts';

const textsOf = (html: string): string[] => visibleLines(html).lines.map((l) => l.text);
const linkedOf = (html: string): number[] => visibleLines(html).lines.map((l) => l.linked);

test('a quote opens a value only behind an equals sign', () => {
  expect(readTag(`<img src='a.png''/>rest`, 4).end).toBe(`<img src='a.png''/>`.length);
  expect(readTag('<p title="5 > 4" class=Lead>', 2)).toEqual({ end: 28, closed: false, marks: 'lead', hidden: false });
  expect(textsOf(`<p>Ferry<img src='a.png''/> talks</p><p>It's on</p>`)).toEqual(['Ferry talks', "It's on"]);
});

test('a value whose quote never closes ends the tag at the next bracket', () => {
  expect(textsOf('<p class="lead>The ports reopen</p><p>So they said</p>')).toEqual([
    'The ports reopen',
    'So they said',
  ]);
});

test('a bracket inside an unquoted value ends the tag, a slash in it closes nothing', () => {
  expect(readTag('<a href=/talks/>', 2)).toMatchObject({ end: 16, closed: false });
  expect(readTag('<a href="/talks/"/>', 2)).toMatchObject({ end: 19, closed: true });
});

test('marks are those of the page, not of its programs', () => {
  expect(readTag('<p data-id="x7" ID="Top" class=\'Lead Big\' role=note>', 2).marks).toBe('top lead big note');
});

test('an element is hidden by its attributes, not by what they speak of', () => {
  const hidden = (attributes: string): boolean => readTag(`<p ${attributes}>`, 2).hidden;
  expect(['hidden', 'style="display: none"', 'aria-hidden=true', "style='visibility:hidden'"].map(hidden)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    ['title="the hidden cost"', 'class="a hidden b"', 'aria-hidden="false"', 'style="color:red"'].map(hidden),
  ).toEqual([false, false, false, false]);
});

test('links end where they end: hidden ones, those left open and those closed across blocks', () => {
  expect(linkedOf('<a href="#main" hidden>Skip</a><p>The envoys met.</p>')).toEqual([0]);
  expect(linkedOf('<p><a href="/a">One</p><p><a href="/b">Two</a></p><p>Three</p>')).toEqual([1, 1, 0]);
  expect(linkedOf('<div><a href="/a"><p>One</p></a></div><p>Two</p>')).toEqual([1, 0]);
});

test('the end of a link closes no block around it, the end of a span none inside it', () => {
  const tags = (html: string): string[] => visibleLines(html).lines.map((l) => `${l.tag} ${l.text}`);
  expect(tags('<blockquote><a href="/a"><p>One</a> two</p>three</blockquote>')).toEqual([
    'p One two',
    'blockquote three',
  ]);
  expect(tags('<span><section>one</span> two</section>')).toEqual(['section one two']);
});

test('a block ends the paragraph before it, with what runs on inside', () => {
  const { lines, nodes } = visibleLines('<p><b>One<p>Two<div>Three</div>');
  expect(lines.map((l) => [l.text, nodes[l.node]!.tag, nodes[l.node]!.parent])).toEqual([
    ['One', 'p', 0],
    ['Two', 'p', 0],
    ['Three', 'div', 0],
  ]);
});

test('each line knows its letters and the pictures above it', () => {
  const { lines } = visibleLines('<p><b>Bold</b></p><img src="a"><p><em>half</em>half</p><p>plain</p>');
  expect(lines.map((l) => [l.bold, l.slanted, l.pictures])).toEqual([
    [1, 0, 0],
    [0, 0.5, 1],
    [0, 0, 0],
  ]);
});
