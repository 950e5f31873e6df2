/** Finds the words of a sentence that trigger a frame, the best frame for each place. */
import { conditionsHold } from './conditions.ts';
import { bondOver, isDuty } from './duties.ts';
import type { Lexicon, Trigger } from './lexicon.ts';
import { type Match, scoreOf } from './match.ts';
import { nounMatches } from './nouns.ts';
import { furtherWords } from './phrases.ts';
import { predicateSubject } from './slots.ts';
import { ancestors, caseOf, childrenBy, isPassive, isVerb, markOf, plainRel, type Tree } from './tree.ts';

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
    const found = [
      ...verbMatches(tree, lexicon, at),
      ...nounMatches(tree, lexicon, at),
      ...presences(tree, lexicon, at),
    ].filter((m) => fits(m, length));
    const sorted = found.sort((a, b) => b.score - a.score);
    const [best, ...others] = sorted.some((m) => m.as === 'verb' && m.frame.kind !== 'visit')
      ? [...sorted, ...undertaking(tree, lexicon, at).filter((m) => fits(m, length))]
      : sorted;
    if (best) out.push(others.length > 0 ? { ...best, others } : best);
  });
  const kept = out.filter((m) => !out.some((o) => o !== m && shadows(tree, o, m)));
  return [...kept, ...undertakings(tree, lexicon, kept).filter((m) => fits(m, length))];
}

const WHEREABOUTS: ReadonlySet<string> = new Set(['in', 'at', 'due in', 'back in']);

/** "is in Riyadh", "was due in Cairo on Sunday": a named place as a predicate, read by the frames for `*place`. */
function presences(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  const mention = tree.actors[tree.actorAt[at] ?? -1];
  if (mention?.reading !== 'place' || mention.head !== at || !WHEREABOUTS.has(caseOf(tree, at))) return [];
  const head = predicateSubject(tree, at)[0];
  if (head === undefined) return [];
  const who = tree.actors[tree.actorAt[head] ?? -1];
  const travels = who !== undefined && lexicon.lists.get('officials')?.has(tree.lemmas[who.head]!);
  if (who?.form === 'mission' || (who?.form === 'organ' && !travels)) return [];
  const due = caseOf(tree, at).startsWith('due');
  return (lexicon.nouns.get('*place') ?? []).map((trigger) => ({
    frame: trigger.frame,
    as: 'noun',
    at,
    verb: at,
    carrier: false,
    ...(due ? { carried: 'planned' } : {}),
    passive: false,
    words: [at],
    score: scoreOf(trigger, 0),
  }));
}

/** Verbs no frame knows, told as future of a side: read by the frame for `*`. */
function undertakings(tree: Tree, lexicon: Lexicon, known: readonly Match[]): Match[] {
  const near = (at: number): boolean =>
    known.some(
      (m) =>
        // "is required to pay": the word that binds is no deed beside the duty.
        m.at !== bondOver(tree, at) &&
        ((m.as !== 'noun' && isWithin(tree, m.at, at) && !besides(tree, m.at, at)) ||
          isWithin(tree, at, m.at) ||
          (m.verb === at && (m.as !== 'noun' || m.carrier))),
    );
  return tree.tokens.flatMap((_, at) => (near(at) ? [] : undertaking(tree, lexicon, at)));
}

/** A verb told as future, read by the frame for `*`, or as a duty, read by the frame for `*duty`. */
function undertaking(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  if (tree.tokens[at]!.upos !== 'VERB' || lexicon.states.has(tree.lemmas[at]!)) return [];
  const told = isFuture(tree, at) ? '*' : isDuty(tree, at) ? '*duty' : null;
  const frame = told === null ? undefined : lexicon.verbs.get(told)?.[0]?.frame;
  if (!frame) return [];
  const score = frame.weight - 0.3;
  return [{ frame, as: 'verb', at, verb: at, carrier: false, passive: isPassive(tree, at), words: [at], score }];
}

