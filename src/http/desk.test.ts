/** The desk's pages in process: what they show, in both forms, and what they refuse. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRules } from '../../test/browser/open-desk.ts';
import { courier, gazette, story } from '../../test/fixtures/ledger-story.ts';
import { reading } from '../../test/fixtures/readings.ts';
import { addReading } from '../ledger/add.ts';
import { namesFrom } from '../ledger/names.ts';
import type { Store } from '../ledger/ports.ts';
import { openStore } from '../store/open.ts';
import { desk } from './desk.ts';

const NOON = () => '2025-03-05T12:00:00.000Z';
/** An evil page: every field that a report fills tries to become markup. */
const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&';
const evil = reading({
  headline: `Envoys ${EVIL}`,
  outlet: EVIL,
  source: `${EVIL}.txt`,
  published: '2025-03-04',
  body: [`Envoys met ${EVIL} on Monday.`, `~teaser~Also ${EVIL}`],
  claims: [
    {
      sentence: `Envoys met ${EVIL} on Monday.`,
      actors: ['<b>X</b>', 'USA'],
      trigger: 'met',
      occurs: '2025-03-03|on Monday',
      place: EVIL,
      track: '<i>',
      attribution: [{ link: 'speaker', name: EVIL, role: EVIL, state: '<b>X</b>' }],
    },
  ],
  problems: [{ code: '<P>', severity: 'warn', message: EVIL }],
});

let store: Store;
let app: ReturnType<typeof desk>;

beforeAll(async () => {
  store = await openStore(':memory:');
  for (const each of [...story, evil]) await addReading(store, each, NOON);
  const names = namesFrom(deskRules.actors, deskRules.tracks);
  app = desk({ ledger: store, names, tracks: deskRules.tracks.map((t) => t.id), place: 'ledger.verbale' });
});
afterAll(() => store.close());

async function page(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await app.request(`http://127.0.0.1:4173${path}`, { headers });
  return { status: answer.status, text: await answer.text() };
}

async function json<T>(path: string): Promise<T> {
  return JSON.parse((await page(path)).text);
}

async function entryId(kind: string): Promise<string> {
  const { entries } = await json<{ entries: { id: string; lead: { kind: string } }[] }>('/pairs/RUS-USA.json');
  return entries.find((e) => e.lead.kind === kind)?.id ?? '';
}

describe('the first page', () => {
  it('names pairs, what happened last, reports and problems', async () => {
    const { text } = await page('/');
    expect(text).toContain('<a href="/pairs/RUS-USA">Russia – United States</a>');
    expect(text).toContain('5 entries');
    expect(text).toContain('India and Russia reached an agreement in New Delhi');
    expect(text).toContain(
      `<a href="/reports/${gazette.report.id}">Envoys sit down in Istanbul over embassy staff</a>`,
    );
    expect(text).toContain('DATE-001');
  });
  it('tells what to do when the ledger is empty', async () => {
    const empty = await openStore(':memory:');
    const bare = desk({ ledger: empty, names: namesFrom([], []), tracks: [], place: 'x' });
    expect(await (await bare.request('http://localhost/')).text()).toContain('verbale add');
    await empty.close();
  });
});

describe('all pairs', () => {
  it('are listed page by page', async () => {
    expect((await page('/pairs')).text).toContain('India – Russia');
    expect((await page('/pairs?page=9')).text).toContain('No pair here');
    expect((await page('/pairs?page=-x')).text).toContain('India – Russia');
  });
});

describe('a pair', () => {
  it('shows minutes with a drawing, in the order asked for', async () => {
    const { text } = await page('/pairs/RUS-USA');
    expect(text).toContain('<h1>Russia and the United States</h1>');
    expect(text).toContain('<svg');
    expect(text.indexOf('March 2018')).toBeLessThan(text.indexOf('February 2025'));
    expect(text).toContain('Russia made an offer to the United States: <q>to let direct flights resume</q>');
    expect((await page('/pairs/RUS-USA?by=track')).text).toContain('<h3>Air links</h3>');
    expect((await page('/pairs/RUS-USA?by=status')).text).toContain('<h3>Offered</h3>');
  });
  it('can be filtered', async () => {
    const { text } = await page('/pairs/RUS-USA?track=air-links&status=&from=&to=&text=');
    expect(text).toContain('1 of 5 entries');
    expect(text).toContain('<option value="air-links" selected>');
    expect((await page('/pairs/RUS-USA?from=2025-02-27&to=2025-02-27&text=Istanbul')).text).toContain('1 of 5 entries');
    expect((await page('/pairs/RUS-USA?text=walrus')).text).toContain('No entry meets all these conditions');
  });
  it('tells what it could not understand', async () => {
    const { text } = await page('/pairs/RUS-USA?from=2025-02-30&status=perhaps');
    expect(text).toContain('“2025-02-30” was left out');
    expect(text).toContain('“perhaps” was left out');
    expect(text).toContain('5 entries');
  });
  it('has one address, whichever party is named first', async () => {
    const answer = await app.request('http://127.0.0.1/pairs/usa-rus.json?track=visas');
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('/pairs/RUS-USA.json?track=visas');
  });
  it.each(['/pairs/RUS-ZZZ', '/pairs/RUS', '/pairs/--', '/pairs/%3Cscript%3E-x'])('refuses %s', async (path) => {
    const answer = await app.request(`http://127.0.0.1${path}`, { redirect: 'follow' });
    expect([308, 404]).toContain(answer.status);
  });
});

