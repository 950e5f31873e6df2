/** Events told as nouns: "the expulsion of", "a third round of talks", and the verbs that carry them. */
import { isOneOf, nounConditions } from './conditions.ts';
import type { Lexicon, Trigger } from './lexicon.ts';
import { type Match, scoreOf } from './match.ts';
import {
  caseOf,
  childrenBy,
  clauseHead,
  conjuncts,
  isPassive,
  isVerb,
  phraseTokens,
  plainRel,
  type Tree,
} from './tree.ts';

export function nounMatches(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  const token = tree.tokens[at]!;
  const nominal = token.upos === 'NOUN' || (token.upos === 'PROPN' && tree.actorAt[at] === -1);
  if (!nominal && !(token.xpos === 'VBG' && childrenBy(tree, at, 'det', 'nmod:poss').length > 0)) return [];
  const out: Match[] = [];
  const triggers = new Set(tree.forms[at]!.flatMap((f) => lexicon.nouns.get(f) ?? []));
  for (const trigger of triggers) {
    const before = wordsBefore(tree, trigger, at);
    if (!before) continue;
    const { verb, carrier } = carrierOf(tree, lexicon, at);
    const carried = carrier ? lexicon.carriers.get(tree.lemmas[verb]!) : undefined;
    if (!carrier && !toldAsEvent(tree, lexicon, at)) continue;
    if (measuresOther(tree, lexicon, trigger, at)) continue;
    if (!carrier && trigger.frame.notCase && !namedOrCounted(tree, at, trigger.frame.notCase)) continue;
    if (!nounConditions(tree, trigger.frame, at, verb)) continue;
    out.push({
      frame: trigger.frame,
      as: 'noun',
      at,
      verb,
      carrier,
      ...(carried === undefined ? {} : { carried }),
      passive: isPassive(tree, verb),
      words: [at, ...before],
      score: scoreOf(trigger, before.length) - 0.1,
    });
  }
  return out;
}

/** "rounds of sanctions" are no meetings: the word only counts what follows it. */
function measuresOther(tree: Tree, lexicon: Lexicon, trigger: Trigger, at: number): boolean {
  if (!isOneOf(tree, at, COUNTING)) return false;
  const counted = childrenBy(tree, at, 'nmod').filter((c) => caseOf(tree, c) === 'of' && tree.actorAt[c] === -1);
  const same = (c: number): boolean =>
    tree.forms[c]!.some((f) => (lexicon.nouns.get(f) ?? []).some((t) => t.frame.plover === trigger.frame.plover));
  return counted.length > 0 && !counted.some((c) => conjuncts(tree, c).some(same));
}

const COUNTING: ReadonlySet<string> = new Set(['round']);

/** "the third round", "talks between Oslo and Riga", "Monday's meeting": enough to be an event by itself. */
function namedOrCounted(tree: Tree, at: number, topical: readonly string[]): boolean {
  const top = measured(tree, at, MEASURES);
  const below = phraseTokens(tree, top);
  const sides = new Set(below.flatMap((i) => tree.actors[tree.actorAt[i] ?? -1]?.codes ?? []));
  if (sides.size >= 2) return true;
  if (topical.includes(caseOf(tree, top))) return false;
  if (top !== at) return true;
  return below.some((i) => ORDINAL.test(tree.tokens[i]!.text) || DATE_WORD.test(tree.tokens[i]!.text));
}

const MEASURES: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'minute', 'round', 'month']);

/** Head of what measures the event: "eight hours of talks". */
function measured(tree: Tree, at: number, measures: ReadonlySet<string>): number {
  const token = tree.tokens[at]!;
  const counts = caseOf(tree, at) === 'of' && token.head >= 0 && measures.has(tree.lemmas[token.head]!);
  return counts ? token.head : at;
}

const ORDINAL =
  /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|new|another|\d+(st|nd|rd|th))$/i;
const DATE_WORD =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|week|month|(19|20)\d\d)$/i;

/** A noun tells an event where it is placed in time or acts in the sentence; "sources close to the talks" tells none. */
function toldAsEvent(tree: Tree, lexicon: Lexicon, at: number): boolean {
  let top = at;
  for (let step = 0; step < 3; step++) {
    const token = tree.tokens[top]!;
    if (plainRel(token) !== 'nmod' || token.head < 0 || !lexicon.measures.has(tree.lemmas[token.head]!)) break;
    top = token.head;
  }
  const words = caseOf(tree, top).split(' ');
  return words.some((w) => EVENTFUL.has(w)) && plainRel(tree.tokens[top]!) !== 'compound';
}

const EVENTFUL: ReadonlySet<string> = new Set([
  '',
  ...'after following during at in since before despite amid by from until of with without upon on against for as into to over'.split(
    ' ',
  ),
]);

function wordsBefore(tree: Tree, trigger: Trigger, at: number): number[] | null {
  const out: number[] = [];
  for (let n = trigger.more.length - 1, i = at - 1; n >= 0; n--, i--) {
    if (i < 0 || !tree.forms[i]!.some((f) => trigger.more[n]!.has(f))) return null;
    out.push(i);
  }
  return out;
}

/** The verb that carries a nominal event: "held talks", "talks took place", "a round of talks ended". */
function carrierOf(tree: Tree, lexicon: Lexicon, at: number): { verb: number; carrier: boolean } {
  let top = at;
  for (let step = 0; step < 4; step++) {
    const token = tree.tokens[top]!;
    const head = token.head;
    if (head < 0) break;
    const rel = plainRel(token);
    const governor = tree.tokens[head]!;
    if (isVerb(governor)) {
      const core = ['obj', 'nsubj', 'obl', 'xcomp'].includes(rel);
      if (core && lexicon.carriers.has(tree.lemmas[head]!)) return { verb: head, carrier: true };
      return { verb: head, carrier: false };
    }
    if (rel !== 'nmod' && rel !== 'compound' && rel !== 'conj' && rel !== 'appos') break;
    top = head;
  }
  return { verb: clauseHead(tree, at), carrier: false };
}
