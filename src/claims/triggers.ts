/** Finds the words of a sentence that trigger a frame, the best frame for each place. */
import { objectOf } from './arguments.ts';
import type { Frame, Lexicon, Trigger } from './lexicon.ts';
import {
  caseOf,
  childrenBy,
  clauseHead,
  isBelow,
  isPassive,
  isVerb,
  phraseTokens,
  plainRel,
  type Tree,
} from './tree.ts';

/** A frame met in a sentence. */
export interface Match {
  readonly frame: Frame;
  readonly as: Trigger['as'];
  /** The triggering token, and the verb that carries tense for it (itself, or "held" in "talks were held"). */
  readonly at: number;
  readonly verb: number;
  readonly carrier: boolean;
  readonly passive: boolean;
  /** Status the carrying verb gives: "a round is set for May". */
  readonly carried?: string;
  /** "has yet to": owed, not refused. */
  readonly pending?: boolean;
  /** Tokens of the trigger words. */
  readonly words: readonly number[];
  readonly score: number;
}

const WINDOW = 9;
/** "held since March" is no march. */
const MONTH = /^(March|May|August)$/;
const PARTICLES = new Set('up out off back down away over in on through apart together forward aside ahead'.split(' '));

/** A report, or a text too short to judge relevance by. */
export type TextLength = 'report' | 'short';

function fits({ frame, as }: Match, length: TextLength): boolean {
  if (length === 'short') return !frame.onlyReports;
  return !frame.onlyShort && !(frame.onlyVerb && as === 'noun');
}

/** All matches of a sentence, at most one a token. */
export function matchesOf(tree: Tree, lexicon: Lexicon, length: TextLength): Match[] {
  const out: Match[] = [];
  tree.tokens.forEach((token, at) => {
    if (token.upos === 'PUNCT') return;
    const found = [...verbMatches(tree, lexicon, at), ...nounMatches(tree, lexicon, at)].filter((m) => fits(m, length));
    const best = found.sort((a, b) => b.score - a.score)[0];
    if (best) out.push(best);
  });
  const kept = out.filter((m) => !out.some((o) => o !== m && shadows(o, m)));
  return [...kept, ...undertakings(tree, lexicon, kept)];
}

/** Verbs no frame knows, told as future of a side: read by the frame for `*`. */
function undertakings(tree: Tree, lexicon: Lexicon, known: readonly Match[]): Match[] {
  const trigger = lexicon.verbs.get('*')?.[0];
  if (!trigger) return [];
  const near = (at: number): boolean =>
    known.some((m) => isBelow(tree, m.at, at) || isBelow(tree, at, m.at) || m.verb === at);
  return tree.tokens.flatMap((token, at) => {
    if (token.upos !== 'VERB' || !isFuture(tree, at) || near(at) || STATES.has(tree.lemmas[at]!)) return [];
    const score = trigger.frame.weight - 0.3;
    return [
      {
        frame: trigger.frame,
        as: 'verb',
        at,
        verb: at,
        carrier: false,
        passive: isPassive(tree, at),
        words: [at],
        score,
      },
    ];
  });
}

/** Not things one undertakes to do. */
const STATES: ReadonlySet<string> = new Set(
  'be have say tell see know think believe feel like need want hope expect mean cost become seem appear depend remain happen occur look require last'.split(
    ' ',
  ),
);

function isFuture(tree: Tree, at: number): boolean {
  const aux = childrenBy(tree, at, 'aux').map((c) => tree.tokens[c]!.text.toLowerCase());
  if (aux.some((a) => ['will', 'would', "'ll", '’ll', 'shall', 'wo'].includes(a))) return true;
  const before = tree.lemmas[at - 1] === 'to' ? tree.lemmas[at - 2] : undefined;
  return before === 'be';
}

/** "lodge a protest" and "protest" are one match: the one with more words stays. */
function shadows(strong: Match, weak: Match): boolean {
  if (!strong.words.includes(weak.at) || strong.at === weak.at) return false;
  return strong.words.length > weak.words.length || strong.score >= weak.score;
}

