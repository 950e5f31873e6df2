import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBodies, mayBeCopies, shinglesOf, sketchOf } from './copies.ts';

const WIRE = `Ghana has expelled three Togolese diplomats over the detention of a survey crew, the ministry in Accra said.
The three were declared persona non grata on Monday and were given three days to leave the country.
Their activities were not compatible with their status, the ministry said in a statement to the press.
The crew was detained near the border town and is still held in the capital, its employer said.
Ghana demanded that its neighbour release the crew without delay and pay for the damaged vessel.
There was no comment from the government in Lome, which has said that the ship was in its waters.`;
const OTHER_DESK = `Three diplomats from Togo have been told to leave Ghana in a row over a survey ship.
Officials in Accra announced the expulsion on Tuesday and gave the envoys until Friday to go.
The vessel was stopped this month off the coast; Accra wants its people back and says so loudly.
Lome has kept silent so far, though it earlier accused the crew of straying across the line at sea.`;

const verdict = (a: string, b: string) => compareBodies(shinglesOf(a), shinglesOf(b));

describe('copies', () => {
  it('finds an abridged reprint by containment where Jaccard is low', () => {
    const half = WIRE.split('\n').slice(0, 3).join('\n');
    const v = verdict(WIRE, half);
    expect(v.copy).toBe(true);
    expect(v.jaccard).toBeLessThan(0.6);
    expect(v.why).toContain('% of the shorter text');
  });

  it('keeps two desks on one event apart', () => {
    expect(verdict(WIRE, OTHER_DESK).copy).toBe(false);
  });

  it('does not take two briefs for copies because of one stock phrase', () => {
    const a = 'The ministry did not immediately respond to a request for comment.';
    const b =
      'He did not immediately respond to a request for comment. Talks went on all night in the old town hall there.';
    expect(verdict(`${a} Ships were seen near the cape at dawn, and again at noon, by two fishermen.`, b).copy).toBe(
      false,
    );
  });

  it('says nothing of empty bodies', () => {
    expect(verdict('', '').copy).toBe(false);
    expect(verdict('', WIRE).copy).toBe(false);
  });

  it('has every copy among its candidates', () => {
    const words = WIRE.split(/\s+/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: words.length - 50 }), fc.integer({ min: 40, max: 90 }), (from, length) => {
        const part = shinglesOf(words.slice(from, from + length).join(' '));
        expect(mayBeCopies(sketchOf(shinglesOf(WIRE)), sketchOf(part))).toBe(true);
      }),
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.lorem({ maxCount: 60 }), (a, b) => {
        expect(verdict(a, b)).toEqual(verdict(b, a));
      }),
    );
  });
});
