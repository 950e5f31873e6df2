/** Only for measurement: reads plain text as far as the speech stage, with the shipped parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actorsOf } from '../src/actors/stage.ts';
import { loadParser } from '../src/language/load-node.ts';
import { sentencesOf } from '../src/language/stage.ts';
import type { Analysed, Block, Report, Utterance } from '../src/model/index.ts';
import { compileRules } from '../src/rules/compile.ts';
import type { Rules } from '../src/rules/rules.ts';
import { speechOf } from '../src/speech/stage.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const parser = loadParser();

/** The rules that speech needs, so that a fault in another section does not hide the figures. */
export const rules: Rules = loadSpeechRules();

function loadSpeechRules(): Rules {
  const sources = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
    .map((p) => p.replaceAll('\\', '/'))
    .filter((p) => /^(?:actors|lang\/en\/offices|lang\/en\/speech)\/.*\.yaml$/.test(p))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(DATA, path), 'utf8') }));
  const { sections, faults } = compileRules(sources);
  if (faults.some((f) => f.place.includes('speech')))
    throw new Error(faults.map((f) => `${f.place}: ${f.message}`).join('\n'));
  return { version: 'eval', ...sections } as unknown as Rules;
}

export interface Page {
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly dateline?: string | null;
  readonly published?: string | null;
}

export type Speech = Analysed<'sentences' | 'actors'> & { readonly utterances: readonly Utterance[] };

/** Sentences, actors and utterances of a text. */
export function readSpeech(page: Page): Speech {
  const day = page.published ?? null;
  const report: Report = {
    id: 'r',
    source: 'eval',
    format: 'text',
    text: page.text,
    blocks: page.blocks ?? [{ start: 0, end: page.text.length, kind: 'body' }],
    headline: null,
    outlet: null,
    agency: null,
    byline: null,
    dateline: page.dateline ?? null,
    published:
      day === null ? null : { edtf: day, earliest: day, latest: day, grain: 'day', reason: '', basis: 'stated' },
    language: 'en',
  };
  const sentences = sentencesOf(report, parser);
  const { actors } = actorsOf(sentences, report, rules).value;
  const utterances = speechOf({ report, sentences, actors }, rules).value;
  return { report, sentences, actors, utterances };
}
