/** Trees: brackets that never share a line where they would meet, drawings within bounds. */
import { expect, it } from 'vitest';
import type { Sentence, Token } from '../../model/index.ts';
import { brackets, treeDrawing } from './tree-drawing.ts';

function sentence(heads: readonly number[], word = 'word'): Sentence {
  const tokens = heads.map((head): Token => {
    return {
      start: 0,
      end: 4,
      text: word,
      lemma: word,
      upos: 'NOUN',
      xpos: 'NN',
      head,
      rel: head < 0 ? 'root' : 'dep',
      margin: 1,
    };
  });
  return { start: 0, end: 4, block: 0, paragraph: 0, tokens };
}

it('gives arcs that run beside each other different levels', () => {
  const heads = [3, 2, 3, -1, 7, 6, 7, 3];
  const all = brackets(sentence(heads).tokens);
  expect(all).toHaveLength(7);
  for (const a of all) {
    for (const b of all) {
      const [a1, a2, b1, b2] = [a.head, a.dependent, b.head, b.dependent];
      const share = Math.max(Math.min(a1, a2), Math.min(b1, b2)) < Math.min(Math.max(a1, a2), Math.max(b1, b2));
      if (a !== b && share) expect(a.level, `${a2} and ${b2}`).not.toBe(b.level);
    }
  }
  expect(all.find((b) => b.dependent === 1)?.level).toBe(1);
});

it('leaves out arcs that lead nowhere', () => {
  expect(brackets(sentence([0, 9, -1]).tokens)).toEqual([]);
});

it('stays within bounds for a sentence without end', async () => {
  const text = String(
    await treeDrawing(
      sentence(
        Array.from({ length: 3000 }, (_, i) => i - 1),
        'x'.repeat(500),
      ),
    ),
  );
  expect(text.match(/<g /g)).toHaveLength(250);
  expect(text.length).toBeLessThan(200_000);
});
