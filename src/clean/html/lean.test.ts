import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leanHtml } from './lean.ts';
import { visibleLines } from './visible.ts';

test('what Readability never reads is left out', () => {
  const page =
    '<div data-id="7" CLASS="body" style="color:red"><!-- ad --><script>go("<p>")</script><style>p{}</style>' +
    '<a href="https://example.org/x" onclick=\'a > b\'>Talks</a> <a href="#top">top</a><svg><path d="M0"/></svg></div>';
  expect(leanHtml(page)).toBe('<div CLASS="body"><a href="#">Talks</a> <a href="#top">top</a></div>');
});

test('what describes the page and what hides text stays', () => {
  const kept = [
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    '<meta property="og:title" content="Talks" data-x="1">',
    '<p style="display: none" hidden>x</p>',
    '<img src="a.jpg" data-src="b.jpg">',
    '<title>Talks <b data-x="1"></title>',
  ];
  for (const html of kept) expect(leanHtml(html)).toBe(html);
});

test('what parsers may take in several ways stays as it is', () => {
  for (const html of [
    "<p don't>x</p>",
    '<a href="x>y</a>',
    '1 < 2 <3',
    '<!-- open',
    '<script>open',
    '<p <b>x',
    '<<!-- c -->b>x',
  ])
    expect(leanHtml(html)).toBe(html);
});

test('the visible text stays, whatever the page', () => {
  const piece = fc.constantFrom(
    '<p data-a="1">',
    '</p>',
    '<div class=x id=y>',
    '</div>',
    '<script>var a = "<p>";</script>',
    '<style>b{}</style>',
    '<!-- c -->',
    'The two ministers met. ',
    '<br/>',
    '<a href=x>',
    '</a>',
    '<svg><title>i</title></svg>',
    "<b x='>'>",
    '"',
    '<',
    '>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const page = pieces.join('');
      const text = (html: string): string[] => visibleLines(html).lines.map((l) => l.text);
      expect(text(leanHtml(page))).toEqual(text(page));
    }),
  );
});

test('many unclosed elements and quotes: read in time', () => {
  for (const part of ['<script>', '<svg>', '<!-- ', '<a b="', '<a b ', '<p x=y>']) leanHtml(part.repeat(200_000));
}, 20_000);
