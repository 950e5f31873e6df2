/** What sentences are like, by the meanings of their words; invented text. */
import { describe, expect, it } from 'vitest';
import { parser, readClaims, rules } from '../../../eval/claims-reading.ts';
import { contextOf } from '../context.ts';
import { ROW_PARTS, ROW_SIZE, rowOf } from './features.ts';
import { labelOf, likenessOf } from './likeness.ts';

function contextFor(body: string) {
  return contextOf(readClaims({ headline: 'Norway and Latvia', body }), rules, parser.meaningOf);
}

/** The likeliest label of a sentence. */
function likeliest(body: string): string {
  const ctx = contextFor(body);
  const tree = ctx.trees.find((t) => !t.headline)!;
  return [...likenessOf(ctx, tree)].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

describe('meanings of words', () => {
  const near = (a: string, b: string): number => {
    const [x, y] = [parser.meaningOf(a)!, parser.meaningOf(b)!];
    const dot = (p: Float32Array, q: Float32Array): number => p.reduce((sum, v, i) => sum + v * q[i]!, 0);
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  };

  it('lie nearer for words of like meaning', () => {
    expect(near('embassy', 'consulate')).toBeGreaterThan(near('embassy', 'potato'));
  });

  it('are not known for rare words', () => {
    expect(parser.meaningOf('zzyzzxqua')).toBeNull();
  });
});

describe('the row of a sentence', () => {
  it('has the parts the weights were trained on', () => {
    const size = ROW_PARTS.reduce((sum, part) => sum + Number(part.split(':')[1]), 0);
    expect(size).toBe(ROW_SIZE);
  });

  it('does not change with the names of the parties', () => {
    const rowFor = (body: string) => {
      const ctx = contextFor(body);
      return rowOf(ctx.trees.find((t) => !t.headline)!, { said: false, byState: false }, parser.meaningOf);
    };
    expect(rowFor('Norway froze the accounts of Latvia.')).toEqual(rowFor('Kenya froze the accounts of Ghana.'));
  });
});

describe('what a sentence is like', () => {
  it.each([
    ['Norwegian planes bombed two Latvian villages at dawn, killing nine.', 'ASSAULT'],
    ['The two foreign ministers met in Oslo on Monday for talks on cod.', 'CONSULT'],
    ['Norway accused Latvia of lying about the nets.', 'ACCUSE'],
    ['Latvia urged Norway to be patient and called on it to answer.', 'REQUEST'],
  ])('%s', (body, label) => {
    expect(likeliest(body)).toBe(label);
  });

  it('is no dealing where it only rains', () => {
    const ctx = contextFor('It rained all day, and the streets were empty.');
    const chances = [...likenessOf(ctx, ctx.trees.find((t) => !t.headline)!).values()];
    expect(Math.max(...chances)).toBeLessThan(0.3);
  });

  it('labels what has no class by its kind', () => {
    expect([labelOf('status', null), labelOf('measure', 'SANCTION'), labelOf('appointment', null)]).toEqual([
      'status',
      'SANCTION',
      'other',
    ]);
  });
});
