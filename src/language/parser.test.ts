import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../model/sentence.ts';
import { loadLexicon, loadParser } from './load-node.ts';
import { jsKernel } from './matrix.ts';
import { createParser, type ParseOptions } from './parser.ts';
import { readSentences, sentencesOf } from './stage.ts';

const parser = loadParser();

/** What is wrong with a sentence: not one tree, or a token that does not quote the text. */
function faults(text: string, { tokens }: Sentence): string[] {
  const out: string[] = [];
  if (tokens.filter((t) => t.head === -1).length !== 1) out.push('not one root');
  tokens.forEach((token, i) => {
    if (text.slice(token.start, token.end) !== token.text) out.push(`${i} does not quote the text`);
    if (!(token.margin >= 0 && token.margin <= 1)) out.push(`${i} has confidence ${token.margin}`);
    let at = i;
    let steps = 0;
    for (; at >= 0 && steps <= tokens.length; steps += 1) at = tokens[at]!.head;
    if (at >= 0) out.push(`${i} is in a circle`);
  });
  return out;
}

function check(text: string, sentences: readonly Sentence[]): void {
  expect(sentences.flatMap((s) => faults(text, s))).toEqual([]);
}

const find = (text: string, word: string): { rel: string; head: string | undefined; lemma: string } => {
  const sentence = parser.parse(text).find((s) => s.tokens.some((t) => t.text === word))!;
  const token = sentence.tokens.find((t) => t.text === word)!;
  return { rel: token.rel, head: sentence.tokens[token.head]?.text, lemma: token.lemma };
};

describe('parser', () => {
  it('finds who did what to whom', () => {
    const text = 'The ministry expelled two diplomats last week.';
    expect(find(text, 'ministry')).toMatchObject({ rel: 'nsubj', head: 'expelled' });
    expect(find(text, 'diplomats')).toMatchObject({ rel: 'obj', head: 'expelled', lemma: 'diplomat' });
    expect(find(text, 'week').rel).toBe('obl:unmarked');
  });
  it('finds the agent of a passive', () => {
    const text = 'Two diplomats were expelled by the government.';
    expect(find(text, 'diplomats').rel).toBe('nsubj:pass');
    expect(find(text, 'government').rel).toBe('obl:agent');
  });
  it('finds the speaker after the verb, under the name', () => {
    const text = '“We will not accept pressure,” said Foreign Minister Sergei Ruta.';
    expect(find(text, 'Sergei')).toMatchObject({ rel: 'nsubj', head: 'said' });
    expect(find(text, 'Minister')).toMatchObject({ rel: 'nmod:desc', head: 'Sergei' });
  });
  it('gives the same with the plain kernel', () => {
    const text = 'Brandt told reporters Friday that the talks, which began in May, had failed. "Why?" he asked.';
    expect(loadParser({ kernel: jsKernel() }).parse(text)).toEqual(parser.parse(text));
  });
  it('does not depend on what is parsed beside', () => {
    const one = ['Ruta', 'left', 'the', 'talks', '.'];
    const many = [one, ['No', '.'], Array.from({ length: 60 }, () => 'peace')];
    const alone = parser.parseTokens([one])[0]!;
    expect(parser.parseTokens(many)[0]!.tokens).toEqual(alone.tokens);
  });
  it('several texts at once give what each gives alone', () => {
    const texts = ['Ruta met Okafor. They talked for an hour.', '', 'The talks failed.\n\nNobody said why.'];
    expect(parser.parseAll(texts)).toEqual(texts.map((t) => parser.parse(t)));
    expect(parser.parseAll(texts, { maxWords: 5 })).toEqual(texts.map((t) => parser.parse(t, { maxWords: 5 })));
  });
  it('makes one tree of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => check(text, parser.parse(text))),
      { numRuns: 40 },
    );
  });
  it.each([
    ['nothing', ''],
    ['only emoji', '😀👍🏽'.repeat(50)],
    ['lone surrogates', '\ud800 \udfff x \ud800'],
    ['NULs', 'The\0talks\0failed.\0\0'],
    ['brackets', '('.repeat(2000)],
    ['right to left', 'קרא את הידיעה ואמר שלום. '.repeat(20)],
    ['another language', 'Les deux pays ont signé un accord lundi à Genève.'],
  ])('survives %s', (_, text) => check(text, parser.parse(text)));
  it('parses no more words than allowed, and marks the rest', () => {
    const sentences = parser.parse('The talks failed. '.repeat(10), { maxWords: 12 });
    expect(sentences.filter((s) => s.cut).length).toBe(7);
    expect(sentences.length).toBe(10);
  });
  it('cuts a very long sentence within bounded time', () => {
    const text = 'the talks in the old town hall went on, '.repeat(3000);
    const sentences = parser.parse(text, { maxWords: 2000 });
    check(text, sentences);
    expect(sentences.every((s) => s.cut)).toBe(true);
  });
  it('refuses a damaged or foreign model file', () => {
    const lexicon = loadLexicon();
    expect(() => createParser(new Uint8Array(), lexicon)).toThrow(/not a model file/);
    const wrong = new Uint8Array(64);
    wrong.set([0x56, 0x52, 0x42, 0x4c, 1, 0, 0, 0]);
    expect(() => createParser(wrong, lexicon)).toThrow(/damaged/);
  });
});

describe('sentencesOf', () => {
  it('reads the blocks of the report, places them and numbers paragraphs on', () => {
    const text = 'Talks fail\n\nMENU Home\n\nThe talks failed.\nShe left.\n';
    const blocks = [
      { kind: 'headline' as const, start: 0, end: 10 },
      { kind: 'dropped' as const, start: 12, end: 21 },
      { kind: 'body' as const, start: 23, end: text.length },
    ];
    const sentences = sentencesOf({ text, blocks }, parser);
    check(text, sentences);
    expect(sentences.map((s) => [s.block, s.paragraph, text.slice(s.start, s.end)])).toEqual([
      [0, 0, 'Talks fail'],
      [2, 1, 'The talks failed.'],
      [2, 2, 'She left.'],
    ]);
  });
});

describe('readSentences', () => {
  const codes = (text: string, options: ParseOptions = {}): string[] => {
    const blocks = [{ kind: 'body' as const, start: 0, end: text.length }];
    return readSentences({ text, blocks }, parser, options).problems.map((p) => p.code);
  };
  it('says when a report is not in English', () => {
    const french =
      'Les deux ministres ont signé lundi un accord sur le commerce et la pêche, a déclaré le porte-parole du gouvernement. ';
    expect(codes(french.repeat(4))).toEqual(['LANG-001']);
    expect(
      codes('The two ministers signed an agreement on trade and fishing on Monday, the spokesman said. '.repeat(4)),
    ).toEqual([]);
    expect(codes('Bonjour.')).toEqual([]);
  });
  it('says when the end of a report has no trees', () => {
    expect(codes('The talks failed. '.repeat(5), { maxWords: 8 })).toEqual(['LANG-002']);
  });
  it('says when a stretch had to be cut', () => {
    expect(codes('the talks in the old town hall went on, '.repeat(40))).toEqual(['LANG-003']);
  });
});
