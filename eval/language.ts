/**
 * `npm run eval -- language [--treebank FILE.conllu]`: the parser on treebanks. Gold words, predicted tags; relations
 * without their subtypes, punctuation counted, as in the shared tasks.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ConlluSentence, readConllu } from '../src/language/conllu.ts';
import { loadParser } from '../src/language/load-node.ts';
import { jsKernel } from '../src/language/matrix.ts';
import type { Parser } from '../src/language/parser.ts';
import type { Sentence, Span } from '../src/model/index.ts';
import type { EvalResult, EvalRow, EvalSkip } from './row.ts';

const BANK = join(import.meta.dirname, '..', '..', 'shared', 'data', 'treebank');

interface Rival {
  readonly rival: string;
  readonly rivalValue: number;
}

interface Bank {
  readonly file: string;
  readonly rivals?: Readonly<Record<string, Rival>>;
}

const wink = (rivalValue: number): Rival => ({ rival: 'wink-nlp 2, measured on 400 sentences', rivalValue });

/** Sets that are only measured, never trained or chosen on. Published figures are of other releases: a rough scale. */
const SETS: readonly Bank[] = [
  {
    file: 'en_ewt-ud-test.conllu',
    rivals: {
      UPOS: wink(91.1),
      UAS: { rival: 'UDPipe 1.2, UD 2.3, gold words', rivalValue: 84.5 },
      LAS: { rival: 'UDPipe 1.2, UD 2.3, gold words', rivalValue: 81.2 },
      'LAS np': { rival: 'Stanza, raw text, all signs', rivalValue: 83.8 },
      'token F1, raw': wink(96.3),
      'sentence F1, raw': { rival: 'UDPipe 1.2', rivalValue: 77.1 },
    },
  },
  { file: 'gum_clean-test.conllu' },
  {
    file: 'gum_news-heldout.conllu',
    rivals: { UPOS: wink(93.8), 'token F1, raw': wink(98.3), 'sentence F1, raw': wink(91.6) },
  },
];

export async function run(args: readonly string[]): Promise<EvalResult> {
  const at = args.indexOf('--treebank');
  const file = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && (file === undefined || !existsSync(file))) throw new Error(`--treebank needs a file; ${file} is none`);
  const sets: Bank[] = file === undefined ? SETS.map((s) => ({ ...s, file: join(BANK, s.file) })) : [{ file }];
  const parser = loadParser();
  return sets.flatMap((set): (EvalRow | EvalSkip)[] => {
    if (!existsSync(set.file)) return [{ set: `language/${basename(set.file)}`, skipped: 'the treebank is not here' }];
    return measure(parser, set);
  });
}

function measure(parser: Parser, set: Bank): EvalRow[] {
  const name = `language/${basename(set.file, '.conllu')}`;
  const gold = readConllu(readFileSync(set.file, 'utf8'));
  const words = gold.map((s) => s.words.map((w) => w.form));
  parser.parseTokens(words.slice(0, 50));
  const { parsed, speed } = timed(parser, words);
  const plain = loadParser({ kernel: jsKernel() });
  const few = words.slice(0, 120);
  const row = (measure: string, value: number, more: Partial<EvalRow> = {}): EvalRow => {
    return { set: name, measure, value, ...set.rivals?.[measure], ...more };
  };
  const raw = rawScores(parser, gold);
  return [
    ...Object.entries(accuracies(gold, parsed)).map(([measure, value]) => row(measure, value)),
    row('frames exact', frames(gold, parsed)),
    row('token F1, raw', raw.tokens),
    row('sentence F1, raw', raw.sentences),
    row('words/s, WebAssembly', speed, { unpinned: true }),
    row('words/s, plain', timed(plain, few).speed, { unpinned: true }),
  ];
}

function timed(parser: Parser, words: readonly (readonly string[])[]): { parsed: Sentence[]; speed: number } {
  const start = process.cpuUsage();
  const parsed = parser.parseTokens(words);
  const { user, system } = process.cpuUsage(start);
  const count = words.reduce((n, s) => n + s.length, 0);
  return { parsed, speed: count / ((user + system) / 1e6) };
}

const bare = (rel: string): string => rel.replace(/:.*/, '');

/** Percentages over all words; "np" leaves punctuation out. */
function accuracies(gold: readonly ConlluSentence[], parsed: readonly Sentence[]): Record<string, number> {
  const right = { XPOS: 0, UPOS: 0, UAS: 0, LAS: 0, 'LAS np': 0, lemma: 0 };
  let all = 0;
  let words = 0;
  gold.forEach((sentence, i) => {
    sentence.words.forEach((word, k) => {
      const token = parsed[i]!.tokens[k]!;
      const punct = word.upos === 'PUNCT';
      const head = token.head === word.head;
      const labelled = head && bare(token.rel) === bare(word.rel);
      all += 1;
      words += punct ? 0 : 1;
      right.XPOS += Number(token.xpos === word.xpos);
      right.UPOS += Number(token.upos === word.upos);
      right.lemma += Number(token.lemma === word.lemma);
      right.UAS += Number(head);
      right.LAS += Number(labelled);
      right['LAS np'] += Number(labelled && !punct);
    });
  });
  const share = (name: string, n: number): [string, number] => [name, (100 * n) / (name === 'LAS np' ? words : all)];
  return Object.fromEntries(Object.entries(right).map(([name, n]) => share(name, n)));
}

