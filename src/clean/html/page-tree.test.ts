import { Readability } from '@mozilla/readability';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { pageTree } from './page-tree.ts';
import { visibleLines } from './visible.ts';

const DEPTH = 400;

function bodyOf(html: string): string {
  return pageTree(html, DEPTH)?.body.innerHTML ?? '';
}

test('every page has one html element with a body', () => {
  for (const html of [
    '<!doctype html>\n<html><head><title>x</title></head><body><p>Talks</p></body></html>',
    '<head><title>x</title></head><p>Talks</p>',
    '<html><p>Talks</p></html>',
    '<p>Talks</p>',
  ]) {
    const page = pageTree(html, DEPTH)!;
    expect(page.firstChild).toBe(page.documentElement);
    expect(page.documentElement.tagName).toBe('HTML');
    expect(page.body.textContent).toContain('Talks');
  }
  expect(pageTree('', DEPTH)?.body.childNodes).toEqual([]);
});

test('elements are closed as the language has it', () => {
  expect(bodyOf('<ul><li>a<li>b</ul><p>c<div>d</div><br>e&amp;f')).toBe(
    '<ul><li>a</li><li>b</li></ul><p>c</p><div>d</div><br>e&amp;f',
  );
});

test('what is written is read the same again', () => {
  const html = '<p class="a &quot;b&quot;" hidden="">x &lt; y</p><img src="a.jpg"><div><!-- c -->z</div>';
  const once = bodyOf(html);
  expect(bodyOf(once)).toBe(once);
  const { body } = pageTree('<p>old</p>', DEPTH)!;
  body.innerHTML = once;
  expect([body.innerHTML, body.textContent, body.children.length]).toEqual([once, 'x < yz', 3]);
});

test('texts and lists of elements follow what changes', () => {
  const page = pageTree('<div><p>a</p>b<span>c</span></div><p>d</p>', DEPTH)!;
  const [div, last] = page.body.children as [(typeof page.body.children)[0], (typeof page.body.children)[0]];
  const [p, span] = [div.children[0]!, div.children[1]!];
  expect(page.body.textContent).toBe('abcd');
  p.remove();
  expect([page.body.textContent, div.textContent, div.children]).toEqual(['bcd', 'bc', [span]]);
  div.replaceChild(last, span);
  expect([page.body.textContent, div.children, page.body.children]).toEqual(['bd', [last], [div]]);
  div.appendChild(page.createTextNode('e'));
  expect([page.body.textContent, div.lastChild?.previousSibling]).toEqual(['bde', last]);
  div.replaceChild(p, div.firstChild!);
  expect([div.innerHTML, div.children]).toEqual(['<p>a</p><p>d</p>e', [p, last]]);
});

test('elements are found by name, in the order of the page', () => {
  const { body } = pageTree('<div><h2>a</h2><p><a>b</a></p></div><h1>c</h1>', DEPTH)!;
  expect(body.querySelectorAll('h1,h2,a').map((e) => e.localName)).toEqual(['h2', 'a', 'h1']);
  expect(body.children[0]?.querySelectorAll('h1')).toEqual([]);
});

test('styles tell what is not shown', () => {
  const [p] = pageTree('<p style="color:red; display : none">a</p>', DEPTH)!.body.children;
  expect(p?.style).toEqual({ display: 'none', visibility: '' });
});

test('a page that is nested too deeply has no tree', () => {
  expect(pageTree('<b>'.repeat(DEPTH - 2), DEPTH)).not.toBeNull();
  expect(pageTree('<div/>'.repeat(100_000), DEPTH)).toBeNull();
  expect(pageTree(`${'<b>'.repeat(DEPTH)}<br>`, DEPTH)).toBeNull();
}, 20_000);

test('Readability finds the same article as in a full tree', () => {
  const said = 'The harbour master said, after the talks of Friday, that both lines would sail again before May.';
  const piece = fc.constantFrom(
    ...['<div>', '</div>', '<div class="story-body">', '<div class="sidebar">', '<section>', '</section>', '<p>'],
    ...['</p>', '<br>', '<br> <br>', '<ul><li>', '</ul>', '<a href="#">', '</a>', '<span>', '</span>', '<h2>', '</h2>'],
    ...['<table><tr><td>', '</td></tr></table>', '<p style="display:none">', '<img src="a.jpg">', '<font>', '</font>'],
    ...[
      '<noscript><img src="b.jpg"></noscript>',
      '<span class="byline">',
      '<h1>Ferry line reopens</h1>',
      'Menu',
      'R&amp;D',
    ],
    ...[said, said, `<p>${said} ${said}</p>`, `<p>${said}</p>`],
  );
  const article = (document: unknown): string[] | null => {
    const found = new Readability(document as never).parse()?.content;
    return found ? visibleLines(found).lines.map((l) => l.text) : null;
  };
  fc.assert(
    fc.property(fc.array(piece, { minLength: 5, maxLength: 60 }), (pieces) => {
      const page = `<html><head><title>Ferry line reopens</title></head><body>${pieces.join('')}</body></html>`;
      expect(article(pageTree(page, DEPTH))).toEqual(article(parseHTML(page).document));
    }),
    { numRuns: 150 },
  );
});
