/** The desk in Chromium: the way from pairs to words and back, without script too, for all eyes and windows. */
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/http/server.ts';
import { courier, gazette } from '../fixtures/ledger-story.ts';
import { openBrowser, openDesk, whyNoBrowser } from './open-desk.ts';
import { peopleStory } from './people-story.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core');
const WIDE = { width: 1400, height: 900 };
const NARROW = { width: 390, height: 800 };
const why = whyNoBrowser();

let browser: Browser;
let desk: Desk;

async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: desk.url, viewport: WIDE, ...options });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (m) => complaints.push(m.text()));
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('requestfailed', (r) => {
    // A page that is left while its icon still loads gives the load up; nothing has failed.
    if (r.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${r.url()}`);
  });
  page.on('request', (r) => {
    if (!r.url().startsWith(desk.url)) complaints.push(`foreign: ${r.url()}`);
  });
  await work(page);
  await context.close();
  expect(complaints).toEqual([]);
}

async function everyPage(page: Page): Promise<readonly string[]> {
  await page.goto('/pairs/RUS-USA');
  const entry = await page.locator('.entry').nth(1).getAttribute('id');
  return [
    '/',
    '/pairs/RUS-USA',
    '/pairs/RUS-USA?by=track',
    `/entries/${entry}`,
    '/reports',
    `/reports/${gazette.report.id}`,
    `/reports/${courier.report.id}/sentences`,
    `/reports/${courier.report.id}/sentences/2`,
    '/people',
    '/people?text=nobody',
    '/people/mira-holt-usa',
    '/offices?state=USA',
    '/search?text=diplomats',
    '/search',
  ];
}

/** Many pages are opened in one test, on machines that have other work too. */
const LONG = { timeout: 240_000 };

/** The way a person takes, which must work without script too. */
const walk = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Russia – United States' }).click();
  const line = page.locator('.entry', { hasText: 'Russia made an offer' });
  expect(await line.locator('blockquote').isVisible()).toBe(false);
  await line.locator('summary').click();
  expect(await line.locator('blockquote u').allTextContents()).toContain('offered');
  await line.getByRole('link', { name: 'Why it reads so' }).click();
  expect(await page.locator('h1').textContent()).toContain('Russia made an offer to the United States');
  await page.locator('.claim .from a').first().click();
  expect(page.url()).toContain(`/reports/${gazette.report.id}#s-`);
  const mark = page.locator('mark', { hasText: 'offered the United States' });
  expect(await mark.isVisible()).toBe(true);
  await mark.locator('xpath=following-sibling::sup[1]/a[1]').click();
  const note = page.locator('.note:target');
  expect(await note.textContent()).toContain('Russia made an offer');
  await note.locator('a[href^="/entries/"]').click();
  await page.getByRole('link', { name: 'Russia – the United States' }).click();
  expect(await page.locator('h1').textContent()).toBe('Russia and the United States');
};

/** From a person to the words that name her, to the entry she stands behind, and back. */
const walkPeople = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Name').fill('myra');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Mira Holt' }).click();
  expect(await page.locator('.posts-table tbody tr').count()).toBe(3);
  await page.locator('.told a', { hasText: 'Embassy talks' }).click();
  expect(await page.locator('.person:target').textContent()).toBe('spokeswoman Mira Holt');
  await page.locator('.note', { hasText: 'accused Russia' }).locator('a[href^="/entries/"]').click();
  expect(await page.locator('.chains figcaption').textContent()).toBe('1 independent origin in 1 report.');
  expect(await page.locator('.chains .voice').count()).toBe(3);
  await page.locator('.chains summary').click();
  await page.locator('.way').getByRole('link', { name: 'Mira Holt' }).click();
  await page.getByRole('link', { name: 'Offices of the United States' }).click();
  expect(await page.locator('h1').textContent()).toContain('Offices of the United States');
};

/** From a paragraph to the tree of its first sentence and on. */
const walkTrees = async (page: Page): Promise<void> => {
  await page.goto(`/reports/${courier.report.id}`);
  await page.locator('.words', { hasText: 'expelled thirty' }).locator('.to-tree').click();
  expect(await page.locator('blockquote').textContent()).toContain('Washington expelled thirty');
  expect(await page.locator('svg.tree .root text').first().textContent()).toBe('expelled');
  await page.getByRole('link', { name: 'After' }).click();
  expect(await page.locator('blockquote').textContent()).toContain('The talks');
};

/** What works with script only, or is the browser's own. */
const habits: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'filters by form': async (page) => {
    await page.goto('/pairs/RUS-USA');
    await page.getByLabel('Track').selectOption({ label: 'Air links (1)' });
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.entry').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('track')).toBe('air-links');
  },

  'opens the line that a mark of the drawing leads to': async (page) => {
    await page.goto('/pairs/RUS-USA');
    await page.locator('.chronology a.hollow').first().click();
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${id}"] blockquote`).isVisible()).toBe(true);
  },

  'ties sentence and note together by a click on either': async (page) => {
    await page.goto(`/reports/${courier.report.id}`);
    await page.locator('mark', { hasText: 'expelled thirty' }).click({ position: { x: 5, y: 8 } });
    expect(await page.locator('.note.lit').textContent()).toContain('took a measure');
    await page.locator('.note', { hasText: 'accused Russia' }).locator('.word').click();
    expect(await page.locator('mark.lit').textContent()).toContain('delaying visas');
  },

  'can be used with keys alone': async (page) => {
    await page.goto('/pairs/RUS-USA');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.locator('.entry summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.entry blockquote').first().isVisible()).toBe(true);
  },

  'prints every sentence': async (page) => {
    await page.goto('/pairs/RUS-USA');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.entry blockquote').first().isVisible()).toBe(true);
    expect(await page.locator('.filter').isVisible()).toBe(false);
  },
};

/** What axe finds wrong, and how far the page is wider than its window; run in the page. */
const CHECK = `axe.run().then(({ violations }) => ({
  found: violations.map((v) => v.id + ': ' + v.nodes[0].html),
  over: document.documentElement.scrollWidth - innerWidth,
}))`;

async function checkEveryPage(page: Page): Promise<void> {
  for (const path of await everyPage(page)) {
    await page.goto(path);
    for (const fold of await page.locator('main details').all()) await fold.evaluate((d) => d.setAttribute('open', ''));
    await page.addScriptTag({ path: AXE });
    const { found, over } = await page.evaluate<{ readonly found: readonly string[]; readonly over: number }>(CHECK);
    expect(found, path).toEqual([]);
    expect(over, path).toBeLessThanOrEqual(0);
  }
}

describe.skipIf(why !== null)(`the desk in Chromium${why ? ` (${why})` : ''}`, () => {
  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), openDesk(peopleStory)]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  it('leads from pairs to words and back', () => withPage({}, walk));
  it('leads there without script too', () => withPage({ javaScriptEnabled: false }, walk));
  it('leads from people to words and entries', () => withPage({ javaScriptEnabled: false }, walkPeople));
  it('leads from a paragraph to trees', () => withPage({ javaScriptEnabled: false }, walkTrees));
  for (const [habit, show] of Object.entries(habits)) it(habit, () => withPage({}, show));

  it.each([
    ['wide and light', WIDE, 'light'],
    ['narrow and dark', NARROW, 'dark'],
  ] as const)('is accessible, %s, and needs no sideways scrolling', LONG, (_name, viewport, colorScheme) =>
    // The checker is put into the page by script, which the pages themselves forbid.
    withPage({ viewport, colorScheme, bypassCSP: true }, checkEveryPage),
  );
});