function verbMatches(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  const token = tree.tokens[at]!;
  const lemma = tree.lemmas[at]!;
  const out: Match[] = [];
  const verbal = isVerb(token) || (token.upos === 'ADJ' && token.xpos.startsWith('VB'));
  if (verbal) for (const t of lexicon.verbs.get(lemma) ?? []) push(out, verbMatch(tree, t, at));
  if (lemma === 'yet' && tree.lemmas[at + 1] === 'to') push(out, pendingMatch(tree, lexicon, at));
  if (token.upos === 'ADJ' || token.upos === 'VERB' || token.upos === 'NOUN' || token.upos === 'ADV') {
    const forms = new Set([lemma, token.text.toLowerCase()]);
    for (const f of forms) for (const t of lexicon.adjectives.get(f) ?? []) push(out, adjectiveMatch(tree, t, at));
  }
  return out;
}

function push(out: Match[], match: Match | null): void {
  if (match) out.push(match);
}

function verbMatch(tree: Tree, trigger: Trigger, at: number): Match | null {
  if (tree.tokens[at]!.rel === 'amod') return null;
  if (trigger.frame.active && isPassive(tree, at)) return null;
  const more = furtherWords(tree, trigger, at);
  if (!more) return null;
  const object = conditionsHold(tree, trigger.frame, at);
  if (!object) return null;
  return {
    frame: trigger.frame,
    as: 'verb',
    at,
    verb: at,
    carrier: false,
    passive: isPassive(tree, at),
    words: [at, ...more, ...object],
    score: scoreOf(trigger, more.length),
  };
}

function scoreOf(trigger: Trigger, more: number): number {
  return trigger.frame.weight + more + (trigger.frame.priority ?? 0);
}

/** "is yet to give its consent", "has yet to approve a loan". */
function pendingMatch(tree: Tree, lexicon: Lexicon, at: number): Match | null {
  const frame = lexicon.adjectives.get('yet')?.[0]?.frame;
  const verb = tree.tokens.findIndex((t, i) => i > at + 1 && i < at + 5 && t.upos === 'VERB');
  if (!frame || verb < 0) return null;
  return {
    frame,
    as: 'verb',
    at: verb,
    verb,
    carrier: false,
    passive: false,
    pending: true,
    words: [at, verb],
    score: 9,
  };
}

function adjectiveMatch(tree: Tree, trigger: Trigger, at: number): Match | null {
  const predicate = childrenBy(tree, at, 'cop', 'nsubj', 'xcomp', 'ccomp').length > 0;
  const governed = ['xcomp', 'acl', 'amod', 'conj', 'root'].includes(plainRel(tree.tokens[at]!));
  if (!predicate && !governed) return null;
  const more = furtherWords(tree, trigger, at);
  if (!more || !conditionsHold(tree, trigger.frame, at)) return null;
  return {
    frame: trigger.frame,
    as: 'adjective',
    at,
    verb: at,
    carrier: false,
    passive: false,
    words: [at, ...more],
    score: scoreOf(trigger, more.length),
  };
}

/** The other words of a phrase: below the verb in the parse, or close after it without another verb between. */
function furtherWords(tree: Tree, trigger: Trigger, at: number): number[] | null {
  const out: number[] = [];
  for (const choices of trigger.more) {
    const found = furtherWord(tree, choices, at);
    if (found === undefined) return null;
    out.push(found);
  }
  return out;
}

function furtherWord(tree: Tree, choices: ReadonlySet<string>, at: number): number | undefined {
  const particle = [...choices].every((c) => PARTICLES.has(c));
  const reach = particle ? 4 : WINDOW;
  for (let i = at + 1; i < Math.min(tree.tokens.length, at + 1 + reach); i++) {
    const hit = isOneOf(tree, i, choices) && !MONTH.test(tree.tokens[i]!.text);
    const near = tree.tokens[i]!.upos !== 'ADP' || i <= at + 3;
    if (hit && near && (particle ? particleOf(tree, i, at) : belongs(tree, i, at))) return i;
    if (i > at + 1 && isVerb(tree.tokens[i]) && !isBelow(tree, i, at)) break;
  }
  if (particle) return undefined;
  const object = objectOf(tree, at);
  if (object === undefined || object > at) return undefined;
  return phraseTokens(tree, object).find((i) => choices.has(tree.lemmas[i]!));
}

