/** What must hold of every reading, whatever the bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingObject } from '../../src/export/reading-jsonl.ts';
import type { Reading } from '../../src/model/index.ts';
import { EXAMPLES, ROOT, readBytes } from '../fixtures/reader.ts';

const validate = new Ajv.default({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, 'docs', 'reference', 'reading.schema.json'), 'utf8')),
);
const pages = readdirSync(EXAMPLES).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(EXAMPLES, name))),
}));

/** Every offset lies in the text, and every quote is what stands there. */
function expectSound(reading: Reading): void {
  const { text, blocks } = reading.report;
  let last = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    expect(block.end).toBeGreaterThan(block.start);
    last = block.end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  const dropped = blocks.filter((b) => b.kind === 'dropped');
  for (const claim of reading.claims) {
    for (const e of [...claim.evidence, ...claim.roles.map((r) => ({ ...r, quote: r.text }))]) {
      expect(text.slice(e.start, e.end)).toBe(e.quote);
      expect(dropped.filter((d) => d.start < e.end && e.start < d.end)).toEqual([]);
    }
  }
  for (const sentence of reading.sentences)
    for (const t of sentence.tokens) expect(t.end).toBeLessThanOrEqual(text.length);
  expect(validate(JSON.parse(JSON.stringify(readingObject(reading)))), JSON.stringify(validate.errors)).toBe(true);
}

describe('a reading', () => {
  it.each(pages)('of $name quotes its text and keeps the contract', async ({ name, bytes }) => {
    const { readings } = await readBytes(bytes, name);
    expect(readings.length).toBeGreaterThan(0);
    readings.forEach(expectSound);
  });

  it('is the same to the byte in every run', async () => {
    for (const { name, bytes } of pages.slice(0, 4)) {
      const [a, b] = [await readBytes(bytes, name), await readBytes(bytes, name)];
      expect(JSON.stringify(a.readings.map(readingObject))).toBe(JSON.stringify(b.readings.map(readingObject)));
    }
  });

  it('comes of any bytes without a crash', async () => {
    const names = fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.json', 'a.eml', 'a.xml', 'a.warc', 'a');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, name) => {
        (await readBytes(bytes, name)).readings.forEach(expectSound);
      }),
      { numRuns: 150 },
    );
  });

  it('comes of damaged pages without a crash', async () => {
    const page = fc.constantFrom(...pages);
    const cuts = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 12 })),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(page, cuts, async ({ name, bytes }, damage) => {
        const broken = bytes.slice();
        for (const [at, put] of damage) broken.set(put, Math.floor(at * Math.max(0, broken.length - put.length)));
        (await readBytes(broken, name)).readings.forEach(expectSound);
      }),
      { numRuns: 40 },
    );
  });
});
