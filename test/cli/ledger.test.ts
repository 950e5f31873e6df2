/** The examples through the command line: added once, known the second time, shown, listed and explained. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../fixtures/reader.ts';
import { verbale } from './verbale.ts';

const ledger = join(mkdtempSync(join(tmpdir(), 'verbale-')), 'examples.verbale');
let first = { code: -1, stdout: '', stderr: '' };

beforeAll(async () => {
  first = await verbale(['add', '--ledger', ledger, '--jobs', '2', '--json', EXAMPLES]);
});

interface Listed {
  readonly id: string;
  readonly lead: { readonly evidence: readonly { readonly quote: string }[] };
}

const show = async (...args: string[]): Promise<readonly Listed[]> =>
  JSON.parse((await verbale(['show', '--json', '--ledger', ledger, ...args])).stdout) as Listed[];

describe('the examples', () => {
  it('are recorded, and known when they come again', async () => {
    const tally = JSON.parse(first.stdout) as { new: number; claims: number; refused: number };
    expect(tally.new).toBeGreaterThanOrEqual(14);
    expect(tally.claims).toBeGreaterThan(30);
    const before = await show('RUS-USA');
    const again = JSON.parse((await verbale(['add', '--ledger', ledger, '--json', EXAMPLES])).stdout) as {
      new: number;
      known: number;
    };
    expect(again).toMatchObject({ new: 0, known: tally.new });
    expect(await show('RUS-USA')).toEqual(before);
  });

  it('give the same minutes whichever way round the pair is named', async () => {
    const entries = await show('RUS-USA');
    expect(entries.length).toBeGreaterThan(5);
    expect(await show('usa-rus')).toEqual(entries);
  });

  it('are filtered by track and status', async () => {
    const all = await show('RUS-USA');
    const some = await show('RUS-USA', '--track', 'air-links');
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(await show('RUS-USA', '--status', 'denied')).not.toEqual(all);
  });

  it('explain every line down to its words', async () => {
    const [entry] = await show('GHA-TGO');
    const told = await verbale(['explain', '--ledger', ledger, (entry as Listed).id.slice(0, 10)]);
    expect(told.code).toBe(0);
    for (const field of ['rule', 'status', 'occurs', 'word of', '~~']) expect(told.stdout).toContain(field);
  });

  it('show people-readable minutes with the sentence under each line', async () => {
    const told = await verbale(['show', 'GHA-TGO', '--ledger', ledger]);
    expect(told.stdout).toContain('Togo');
    expect(told.stdout.split('\n').filter((l) => l.includes('“')).length).toBeGreaterThan(5);
  });

  it('keep football out', async () => {
    const sport = (await show('GHA-TGO')).filter((e) =>
      e.lead.evidence.some((x) => /friendly|penalty|captain/.test(x.quote)),
    );
    expect(sport).toEqual([]);
  });
});