/** Below it, but not in a relative clause: "a protocol under which Oslo will return" tells two things. */
function isWithin(tree: Tree, inner: number, outer: number): boolean {
  const up = ancestors(tree, inner);
  const end = up.indexOf(outer);
  const apart = (i: number): boolean => tree.tokens[i]!.rel === 'acl:relcl' || caseOf(tree, i) === 'under';
  return end >= 0 && !up.slice(0, end).some(apart);
}

/** "will sell boats and may lend crews": two things a side will do. */
function besides(tree: Tree, second: number, first: number): boolean {
  const { rel, head } = tree.tokens[second]!;
  return rel === 'conj' && head === first && childrenBy(tree, second, 'aux').length > 0;
}

function isFuture(tree: Tree, at: number): boolean {
  const aux = childrenBy(tree, at, 'aux').map((c) => tree.tokens[c]!.text.toLowerCase());
  if (aux.some((a) => ['will', 'would', "'ll", '’ll', 'shall', 'wo'].includes(a))) return true;
  const before = tree.lemmas[at - 1] === 'to' ? at - 2 : -1;
  return tree.lemmas[before] === 'be' || isGoingTo(tree, before);
}

/** "is going to supply": a future, no journey. */
function isGoingTo(tree: Tree, at: number): boolean {
  return tree.tokens[at]?.text === 'going' && childrenBy(tree, at, 'xcomp').some((c) => markOf(tree, c) === 'to');
}

/** "lodge a protest" and "protest" are one match: the one with more words stays. */
function shadows(tree: Tree, strong: Match, weak: Match): boolean {
  if (!strong.words.includes(weak.at) || strong.at === weak.at) return false;
  // "the talks, which Oslo broke off, may resume": the noun has a verb of its own beside the relative clause.
  if (weak.carrier && weak.verb !== strong.verb && describes(tree, strong.at, weak.at)) return false;
  return strong.words.length > weak.words.length || strong.score >= weak.score;
}

function describes(tree: Tree, clause: number, noun: number): boolean {
  const token = tree.tokens[clause]!;
  return token.rel === 'acl:relcl' && token.head === noun;
}

function verbMatches(tree: Tree, lexicon: Lexicon, at: number): Match[] {
  const token = tree.tokens[at]!;
  const lemma = tree.lemmas[at]!;
  const out: Match[] = [];
  const verbal = isVerb(token) || (token.upos === 'ADJ' && token.xpos.startsWith('VB'));
  if (verbal) for (const t of lexicon.verbs.get(lemma) ?? []) push(out, verbMatch(tree, lexicon, t, at));
  if (lemma === 'yet' && tree.lemmas[at + 1] === 'to') push(out, pendingMatch(tree, lexicon, at));
  if (token.upos === 'ADJ' || token.upos === 'VERB' || token.upos === 'NOUN' || token.upos === 'ADV') {
    const forms = new Set([lemma, token.text.toLowerCase()]);
    for (const f of forms)
      for (const t of lexicon.adjectives.get(f) ?? []) push(out, adjectiveMatch(tree, lexicon, t, at));
  }
  return out;
}

function push(out: Match[], match: Match | null): void {
  if (match) out.push(match);
}

function verbMatch(tree: Tree, lexicon: Lexicon, trigger: Trigger, at: number): Match | null {
  if (tree.tokens[at]!.rel === 'amod' || isGoingTo(tree, at)) return null;
  if (trigger.frame.active && isPassive(tree, at)) return null;
  const more = furtherWords(tree, lexicon, trigger, at);
  if (!more) return null;
  const object = conditionsHold(tree, lexicon, trigger.frame, at);
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

function adjectiveMatch(tree: Tree, lexicon: Lexicon, trigger: Trigger, at: number): Match | null {
  const predicate = childrenBy(tree, at, 'cop', 'nsubj', 'xcomp', 'ccomp').length > 0;
  const governed = ['xcomp', 'acl', 'amod', 'conj', 'root'].includes(plainRel(tree.tokens[at]!));
  if (!predicate && !governed) return null;
  const more = furtherWords(tree, lexicon, trigger, at);
  if (!more || !conditionsHold(tree, lexicon, trigger.frame, at)) return null;
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
