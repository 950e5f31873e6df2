import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

describe('labelled steps of a text', () => {
  it('are said one by one, each with its own marks', () => {
    const { utterances } = readClaims({
      headline: 'Norway and Latvia',
      body: 'The joint release of Norway and Latvia lists two steps: (a) a hotline from 12 February, and (b) an end to the “pause in visas”.',
    });
    const listed = utterances.filter((u) => u.verb === 'list');
    expect(listed.map((u) => u.quoted)).toEqual(['none', 'partly']);
  });
});
