import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './marks.ts';

/** Kinds and words of the quotations of a text whose lines are paragraphs. */
function quoted(text: string): string[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const m of text.matchAll(/[^\n]+/g)) paragraphs.push({ start: m.index, end: m.index + m[0].length });
  return quotationsOf(text, paragraphs).map(
    (q) => `${q.kind}: ${q.parts.map((p) => text.slice(p.start, p.end)).join(' | ')}`,
  );
}

describe('quotations by their marks', () => {
  it.each([
    ['“We sign,” she said.', ['closed: We sign,']],
    ['"We sign," she said. "Today."', ['closed: We sign,', 'closed: Today.']],
    ["``We sign,'' she said.", ['closed: We sign,']],
    ["others ''have not come'' yet", ['closed: have not come']],
    ['«We sign», she said.', ['closed: We sign']],
    ['»We sign«, she said.', ['closed: We sign']],
    ['„We sign“, she said.', ['closed: We sign']],
    ['‘We sign the ministers’ paper’, she said.', ['closed: We sign the ministers’ paper']],
    ["He called it a `sham' on Monday.", ['closed: sham']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('joins a quotation that opens again in the next paragraph', () => {
    expect(quoted('“One.\n“Two,” he said.')).toEqual(['closed: One. | Two,']);
  });

  it('ends a quotation that never closes with its first sentence', () => {
    expect(quoted('“We sign, she said. They left.\nNext day')).toEqual(['unclosed: We sign, she said.']);
  });

  it('finds the beginning of a quotation whose opening mark was lost', () => {
    expect(quoted('It rained. We have agreed," Okafor told reporters.')).toEqual(['unopened: We have agreed,']);
  });

  it('takes no apostrophe for a mark', () => {
    expect(quoted("The ministers' list isn't Ruta's; it's the '90s again.")).toEqual([]);
    expect(quoted('The embassy did not confirm this."')).toEqual([]);
  });

  it('keeps all parts inside the text, in order and apart', () => {
    const piece = fc.constantFrom('“', '”', '"', "'", '’', '‘', '``', "''", '«', '»', ' ', 'a', 'b. ', '\n', ', ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const found = quotationsOf(text, [{ start: 0, end: text.length }]);
        let last = 0;
        for (const q of found) {
          expect(q.start).toBeGreaterThanOrEqual(last);
          expect(q.end).toBeGreaterThanOrEqual(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          for (const p of q.parts) expect(p.start >= q.start && p.end <= q.end && p.start <= p.end).toBe(true);
          last = q.end;
        }
      }),
    );
  });

  it.each(['"', "'a ", '“', "``a'' ", '“a: '])('takes linear time on 100,000 marks: %s', (piece) => {
    const text = piece.repeat(100_000);
    const before = performance.now();
    quotationsOf(text, [{ start: 0, end: text.length }]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
