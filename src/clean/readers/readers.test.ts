import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Outcome, Report } from '../../model/index.ts';
import { type PageHint, readReports } from '../read.ts';
import { pageRules } from '../rules-for-tests.ts';

const rules = pageRules();
const BODY = [
  'The ferry ministers of the two island states met in the harbour town on Friday and agreed to reopen the line.',
  'They said that the pilots of both sides would be heard before the summer timetable is fixed.',
  'Nobody would say who is to pay for the new quay, which has been closed since the storm.',
];
const HTML = `<html lang="en"><head><title>Ferry line reopens - Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2024-05-03T09:30:00+02:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry line reopens after talks","datePublished":"2024-05-03T09:30:00+02:00","author":{"@type":"Person","name":"Ada Lind"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry line reopens after talks</h1>${BODY.map((p) => `<p>${p}</p>`).join('')}</article>
<footer>© 2024 Harbour Gazette</footer></body></html>`;

async function readAll(input: string | Uint8Array, hint: PageHint): Promise<Outcome<Report>[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const out: Outcome<Report>[] = [];
  for await (const o of readReports(bytes, hint, rules)) out.push(o);
  return out;
}

function bodyOf(report: Report): string[] {
  return report.blocks.filter((b) => b.kind === 'body').map((b) => report.text.slice(b.start, b.end));
}

test('a page saved by a browser keeps the address it was saved from', async () => {
  const from = 'https://harbour-gazette.example/2024/ferry?ref=mail';
  const chrome = HTML.replace('<html', `<!DOCTYPE html>\n<!-- saved from url=(0051)${from} -->\n<html`);
  const single = HTML.replace(
    '<head>',
    `<!--\n Page saved with SingleFile \n url: ${from} \n saved date: Fri May 03 2024 -->\n<head>`,
  );
  const canonical = (page: string, attributes: string) => page.replace('<title>', `<link ${attributes}><title>`);
  const url = async (page: string) => (await readAll(page, { source: 'page.html' }))[0]!.value.url;
  expect(await url(chrome)).toBe(from);
  expect(await url(single)).toBe(from);
  expect(await url(canonical(chrome, 'rel="canonical" href="/2024/ferry"'))).toBe(
    'https://harbour-gazette.example/2024/ferry',
  );
  expect(await url(canonical(HTML, 'href="https://other.example/ferry" rel="canonical"'))).toBe(
    'https://other.example/ferry',
  );
  expect(await url(HTML)).toBeUndefined();
});

test('a web page: body, headline, author, outlet and instant', async () => {
  const [page] = await readAll(HTML, { source: 'page.html' });
  expect(bodyOf(page!.value)).toEqual(BODY);
  expect(page!.value).toMatchObject({
    format: 'html',
    headline: 'Ferry line reopens after talks',
    outlet: 'Harbour Gazette',
    byline: 'Ada Lind',
    language: 'en',
  });
  expect(page!.value.published).toMatchObject({
    edtf: '2024-05-03',
    instant: '2024-05-03T09:30+02:00',
    basis: 'stated',
  });
});

test('the same page saved as one file by a browser', async () => {
  const mhtml = `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://harbour.example/ferry\r\n\r\n${HTML}\r\n--b1--\r\n`;
  const [page] = await readAll(mhtml, { source: 'page.mhtml' });
  expect(bodyOf(page!.value)).toEqual(BODY);
  expect(page!.value).toMatchObject({ format: 'mhtml', url: 'https://harbour.example/ferry' });
});

test('JSON lines: each line a report, a broken line a problem', async () => {
  const lines = `${JSON.stringify({ title: 'Ferry line reopens', text: BODY.join('\n\n'), url: 'https://harbour.example/1', date: '2024-05-03', author: ['Ada Lind'] })}\nno json\n`;
  const [one, two] = await readAll(lines, { source: 'all.jsonl' });
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({
    source: 'all.jsonl#1',
    headline: 'Ferry line reopens',
    byline: 'Ada Lind',
    url: 'https://harbour.example/1',
  });
  expect(one!.value.published?.edtf).toBe('2024-05-03');
  expect(two!.problems.map((p) => p.code)).toEqual(['PAGE-008']);
});

test('a mail and a mailbox', async () => {
  const mail = `From: Harbour <news@harbour.example>\nTo: desk@example.org\nSubject: Fwd: Ferry line reopens\nDate: Fri, 03 May 2024 10:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n${BODY.join('\n\n')}\n`;
  const [one] = await readAll(mail, { source: 'a.eml' });
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({ headline: 'Ferry line reopens', format: 'mail' });
  expect(one!.value.published?.instant).toBe('2024-05-03T10:00+02:00');
  const box = `From x Fri May  3 10:00:00 2024\n${mail}\nFrom y Fri May  3 11:00:00 2024\n${mail}`;
  expect((await readAll(box, { source: 'a.mbox' })).map((o) => o.value.source)).toEqual(['a.mbox#1', 'a.mbox#2']);
});

