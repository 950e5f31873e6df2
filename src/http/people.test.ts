/** People, their posts and the offices of states, as pages and as JSON. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRules } from '../../test/browser/open-desk.ts';
import { monitor, peopleStory, withPeople } from '../../test/browser/people-story.ts';
import { courier } from '../../test/fixtures/ledger-story.ts';
import { reading } from '../../test/fixtures/readings.ts';
import { addReading } from '../ledger/add.ts';
import { namesFrom } from '../ledger/names.ts';
import type { Store } from '../ledger/ports.ts';
import { openStore } from '../store/open.ts';
import { desk } from './desk.ts';

const NOON = () => '2025-03-05T12:00:00.000Z';
const EVIL = '<script>alert(1)</script>"\'&';
const evil = withPeople(reading({ headline: EVIL, outlet: EVIL, body: [`Envoy ${EVIL} spoke.`] }), {
  name: EVIL,
  office: EVIL,
  organ: EVIL,
  code: '<b>X</b>',
  tense: 'current',
  words: `Envoy ${EVIL}`,
});

let store: Store;
let app: ReturnType<typeof desk>;

beforeAll(async () => {
  store = await openStore(':memory:');
  for (const each of [...peopleStory, evil]) await addReading(store, each, NOON);
  const names = namesFrom(deskRules.actors, deskRules.tracks);
  app = desk({ ledger: store, names, tracks: [], place: 'ledger.verbale' });
});
afterAll(() => store.close());

async function page(path: string): Promise<string> {
  return (await app.request(`http://127.0.0.1${path}`)).text();
}

describe('people', () => {
  it('are listed with their posts, one line for all spellings of a name', async () => {
    const text = await page('/people');
    expect(text).toContain('<a href="/people/mira-holt-usa">Mira Holt</a>');
    expect(text).toContain('also Myra Holt');
    expect(text).toContain('<span class="tense acting">acting</span>');
    expect(text).toMatch(/<a href="\/people" aria-current="page">/);
  });
  it.each([
    ['text=hol', ['Mira Holt']],
    ['text=Myra', ['Mira Holt']],
    ['text=brusow', ['Ilya Brusov']],
    ['state=RUS', ['Ilya Brusov']],
    ['organ=embassy', ['Mira Holt']],
    ['state=RUS&organ=embassy', []],
    ['text=%20%25&page=x', []],
  ])('can be searched by %s', async (query, names) => {
    const { people } = JSON.parse(await page(`/people.json?${query}`));
    expect(people.map((p: { name: string }) => p.name)).toEqual(names);
  });
});

describe('a person', () => {
  it('has the posts of all reports, with the words and the place that give them', async () => {
    const text = await page('/people/mira-holt-usa');
    expect(text).toContain('<h1>Mira Holt <span class="count">The United States</span></h1>');
    for (const tense of ['current', 'former', 'designate']) expect(text).toContain(`<span class="tense ${tense}">`);
    expect(text).toContain('<q>spokeswoman Mira Holt</q>');
    const at = courier.report.text.indexOf('spokeswoman Mira Holt');
    expect(text).toContain(`href="/reports/${courier.report.id}#p-${at}"`);
    expect(await page(`/reports/${courier.report.id}`)).toContain(
      `<a class="person" id="p-${at}" href="/people/mira-holt-usa">spokeswoman Mira Holt</a>`,
    );
  });
  it('has one address for all spellings, and is missed politely', async () => {
    const other = await app.request('http://127.0.0.1/people/myra-holt-usa');
    expect([other.status, other.headers.get('location')]).toEqual([302, '/people/mira-holt-usa']);
    expect((await app.request('http://127.0.0.1/people/nobody')).status).toBe(404);
  });
  it('is up to date when a report is read anew', async () => {
    const own = await openStore(':memory:');
    const fresh = desk({ ledger: own, names: namesFrom([], []), tracks: [], place: 'x' });
    const list = async (): Promise<number> =>
      JSON.parse(await (await fresh.request('http://localhost/people.json')).text()).total;
    expect(await list()).toBe(0);
    await addReading(own, monitor, NOON);
    expect(await list()).toBe(2);
    await addReading(own, { ...monitor, people: [], rulesVersion: 'rules-2' }, NOON);
    expect(await list()).toBe(0);
    await own.close();
  });
});

describe('offices', () => {
  it('show the holders of a state by organ', async () => {
    const text = await page('/offices?state=USA');
    expect(text).toContain('<h1>Offices of the United States');
    expect(text).toContain('<h2>Foreign ministry</h2>');
    expect(text).toMatch(/rowspan="2">Spokeswoman<\/th><td><a href="\/people\/mira-holt-usa">/);
    expect(await page('/offices?state=ZZZ')).toContain('No report names a holder');
  });
});

describe('pages on people', () => {
  it('let no name smuggle in markup', async () => {
    const { people } = JSON.parse(await page('/people.json'));
    const slug = people.find((p: { name: string }) => p.name === EVIL).slug;
    for (const path of [
      '/people',
      `/people/${slug}`,
      '/offices?state=%3Cb%3EX%3C%2Fb%3E',
      `/reports/${evil.report.id}`,
    ]) {
      const text = await page(path);
      expect(text, path).toContain('&lt;script&gt;');
      expect(text, path).not.toMatch(/<script>|<b>X/);
    }
  });
});

describe('an entry', () => {
  it('draws by whose word it came and leads to the speaker', async () => {
    const { entries } = JSON.parse(await page('/pairs/RUS-USA.json'));
    const { id } = entries.find((e: { lead: { status: string } }) => e.lead.status === 'alleged');
    const text = await page(`/entries/${id}`);
    expect(text).toContain('<a href="/people/mira-holt-usa">Mira Holt</a>');
    expect(text).toContain('1 independent origin in 1 report.');
    expect(text).toContain('>Northern Wire</text>');
    expect(JSON.parse(await page(`/entries/${id}.json`)).wordOf.origins).toBe(1);
  });
});