/** The word heads the object or stands in "a round of", "two days of" it; a word of another phrase does not count. */
function belongs(tree: Tree, i: number, at: number): boolean {
  if (IDIOMS.has(tree.lemmas[i]!)) return true;
  for (let up = i, step = 0; step < 5; step++) {
    const token = tree.tokens[up]!;
    if (token.head === at) return true;
    if (token.head < 0) return false;
    const rel = plainRel(token);
    if (rel === 'nmod' && !MEASURES.has(tree.lemmas[token.head]!)) return false;
    if (CLAUSAL.has(rel)) return false;
    up = token.head;
  }
  return false;
}

/** Words of fixed phrases, which parsers attach at random. */
const IDIOMS: ReadonlySet<string> = new Set([
  'grata',
  'unwelcome',
  'unacceptable',
  'leave',
  'jointly',
  'waiting',
  'packing',
]);

/** "two days of talks" are talks, "a warning over talks" is not. */
const MEASURES: ReadonlySet<string> = new Set(
  'round day hour series set number lot end close kind form sort session week letter text note conclusion minute state piece couple pair'.split(
    ' ',
  ),
);
const CLAUSAL: ReadonlySet<string> = new Set(['acl', 'advcl', 'ccomp', 'parataxis', 'csubj']);

function particleOf(tree: Tree, i: number, at: number): boolean {
  const token = tree.tokens[i]!;
  if (token.rel === 'compound:prt' || token.upos === 'ADV' || token.upos === 'PART') return true;
  return i === at + 1 || (token.head === at && plainRel(token) !== 'case');
}

function nounMatches(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  const token = tree.tokens[at]!;
  const nominal = token.upos === 'NOUN' || (token.upos === 'PROPN' && tree.actorAt[at] === -1);
  if (!nominal && !(token.xpos === 'VBG' && childrenBy(tree, at, 'det', 'nmod:poss').length > 0)) return [];
  const out: Match[] = [];
  const known = lexicon.nouns.get(tree.lemmas[at]!) ?? [];
  const asPrinted = lexicon.nouns.get(token.text.toLowerCase()) ?? [];
  for (const trigger of tree.lemmas[at] === token.text.toLowerCase() ? known : [...known, ...asPrinted]) {
    const before = wordsBefore(tree, trigger, at);
    if (!before) continue;
    const { verb, carrier } = carrierOf(tree, lexicon, at);
    const carried = carrier ? lexicon.carriers.get(tree.lemmas[verb]!) : undefined;
    if (!carrier && !toldAsEvent(tree, at)) continue;
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

/** "the third round", "talks between Oslo and Riga", "Monday's meeting": enough to be an event by itself. */
function namedOrCounted(tree: Tree, at: number, topical: readonly string[]): boolean {
  const below = phraseTokens(tree, at);
  const sides = new Set(below.flatMap((i) => tree.actors[tree.actorAt[i] ?? -1]?.codes ?? []));
  if (sides.size >= 2) return true;
  if (topical.includes(caseOf(tree, at))) return false;
  return below.some((i) => ORDINAL.test(tree.tokens[i]!.text) || DATE_WORD.test(tree.tokens[i]!.text));
}

const ORDINAL =
  /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|new|another|\d+(st|nd|rd|th))$/i;
const DATE_WORD =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|week|month|(19|20)\d\d)$/i;

