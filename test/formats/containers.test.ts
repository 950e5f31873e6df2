/** Formats of archives, feeds and mail: each item is a report with its own title, day and text; damage costs one item only. */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../src/clean/read.ts';
import type { Problem, Report } from '../../src/model/index.ts';
import { rules } from '../fixtures/reader.ts';
import { zip } from '../fixtures/zip.ts';

const P1 = 'Ghana and Togo opened a joint office for fishing permits in Aflao on Thursday, the two ministries said.';
const P2 = 'The office will be run in turn, and each side may close it with a notice of ninety days.';

interface Item {
  readonly report: Report;
  readonly problems: readonly Problem[];
}

async function read(content: string | Uint8Array, source: string): Promise<Item[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const items: Item[] = [];
  for await (const { value, problems } of readReports(bytes, { source }, rules))
    items.push({ report: value, problems });
  return items;
}

function expectReport(item: Item | undefined, format: string, day = '2025-02-28'): void {
  expect(item?.report).toMatchObject({ format, headline: 'Joint office opens' });
  expect(item?.report.published?.edtf).toBe(day);
  expect(item?.report.text).toContain(P1);
  expect(item?.report.text).toContain(P2);
}

describe('feeds', () => {
  const body = `&lt;p&gt;${P1}&lt;/p&gt;&lt;p&gt;${P2}&lt;/p&gt;`;
  it('reads RSS with full text, also with a bare &', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Keta News & Views</title><item><title>Joint office opens</title><link>http://example.org/1</link>
      <pubDate>Fri, 28 Feb 2025 23:10:00 +0000</pubDate><content:encoded>${body}</content:encoded></item>
      <item><title>Another</title><description>Only a line.</description></item></channel></rss>`;
    const items = await read(rss, 'a.xml');
    expect(items).toHaveLength(2);
    expectReport(items[0], 'feed');
    expect(items[0]?.report.url).toBe('http://example.org/1');
    expect(items[0]?.report.source).toBe('a.xml#1');
  });

  it('reads Atom and JSON Feed', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Keta</title><entry><title>Joint office opens</title>
      <published>2025-02-28T10:00:00Z</published><content type="html">${body}</content></entry></feed>`;
    expectReport((await read(atom, 'a.atom'))[0], 'feed');
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Keta',
      items: [
        {
          id: '1',
          title: 'Joint office opens',
          date_published: '2025-02-28T10:00:00Z',
          content_text: `${P1}\n\n${P2}`,
        },
      ],
    };
    expectReport((await read(JSON.stringify(json), 'feed'))[0], 'feed');
  });

  it('says so when a feed is cut off', async () => {
    const [item] = await read('<rss version="2.0"><channel><item><title>Jo', 'a.xml');
    expect(item === undefined || item.problems.length > 0 || item.report.text !== '').toBe(true);
  });
});

describe('JSON', () => {
  const article = {
    title: 'Joint office opens',
    text: `${P1}\n\n${P2}`,
    date: '2025-02-28',
    source: { name: 'Keta Weekly' },
  };
  it('reads one object, a list and a list under a name', async () => {
    for (const value of [article, [article], { status: 'ok', articles: [article] }]) {
      const [item] = await read(JSON.stringify(value), 'a.json');
      expectReport(item, 'jsonl');
      expect(item?.report.outlet).toBe('Keta Weekly');
    }
  });

  it('reads lines, and loses only the broken one', async () => {
    const lines = [JSON.stringify(article), '{"title": "cut', JSON.stringify({ ...article, text: P1 })].join('\n');
    const items = await read(lines, 'a.jsonl');
    expect(items.map((i) => i.problems.map((p) => p.code).includes('PAGE-008'))).toEqual([false, true, false]);
    expectReport(items[0], 'jsonl');
  });
});

