/** Rules of `data/lang/en/dates` in; compiled vocabulary and one tree of patterns per pass out. */
import type { Rules } from '../rules/rules.ts';
import { isA, type Lexeme } from './lexeme.ts';
import { expandPattern } from './pattern.ts';
import { type Trie, trie } from './trie.ts';
import { startsUpper, type Vocabulary, vocabularyOf } from './vocabulary.ts';

type DateFile = Rules['dates'][number];
export type DateRule = NonNullable<DateFile['rules']>[number];
type SignalRule = NonNullable<DateFile['signals']>[number];

type TenseRule = NonNullable<DateFile['tenses']>[number];

export interface Grammar {
  readonly vocabulary: Vocabulary;
  readonly passes: readonly Trie<DateRule>[];
  readonly signals: Trie<SignalRule>;
  /** Phrases of tense, for texts that no parser has tagged. */
  readonly tenses: Trie<TenseRule['tense']>;
}

const compiled = new WeakMap<object, Grammar>();

/** The grammar of these rules; compiled once for each set of rules. */
export function grammarOf(rules: Pick<Rules, 'dates'>): Grammar {
  const known = compiled.get(rules.dates);
  if (known) return known;
  const grammar = compile(rules.dates);
  compiled.set(rules.dates, grammar);
  return grammar;
}

const PASSES = [1, 2, 3, 4];

function compile(files: Rules['dates']): Grammar {
  const passes = PASSES.map((pass) => {
    const tree = trie<DateRule>();
    for (const rule of files.flatMap((f) => f.rules ?? []))
      if ((rule.pass ?? 1) === pass) addAll(tree, rule, rule.match);
    return tree;
  });
  const signals = trie<SignalRule>();
  for (const s of files.flatMap((f) => f.signals ?? [])) addAll(signals, s, s.phrases);
  const tenses = trie<TenseRule['tense']>();
  for (const t of files.flatMap((f) => f.tenses ?? [])) addAll(tenses, t.tense, t.phrases);
  return { vocabulary: vocabularyOf(files), passes, signals, tenses };
}

function addAll<R>(tree: Trie<R>, rule: R, patterns: string | readonly string[]): void {
  for (const p of typeof patterns === 'string' ? [patterns] : patterns)
    for (const s of expandPattern(p)) tree.add(rule, s);
}

/** Whether the neighbours of a mention over lexemes [from, to) are as the rule wants them. */
export function neighboursFit(rule: DateRule, lexemes: readonly Lexeme[], from: number, to: number): boolean {
  const here = lexemes[from] as Lexeme;
  const before = inSentence(lexemes[from - 1], here);
  const after = inSentence(lexemes[to], here);
  if (rule.after && !rule.after.some((n) => isNeighbour(n, before))) return false;
  if (rule.notAfter?.some((n) => isNeighbour(n, before))) return false;
  if (rule.before && !rule.before.some((n) => isNeighbour(n, after))) return false;
  return !rule.notBefore?.some((n) => isNeighbour(n, after));
}

function inSentence(l: Lexeme | undefined, here: Lexeme): Lexeme | undefined {
  return l?.sentence === here.sentence ? l : undefined;
}

/** Words that begin a sentence before a month: "In March", "Since March". */
const LEADS: ReadonlySet<string> = new Set(
  'in on by since until till from last next this early late mid the before after during between and every each through to of for as end beginning starting'.split(
    ' ',
  ),
);

/** Signs that stand for a kind of neighbour rather than for a word. */
const SIGNS: Readonly<Record<string, (l: Lexeme | undefined) => boolean>> = {
  '^none': (l) => l === undefined,
  '^mark': (l) => l === undefined || /^[^\p{L}\d]$/u.test(l.text),
  '^capital': (l) => l !== undefined && startsUpper(l.text),
  '^name': (l) => l !== undefined && startsUpper(l.text) && !LEADS.has(l.low),
  '^lower': (l) => l !== undefined && /^[a-z]/.test(l.text),
  '^plural': (l) => l !== undefined && /^[a-z]{2,}s$/.test(l.text) && !/(ss|us|is|was|has)$/.test(l.text),
  '^digit': (l) => l !== undefined && /^\d/.test(l.text),
  '^glued': (l) => l !== undefined && !l.spaced,
  '^hyphen': (l) => l !== undefined && !l.spaced && l.low === '-',
};

function isNeighbour(name: string, l: Lexeme | undefined): boolean {
  const sign = SIGNS[name];
  if (sign) return sign(l);
  if (l === undefined) return false;
  return /^[A-Z@]/.test(name) ? isA(l, name) : l.low === name;
}
