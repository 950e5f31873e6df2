import { describe, expect, it } from 'vitest';
import { attributionOf } from './attribution.ts';
import type { Span } from './span.ts';
import type { AttributionLink, Utterance } from './speech.ts';

const link = (name: string): AttributionLink => ({ link: 'speaker', name, role: null, state: null });

/** "Ruta said that Okafor denied the raid.": cue spans and contents by hand. */
function utterance(name: string, source: Span, content: Span[], chain: string[]): Utterance {
  return {
    sentence: 0,
    cue: source,
    verb: 'say',
    act: 'say',
    content,
    quoted: 'none',
    chain: [link(name), ...chain.map(link)],
    speaker: null,
    addressee: null,
    source,
    negated: false,
    ofAnotherMind: false,
    rule: 'test/attribution',
  };
}

const outer = utterance('Ruta', { start: 0, end: 9 }, [{ start: 15, end: 38 }], []);
const inner = utterance('Okafor', { start: 15, end: 28 }, [{ start: 29, end: 38 }], ['Ruta']);
const names = (span: Span): (string | null)[] => attributionOf([outer, inner], span).chain.map((l) => l.name);

describe('attributionOf', () => {
  it('takes the utterance that says least else', () => {
    expect(names({ start: 30, end: 38 })).toEqual(['Okafor', 'Ruta']);
  });

  it('takes the outer one for what only it says', () => {
    expect(names({ start: 15, end: 28 })).toEqual(['Ruta']);
  });

  it('gives the reporting words themselves to their speaker', () => {
    expect(names({ start: 2, end: 9 })).toEqual(['Ruta']);
  });

  it('gives the rest to the narrator', () => {
    expect(attributionOf([outer, inner], { start: 40, end: 50 })).toEqual({
      chain: [{ link: 'narrator', name: null, role: null, state: null }],
      quoted: 'none',
      utterance: null,
    });
  });

  it('passes over somebody who is said not to have spoken', () => {
    const silent = { ...utterance('Brandt', { start: 40, end: 48 }, [], []), negated: true };
    expect(attributionOf([silent], { start: 40, end: 48 }).chain[0].link).toBe('narrator');
  });
});