interface Node {
  readonly upos: string;
  readonly head: number;
  readonly rel: string;
  readonly form: string;
}

/** Share of verbs whose subject, object and agent are all right (as in the report this repeats: roles and heads). */
function frames(gold: readonly ConlluSentence[], parsed: readonly Sentence[]): number {
  let verbs = 0;
  let right = 0;
  gold.forEach((sentence, i) => {
    const ours = parsed[i]!.tokens.map((t): Node => ({ upos: t.upos, head: t.head, rel: t.rel, form: t.text }));
    sentence.words.forEach((word, k) => {
      if (word.upos !== 'VERB') return;
      verbs += 1;
      if (frameOf(sentence.words, k) === frameOf(ours, k)) right += 1;
    });
  });
  return verbs === 0 ? 0 : (100 * right) / verbs;
}

/** Arguments of the verb as text: subjects, passive subjects, objects and the agent, which some treebanks mark only by "by". */
function frameOf(words: readonly Node[], verb: number): string {
  const passive = words.some((w) => w.head === verb && (w.rel === 'aux:pass' || w.rel === 'nsubj:pass'));
  const out: string[] = [];
  words.forEach((word, i) => {
    if (word.head !== verb) return;
    if (word.rel === 'nsubj' || word.rel === 'nsubj:pass' || word.rel === 'obj') out.push(`${word.rel} ${i}`);
    const by = words.some((w) => w.head === i && w.rel === 'case' && w.form.toLowerCase() === 'by');
    const agent = word.rel === 'obl:agent' || (passive && bare(word.rel) === 'obl' && by);
    if (agent && by) out.push(`agent ${i}`);
  });
  return out.join(', ');
}

/** F1 of words and sentences when the text is cut by our own rules; offsets count visible characters only. */
function rawScores(parser: Parser, gold: readonly ConlluSentence[]): { tokens: number; sentences: number } {
  const text = rawText(gold);
  const visible = visibleOffsets(text);
  const parsed = parser.parse(text, { maxWords: Number.POSITIVE_INFINITY });
  const place = ({ start, end }: Span): string => `${visible[start]}-${visible[end]}`;
  const ours = { tokens: parsed.flatMap((s) => s.tokens.map(place)), sentences: parsed.map(place) };
  const theirs: { tokens: string[]; sentences: string[] } = { tokens: [], sentences: [] };
  let at = 0;
  for (const sentence of gold) {
    const first = at;
    for (const length of wordLengths(sentence)) {
      theirs.tokens.push(`${at}-${at + length}`);
      at += length;
    }
    theirs.sentences.push(`${first}-${at}`);
  }
  return { tokens: f1(ours.tokens, theirs.tokens), sentences: f1(ours.sentences, theirs.sentences) };
}

/** Paragraphs as the treebank marks them, sentences joined by spaces. */
function rawText(gold: readonly ConlluSentence[]): string {
  return gold
    .map((s, i) => {
      const border = s.comments.some((c) => /^# new(?:par|doc)/.test(c));
      return (i === 0 ? '' : border ? '\n\n' : ' ') + (s.text ?? s.words.map((w) => w.form).join(' '));
    })
    .join('');
}

/** Number of visible characters before each offset. */
function visibleOffsets(text: string): Int32Array {
  const out = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) out[i + 1] = out[i]! + (/\s/.test(text[i]!) ? 0 : 1);
  return out;
}

/** Visible lengths of the words; a multi-word token whose words do not spell it is shared out by what it has. */
function wordLengths(sentence: ConlluSentence): number[] {
  const lengths = sentence.words.map((w) => w.form.replace(/\s/g, '').length);
  for (const [at, line] of sentence.ranges) {
    const [id = '', form = ''] = line.split('\t');
    const [from = 0, to = 0] = id.split('-').map(Number);
    let rest = form.replace(/\s/g, '').length;
    for (let k = at; k <= at + to - from; k += 1) {
      const last = k === at + to - from;
      lengths[k] = last ? rest : Math.min(rest, lengths[k] ?? 0);
      rest -= lengths[k] ?? 0;
    }
  }
  return lengths;
}

function f1(ours: readonly string[], theirs: readonly string[]): number {
  const known = new Set(theirs);
  const hits = ours.filter((place) => known.has(place)).length;
  return (200 * hits) / (ours.length + theirs.length);
}