describe('an entry', () => {
  it('opens on its words, its reasons and its other report', async () => {
    const id = await entryId('meeting');
    const { text } = await page(`/entries/${id}`);
    expect(text).toContain('<u>met</u>');
    expect(text).toContain('Other reports of it');
    expect(text).toContain('counted from the day of publication');
    expect(text).toContain('claims/test');
    expect(text).toContain('rules rules-1');
    expect(text).toContain(`/reports/${gazette.report.id}#s-`);
    expect(text).toContain(`/reports/${courier.report.id}#s-`);
  });
  it('answers to the start of its id and to the ids of its claims', async () => {
    const id = await entryId('meeting');
    for (const asked of [id.slice(0, 10), ...courier.claims.slice(0, 1).map((c) => c.id)]) {
      const answer = await app.request(`http://127.0.0.1/entries/${asked}`);
      expect(answer.headers.get('location')).toBe(`/entries/${id}`);
    }
  });
  it('is missed politely', async () => {
    const { status, text } = await page('/entries/e000000000');
    expect(status).toBe(404);
    expect(text).toContain('holds no entry or claim');
  });
});

describe('the text view', () => {
  it('greys what was dropped, with the reason, and ties sentences to notes both ways', async () => {
    const { text } = await page(`/reports/${gazette.report.id}`);
    expect(text).toContain('Dropped: navigation');
    expect(text).toContain('Stands between paragraphs');
    const [met] = gazette.claims;
    expect(text).toContain(`id="s-${met?.id}"`);
    expect(text).toContain(`href="#n-${met?.id}"`);
    expect(text).toContain(`id="n-${met?.id}"`);
    expect(text).toContain(`href="#s-${met?.id}"`);
    expect(text).toMatch(/<a class="date" id="w-1" href="#d-1">on Thursday<\/a>/);
  });
  it('shows every word of the report', async () => {
    for (const each of story) {
      const { text } = await page(`/reports/${each.report.id}`);
      const shown = text
        .replace(/<sup.*?<\/sup>/gs, '')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"');
      for (const block of each.report.blocks) expect(shown).toContain(each.report.text.slice(block.start, block.end));
    }
  });
  it('is missed politely', async () => {
    expect((await page('/reports/r0')).status).toBe(404);
  });
});

describe('search', () => {
  it('finds entries by their sentences and reports by their text', async () => {
    const { text } = await page('/search?text=diplomats%20Istanbul');
    expect(text).toContain('met in Istanbul');
    expect(text).toContain('<b class="hit">diplomats</b>');
    expect((await page('/search?text=Bosphorus')).text).toContain('No entry’s sentence holds all these words');
    expect((await page('/search?text=walrus')).text).toContain('Nothing holds all these words');
    expect((await page('/search')).text).toContain('Type words above');
  });
});

describe('every page', () => {
  const paths = async () => [
    '/',
    '/reports',
    '/pairs/RUS-USA',
    `/entries/${await entryId('offer')}`,
    `/reports/${evil.report.id}`,
    '/search?text=envoys',
    '/nothing',
    '/pairs/%3CB%3EX%3C/B%3E-USA',
  ];

  it('lets no report smuggle in markup', async () => {
    for (const path of await paths()) {
      const { text } = await page(path);
      expect(text, path).not.toMatch(/<script>|<img|<b>X|<i>/);
      expect(text, path).not.toContain('onerror=alert(2)>"');
      expect(text.match(/<script\b/g) ?? [], path).toHaveLength(1);
    }
  });
  it('can be had as JSON', async () => {
    for (const path of [
      '/index.json',
      '/reports.json',
      '/pairs/RUS-USA.json',
      `/entries/${await entryId('offer')}.json`,
      `/reports/${gazette.report.id}.json`,
      '/search.json?text=envoys',
    ]) {
      const answer = await app.request(`http://127.0.0.1${path}`);
      expect(answer.headers.get('content-type'), path).toContain('application/json');
      expect(typeof (await answer.json()), path).toBe('object');
    }
    expect(JSON.parse((await page('/', { accept: 'application/json' })).text).counts.reports).toBe(4);
    expect((await page('/', { accept: 'text/html,application/json;q=0.9' })).text).toContain('<!doctype html>');
  });
});

describe('the desk', () => {
  it('carries headers that forbid scripts from elsewhere, framing and guessing', async () => {
    const { headers } = await app.request('http://127.0.0.1/');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  it('answers only to this machine, and only to reading', async () => {
    expect((await app.request('http://ledger.example/')).status).toBe(403);
    expect((await app.request('http://localhost/', { method: 'POST' })).status).toBe(405);
    expect((await app.request('http://[::1]/', { method: 'HEAD' })).status).toBe(200);
  });
  it('has its style sheet and script', async () => {
    for (const [name, type] of [
      ['desk.css', 'text/css'],
      ['desk.js', 'text/javascript'],
      ['icon.svg', 'image/svg+xml'],
    ] as const) {
      const answer = await app.request(`http://127.0.0.1/assets/${name}`);
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    }
    expect((await app.request('http://127.0.0.1/assets/../desk.ts')).status).toBe(404);
  });
  it('survives odd addresses', async () => {
    for (const path of [
      '/reports/%E0%A4%A',
      '/entries/%00aaaaaa',
      '/pairs/%E0-%A4',
      '/search?text=%00',
      '/entries/..%2f..%2fx',
      '/pairs/a-b-c-d',
      '/.json',
      '/entries/.json',
      `/search?text=${'a%22'.repeat(500)}`,
    ]) {
      expect((await page(path)).status, path).toBeLessThan(500);
    }
  });
});