test('a feed with a bare ampersand, cut off in its last item', async () => {
  const item = `<item><title>Ferry & pilots</title><link>https://harbour.example/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;${BODY.join('&lt;/p&gt;&lt;p&gt;')}&lt;/p&gt;</description></item>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>${item}<item><title>Cut`;
  const [one, ...rest] = await readAll(feed, { source: 'feed.xml' });
  expect(rest).toEqual([]);
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({
    headline: 'Ferry & pilots',
    outlet: 'Harbour Gazette',
    url: 'https://harbour.example/1',
  });
  expect(one!.value.published?.edtf).toBe('2024-05-03');
});

test('a WARC file, plain and gzipped', async () => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`;
  const size = new TextEncoder().encode(http).length;
  const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-04T00:00:00Z\r\nWARC-Target-URI: https://harbour.example/ferry\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${size}\r\n\r\n${http}\r\n\r\n`;
  for (const bytes of [new TextEncoder().encode(warc), new Uint8Array(gzipSync(warc))]) {
    const [page] = await readAll(bytes, { source: 'a.warc.gz' });
    expect(bodyOf(page!.value)).toEqual(BODY);
    expect(page!.value.url).toBe('https://harbour.example/ferry');
  }
});

test('NITF and NewsML-G2', async () => {
  const paragraphs = BODY.map((p) => `<p>${p}</p>`).join('');
  const nitf = `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240503T093000Z"/></docdata></head><body><body.head><hedline><hl1>Ferry line reopens</hl1></hedline><byline>By <person>Ada Lind</person></byline></body.head><body.content><block>${paragraphs}</block></body.content></body></nitf>`;
  const [one] = await readAll(nitf, { source: 'a.xml' });
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({ format: 'nitf', headline: 'Ferry line reopens', byline: 'Ada Lind' });
  expect(one!.value.published?.edtf).toBe('2024-05-03');
  const newsml = `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><contentCreated>2024-05-03T09:30:00Z</contentCreated><by>Ada Lind</by><headline>Ferry line reopens</headline></contentMeta><contentSet><inlineXML><html><body>${paragraphs}</body></html></inlineXML></contentSet></newsItem>`;
  const [two] = await readAll(newsml, { source: 'b.xml' });
  expect(bodyOf(two!.value)).toEqual(BODY);
  expect(two!.value).toMatchObject({ format: 'newsml', byline: 'Ada Lind' });
});

test('a Factiva export', async () => {
  const html = `<html><head><title>Factiva</title></head><body><div class="article enArticle"><p><b>SE</b> World</p><p><b>HD</b> Ferry line reopens</p><p><b>BY</b> By Ada Lind</p><p><b>PD</b> 3 May 2024</p><p><b>SN</b> Harbour Gazette</p><p><b>LP</b> ${BODY[0]}</p><p><b>TD</b> ${BODY[1]}</p><p>${BODY[2]}</p></div></body></html>`;
  const [one] = await readAll(html, { source: 'f.html' });
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({
    format: 'factiva',
    headline: 'Ferry line reopens',
    outlet: 'Harbour Gazette',
    byline: 'Ada Lind',
  });
  expect(one!.value.published?.edtf).toBe('2024-05-03');
});

test('Markdown with a head and links', async () => {
  const md = `---\ntitle: Ferry line reopens\nauthor: Ada Lind\ndate: 2024-05-03\n---\n\n# Ferry line reopens\n\n${BODY[0]!.replace('harbour town', '[harbour town](https://harbour.example/t)')}\n\n> ${BODY[1]}\n\n**Nobody** ${BODY[2]!.slice(7)}\n`;
  const [one] = await readAll(md, { source: 'a.md' });
  expect(bodyOf(one!.value)).toEqual(BODY);
  expect(one!.value).toMatchObject({ format: 'markdown', byline: 'Ada Lind' });
});

test('broken containers are problems with a report, never exceptions', async () => {
  for (const [source, text] of [
    ['a.docx', 'PK\u0003\u0004 word/ broken'],
    ['a.warc', 'WARC/1.0\r\nContent-Length: 99999\r\n\r\ncut'],
    ['a.xml', '<rss><channel>'],
    ['a.json', '{"a": '],
    ['a.xml', '<newsItem><contentSet>'],
    ['a.mhtml', 'no mail at all'],
  ] as const) {
    const out = await readAll(text, { source });
    expect(out.length, source).toBeGreaterThan(0);
    expect(out.flatMap((o) => o.problems).length, source).toBeGreaterThan(0);
  }
});