/** A noun tells an event where it is placed in time or acts in the sentence; "sources close to the talks" tells none. */
function toldAsEvent(tree: Tree, at: number): boolean {
  let top = at;
  for (let step = 0; step < 3; step++) {
    const token = tree.tokens[top]!;
    if (plainRel(token) !== 'nmod' || token.head < 0 || !MEASURES.has(tree.lemmas[token.head]!)) break;
    top = token.head;
  }
  const words = caseOf(tree, top).split(' ');
  return words.some((w) => EVENTFUL.has(w)) && plainRel(tree.tokens[top]!) !== 'compound';
}

const EVENTFUL: ReadonlySet<string> = new Set([
  '',
  'after',
  'following',
  'during',
  'at',
  'in',
  'since',
  'before',
  'despite',
  'amid',
  'by',
  'from',
  'until',
  'of',
  'with',
  'without',
  'upon',
  'on',
  'against',
  'for',
  'as',
  'into',
  'to',
  'over',
]);

function wordsBefore(tree: Tree, trigger: Trigger, at: number): number[] | null {
  const out: number[] = [];
  for (let n = trigger.more.length - 1, i = at - 1; n >= 0; n--, i--) {
    if (!trigger.more[n]!.has(tree.lemmas[i] ?? '')) return null;
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

/** Null where a condition fails; otherwise the object's head where it is an event or thing the frame asks for. */
function conditionsHold(tree: Tree, frame: Frame, at: number): number[] | null {
  if (!clauseConditions(tree, frame, at)) return null;
  if (!frame.objectSet && !frame.notObjectSet) return [];
  const object = objectOf(tree, at);
  const tokens = object === undefined ? [] : phraseTokens(tree, object);
  const found = frame.objectSet ? tokens.find((i) => isOneOf(tree, i, frame.objectSet!)) : undefined;
  if (frame.objectSet && found === undefined) return null;
  if (object !== undefined && frame.notObjectSet && isOneOf(tree, object, frame.notObjectSet)) return null;
  if (frame.objectHead && !(object !== undefined && headsObject(tree, object, frame.objectSet!))) return null;
  return found !== undefined && found === object && tree.actorAt[found] === -1 && !PEOPLE.has(tree.lemmas[found]!)
    ? [found]
    : [];
}

/** "received the minister", "received Minister Sy": the head itself or the person it names; not "welcomed the minister's words". */
function headsObject(tree: Tree, object: number, words: ReadonlySet<string>): boolean {
  return isOneOf(tree, object, words) || tree.actors[tree.actorAt[object] ?? -1]?.kind === 'person';
}

/** Objects that can themselves be the party: they stay fillers. */
const PEOPLE: ReadonlySet<string> = new Set(
  'diplomat ambassador envoy prisoner detainee hostage soldier fisherman citizen journalist activist crew worker troop force refugee people man woman national staff employee official'.split(
    ' ',
  ),
);

function nounConditions(tree: Tree, frame: Frame, at: number, verb: number): boolean {
  if (frame.objectSet) {
    if (!phraseTokens(tree, at).some((i) => isOneOf(tree, i, frame.objectSet!))) return false;
  }
  return clauseConditions(tree, frame, verb);
}

/** By lemma or as printed: "bombing" is told apart from "bomb" by its form only. */
function isOneOf(tree: Tree, i: number, words: ReadonlySet<string>): boolean {
  return words.has(tree.lemmas[i]!) || words.has(tree.tokens[i]!.text.toLowerCase());
}

function complementTokens(tree: Tree, at: number): number[] {
  return childrenBy(tree, at, 'xcomp').flatMap((c) => phraseTokens(tree, c));
}

function clauseConditions(tree: Tree, frame: Frame, at: number): boolean {
  if (!frame.clauseSet && !frame.notClauseSet) return true;
  const tokens = [
    ...phraseTokens(tree, clauseHead(tree, at)),
    ...phraseTokens(tree, at),
    ...complementTokens(tree, at),
  ];
  if (frame.clauseSet && !tokens.some((i) => isOneOf(tree, i, frame.clauseSet!))) return false;
  return !(frame.notClauseSet && tokens.some((i) => isOneOf(tree, i, frame.notClauseSet!)));
}