describe('mail', () => {
  const mail = (subject: string, body: string): string =>
    `From: Keta Desk <desk@example.org>\r\nDate: Fri, 28 Feb 2025 10:00:00 +0530\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;
  it('reads a message', async () =>
    expectReport((await read(mail('Joint office opens', `${P1}\n\n${P2}`), 'a.eml'))[0], 'mail'));

  it('reads a mailbox, message by message', async () => {
    const box = ['Joint office opens', 'Second']
      .map((s) => `From a@b Fri Feb 28 10:00:00 2025\n${mail(s, `${P1}\n\n${P2}`)}`)
      .join('\n');
    const items = await read(box, 'a.mbox');
    expect(items.map((i) => i.report.headline)).toEqual(['Joint office opens', 'Second']);
  });

  it('survives a message with hostile parts', async () => {
    const parts = '--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n'.repeat(3000);
    const items = await read(`Subject: s\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${parts}`, 'a.eml');
    expect(items).toHaveLength(1);
  });
});

describe('agency XML', () => {
  it('reads NewsML-G2', async () => {
    const xml = `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="KNA"/>
      <versionCreated>2025-03-01T00:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2025-02-28T09:00:00Z</contentCreated>
      <headline>Joint office opens</headline></contentMeta><contentSet><inlineXML><html><body><p>${P1}</p><p>${P2}</p></body></html></inlineXML></contentSet></newsItem>`;
    expectReport((await read(xml, 'a.xml'))[0], 'newsml');
  });

  it('reads NITF', async () => {
    const xml = `<nitf><head><docdata><date.issue norm="20250228T090000Z"/></docdata></head><body><body.head><hedline><hl1>Joint office opens</hl1></hedline></body.head>
      <body.content><p>${P1}</p><p>${P2}</p></body.content></body></nitf>`;
    expectReport((await read(xml, 'a.xml'))[0], 'nitf');
  });
});

describe('archive exports', () => {
  it('reads Factiva HTML by its codes', async () => {
    const row = (code: string, value: string): string => `<tr><td><b>${code}</b></td><td>${value}</td></tr>`;
    const html = `<!doctype html><html><head><title>Factiva</title></head><body><div class="article"><table>${row('HD', 'Joint office opens')}
      ${row('PD', '28 February 2025')}${row('SN', 'Keta Weekly')}${row('LP', `<p>${P1}</p>`)}${row('TD', `<p>${P2}</p>`)}</table></div></body></html>`;
    const [item] = await read(html, 'export.html');
    expectReport(item, 'factiva');
    expect(item?.report.outlet).toBe('Keta Weekly');
  });

  it('divides a DOCX export where the archive ends a document', async () => {
    const para = (t: string): string => `<w:p><w:r><w:t>${t}</w:t></w:r></w:p>`;
    const one = [
      'Joint office opens',
      'Keta Weekly',
      'February 28, 2025 Friday',
      'Length: 40 words',
      'Body',
      P1,
      P2,
      'Load-Date: March 1, 2025',
      'End of Document',
    ];
    const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[...one, ...one].map(para).join('')}</w:body></w:document>`;
    const types =
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const rels =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
    const items = await read(
      zip({ '[Content_Types].xml': types, '_rels/.rels': rels, 'word/document.xml': xml }),
      'a.docx',
    );
    expect(items).toHaveLength(2);
    expectReport(items[0], 'docx');
    expect(items[0]?.report.outlet).toBe('Keta Weekly');
    expect(items[0]?.report.text).not.toContain('Load-Date');
  });

  it('says so when a DOCX is broken', async () => {
    const [item] = await read(new TextEncoder().encode('PK\x03\x04 broken'), 'a.docx');
    expect(item?.problems.map((p) => p.code)).toContain('PAGE-007');
  });
});

describe('Markdown', () => {
  it('keeps the words of links and drops the marks', async () => {
    const md = `# Joint office opens\n\n![harbour](h.jpg)\n\n**Ghana** and [Togo](http://example.org/t) opened a joint office on Thursday, both said.\n`;
    const [item] = await read(md, 'a.md');
    expect(item?.report).toMatchObject({ format: 'markdown', headline: 'Joint office opens', source: 'a.md' });
    expect(item?.report.text).toContain('Ghana and Togo opened a joint office');
    expect(item?.report.text).not.toMatch(/h\.jpg|\*\*|\]\(/);
  });
});
