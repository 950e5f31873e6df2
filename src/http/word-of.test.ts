/** Ways of word: who stands on them, what is folded, what counts as independent. */
import { describe, expect, it } from 'vitest';
import { courier, gazette } from '../../test/fixtures/ledger-story.ts';
import { reading } from '../../test/fixtures/readings.ts';
import type { ExplainedClaim } from '../ledger/ask.ts';
import { namesFrom } from '../ledger/names.ts';
import type { AttributionLink, Reading } from '../model/index.ts';
import { chainGraph, originWords } from './pages/chain-graph.ts';
import { rosterOf } from './roster.ts';
import { wordOf } from './word-of.ts';

function claimOf(made: Reading, index = 0, origin = made.report.id): ExplainedClaim {
  const kept = { seq: 1, recorded: '', supersedes: null, textHash: '', origin };
  const { report, dates, people, claims, problems, rulesVersion } = made;
  const claim = claims[index];
  if (claim === undefined) throw new Error('no such claim');
  return { claim, reading: { ...kept, report, dates, people, claims, problems, rulesVersion }, dates: [] };
}

function paper(outlet: string, attribution: readonly [AttributionLink, ...AttributionLink[]]): Reading {
  const sentence = `Envoys met at noon, ${outlet} wrote.`;
  return reading({ outlet, body: [sentence], claims: [{ sentence, actors: ['RUS', 'USA'], attribution }] });
}

const holt: AttributionLink = { link: 'speaker', name: 'Mira Holt', role: 'spokeswoman', state: 'USA' };
const official: AttributionLink = { link: 'speaker', name: null, role: 'an official', state: 'USA' };
const wire: AttributionLink = { link: 'agency', name: 'Northern Wire', role: null, state: null };
const way = (claim: ExplainedClaim) => wordOf([claim]).ways[0]?.voices.map((v) => v.name ?? v.role);

const context = {
  ledger: {} as never,
  names: namesFrom([], []),
  tracks: [],
  place: 'x',
  roster: async () => rosterOf([]),
};
const drawing = async (claims: readonly ExplainedClaim[]) =>
  String(await chainGraph(wordOf(claims), context, rosterOf([])));

describe('the way of a word', () => {
  it('runs from speaker to outlet, with what only the page tells at its end', () => {
    expect(way(claimOf(courier, 2))).toEqual(['Mira Holt', 'Northern Wire', 'Morning Courier']);
    expect(way(claimOf(gazette, 1))).toEqual(['Russian foreign ministry', 'Harbour Gazette']);
    expect(way(claimOf(gazette))).toEqual(['the reporter', 'Harbour Gazette']);
    expect(wordOf([claimOf(courier, 2)]).ways[0]?.voices.map((v) => v.from)).toEqual(['claim', 'claim', 'page']);
  });
  it('lets one agency cite another', async () => {
    const made = paper('The Gazette', [{ ...wire, role: 'agency' }]);
    const cited = { ...made, report: { ...made.report, agency: 'Southern Wire' } };
    expect(way(claimOf(cited))).toEqual(['Northern Wire', 'Southern Wire', 'The Gazette']);
    const xs = [...(await drawing([claimOf(cited)])).matchAll(/<rect x="(\d+)"/g)].map((m) => Number(m[1]));
    expect(new Set(xs).size).toBe(3);
    expect(way(claimOf(paper('The Gazette', [holt, { ...wire, link: 'outlet', name: 'Gazette' }])))).toHaveLength(2);
  });
  it('folds copies of one text', async () => {
    const [a, b] = [paper('Gazette', [holt, wire]), paper('Bugle', [holt, wire])];
    const word = wordOf([claimOf(b, 0, a.report.id), claimOf(a)]);
    expect(word).toMatchObject({ origins: 1, shared: null });
    expect(word.ways).toMatchObject([{ report: a.report.id, copies: [{ report: b.report.id, name: 'Bugle' }] }]);
    expect(originWords(word)).toBe('1 independent origin in 2 reports.');
    expect(await drawing([claimOf(b, 0, a.report.id), claimOf(a)])).toContain('and 1 copy');
  });
  it('says where several origins go back to one voice', () => {
    const word = wordOf([claimOf(paper('Gazette', [holt, wire])), claimOf(paper('Bugle', [holt]))]);
    expect(originWords(word)).toBe('2 independent origins in 2 reports. All of it goes back to Mira Holt.');
  });
  it('never takes nameless voices of two papers for one', async () => {
    const claims = [claimOf(paper('Gazette', [official])), claimOf(paper('Bugle', [official]))];
    expect(wordOf(claims).shared).toBeNull();
    expect((await drawing(claims)).match(/class="voice speaker nameless"/g)).toHaveLength(2);
    const named = [claimOf(paper('Gazette', [holt])), claimOf(paper('Bugle', [holt]))];
    expect((await drawing(named)).match(/class="voice speaker"/g)).toHaveLength(1);
  });
  it('never runs behind a box that it does not pass', async () => {
    const ministry: AttributionLink = { link: 'organ', name: 'foreign ministry', role: null, state: 'RUS' };
    const claims = [
      claimOf(paper('Gazette', [holt, wire])),
      claimOf(paper('Bugle', [ministry])),
      claimOf(paper('Star', [official, wire])),
    ];
    const text = await drawing(claims);
    const boxes = [...text.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map((m) =>
      m.slice(1).map(Number),
    );
    const runs = [...text.matchAll(/([\d.]+) ([\d.]+) H([\d.]+)/g)].map((m) => m.slice(1).map(Number));
    expect(boxes).toHaveLength(7);
    expect(runs).not.toHaveLength(0);
    for (const [from = 0, y = 0, to = 0] of runs) {
      const hit = boxes.filter(([x = 0, top = 0, w = 0, h = 0]) => x < to && from < x + w && top < y && y < top + h);
      expect(hit).toEqual([]);
    }
  });
  it('is escaped where it is drawn', async () => {
    const text = await drawing([claimOf(paper('<b>X</b>', [{ ...holt, name: '<i>"' }]))]);
    expect(text).not.toMatch(/<b>|<i>/);
  });
});
