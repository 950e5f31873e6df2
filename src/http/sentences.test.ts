/** Sentences with their trees: made when asked for, refused politely where there is no parser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRules } from '../../test/browser/open-desk.ts';
import { gazette } from '../../test/fixtures/ledger-story.ts';
import { loadParser } from '../language/load-node.ts';
import { addReading } from '../ledger/add.ts';
import { namesFrom } from '../ledger/names.ts';
import type { Store } from '../ledger/ports.ts';
import { openStore } from '../store/open.ts';
import { desk } from './desk.ts';
import { lazyParse } from './lazy-parse.ts';

let store: Store;
let app: ReturnType<typeof desk>;
const report = `/reports/${gazette.report.id}`;

beforeAll(async () => {
  store = await openStore(':memory:');
  await addReading(store, gazette, () => '2025-03-05T12:00:00.000Z');
  const names = namesFrom(deskRules.actors, deskRules.tracks);
  app = desk({ ledger: store, names, tracks: [], place: 'x', parse: lazyParse(async () => loadParser()) });
});
afterAll(() => store.close());

const ask = (path: string) => app.request(`http://127.0.0.1${path}`);

describe('a sentence', () => {
  it('is reached from its paragraph', async () => {
    const text = await (await ask(report)).text();
    const at = gazette.report.text.indexOf('Russian and American');
    expect(text).toContain(`href="${report}/sentences?at=${at}"`);
    const there = await ask(`${report}/sentences?at=${at + 20}`);
    expect(there.headers.get('location')).toBe(`${report}/sentences/2`);
  });
  it('is drawn as a tree with a table of its words', async () => {
    const text = await (await ask(`${report}/sentences/2`)).text();
    expect(text).toContain('<svg class="tree"');
    expect(text).toContain('<g class="root"><text');
    expect(text).toMatch(/<th scope="row">diplomats<\/th><td>diplomat<\/td>/);
    const { sentence, words } = JSON.parse(await (await ask(`${report}/sentences/2.json`)).text());
    expect(words).toMatch(/^Russian and American diplomats met/);
    expect(text.match(/<th scope="row">/g)).toHaveLength(sentence.tokens.length);
  });
  it('stands in a list of all', async () => {
    const { sentences } = JSON.parse(await (await ask(`${report}/sentences.json`)).text());
    expect(sentences).toHaveLength(4);
  });
  it.each(['/0', '/9', '/x', '/1.5', '?at=99999', '?at=x'])('is missed politely: %s', async (rest) => {
    expect((await ask(`${report}/sentences${rest}`)).status).toBe(404);
  });
  it('is not offered by a desk without a parser', async () => {
    const bare = desk({ ledger: store, names: namesFrom([], []), tracks: [], place: 'x' });
    expect(await (await bare.request(`http://localhost${report}`)).text()).not.toContain('/sentences');
    expect((await bare.request(`http://localhost${report}/sentences/1`)).status).toBe(404);
  });
});
