/** Made-up sentences in, tokens with stand-in tags out: for tests, which must hold without a parse. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Report } from '../model/report.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { compileRules } from '../rules/compile.ts';
import { PACKAGE_ROOT } from '../rules/load.ts';
import type { Rules } from '../rules/rules.ts';
import { type ActorLayers, actorsOf } from './stage.ts';

const WORD = /(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr)\.|['’]s(?!\p{L})|[\p{L}\p{N}]+(?:['’](?=\p{L}{2})\p{L}+)*|[^\s]/gu;

/** Cuts at full stops and line breaks; every token hangs on the first. */
export function sentencesIn(text: string): Sentence[] {
  const out: Sentence[] = [];
  let paragraph = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const piece of line[0].matchAll(/.+?(?:(?<!\b(?:Mr|Mrs|Ms|Dr|\p{Lu}))\.(?=\s|$)|$)/gu)) {
      const sentence = sentenceOf(piece[0], line.index + piece.index, paragraph);
      if (sentence.tokens.length > 0) out.push(sentence);
    }
    paragraph += 1;
  }
  return out;
}

function sentenceOf(text: string, offset: number, paragraph: number): Sentence {
  const tokens = [...text.matchAll(WORD)].map((m, i): Token => {
    const start = offset + m.index;
    const lemma = m[0].toLowerCase();
    const tree = { head: i === 0 ? -1 : 0, rel: i === 0 ? 'root' : 'dep', margin: 0 };
    return { start, end: start + m[0].length, text: m[0], lemma, upos: 'X', xpos: 'FW', ...tree };
  });
  return { start: offset, end: offset + text.length, block: 0, paragraph, tokens };
}

let loaded: Rules | undefined;

/** The rules of `data/actors` and `data/lang/en/offices` alone, so that faults elsewhere do not hide these tests. */
export function actorRules(): Rules {
  loaded ??= compileActors();
  return loaded;
}

function compileActors(): Rules {
  const root = `${PACKAGE_ROOT}/data/`;
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((p) => p.replaceAll('\\', '/'))
    .filter((p) => /^(?:actors|lang\/en\/offices)\/.*\.yaml$/.test(p))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
  return { version: 'test', ...compileRules(sources).sections } as unknown as Rules;
}

/** Mentions and roles of a text printed on `day`. */
export function read(text: string, day: string | null = '2020-06-15'): ActorLayers {
  const published: Report['published'] =
    day === null ? null : { edtf: day, earliest: day, latest: day, grain: 'day', reason: 'test', basis: 'stated' };
  return actorsOf(sentencesIn(text), { published, dateline: null }, actorRules()).value;
}

/** "text = codes reading" of every mention, for short expectations. */
export function brief(text: string, day?: string | null): string[] {
  return read(text, day).actors.map((m) => `${m.text} = ${m.codes.join('+') || '-'} ${m.reading}`);
}
