/** A desk over invented reports and a Chromium to look at it with. */
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { lazyParse } from '../../src/http/lazy-parse.ts';
import { type Desk, startDesk } from '../../src/http/server.ts';
import { loadParser } from '../../src/language/load-node.ts';
import { addReading } from '../../src/ledger/add.ts';
import type { Reading } from '../../src/model/index.ts';
import { openStore } from '../../src/store/open.ts';

const CHROMIUM = process.env.VERBALE_CHROMIUM ?? '/usr/bin/chromium';

/** Why no browser can be had here, null where one can; where there must be one its absence is an error. */
export function whyNoBrowser(): string | null {
  if (existsSync(CHROMIUM)) return null;
  if (process.env.CI !== undefined) throw new Error(`The pages must be tested here, but there is no ${CHROMIUM}`);
  return `no Chromium at ${CHROMIUM}; set VERBALE_CHROMIUM to test the pages`;
}

/** Starts Chromium without its calls home. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Names as the rules would give them. */
export const deskRules = {
  actors: [
    { code: 'RUS', names: ['Russia'] },
    { code: 'USA', names: ['United States'] },
    { code: 'IND', names: ['India'] },
  ],
  tracks: ['mission-staffing', 'air-links', 'visas', 'transport-corridors'].map((id) => ({
    id,
    label: `${id.charAt(0).toUpperCase()}${id.slice(1).replace('-', ' ')}`,
  })),
};

/** A desk on a free port over a ledger of the given readings, kept in memory. */
export async function openDesk(readings: readonly Reading[]): Promise<Desk> {
  const store = await openStore(':memory:');
  for (const each of readings) await addReading(store, each, () => '2025-03-05T12:00:00.000Z');
  const desk = await startDesk({ store, rules: deskRules, port: 0, parse: lazyParse(async () => loadParser()) });
  return {
    url: desk.url,
    async close() {
      await desk.close();
      await store.close();
    },
  };
}
