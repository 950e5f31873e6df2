/** How real a match is: tense, modality, negation, intent, condition, hearsay, read off the verbs and words around it. */

import type { Token } from '../model/index.ts';
import { complementsOf, objectOf, subjectOf } from './arguments.ts';
import type { Match } from './match.ts';
import type { Cues, Effect } from './mood-cues.ts';
import { provisoOn } from './provisos.ts';
import { type Tense, tenseOf } from './tense.ts';
import { caseOf, childrenBy, isPassive, markOf, plainRel, type Tree } from './tree.ts';

export interface Mood {
  readonly effects: ReadonlySet<Effect>;
  readonly tense: Tense;
  /** The match stands in the condition itself ("if they build"): it tells no fact. */
  readonly insideCondition: boolean;
  /** The words that decided, for the person who checks. */
  readonly why: readonly string[];
  /** Tokens from the carrying verb up through the words that govern it. */
  readonly chain: readonly number[];
  /** Words of the condition, where there is one. */
  readonly condition: number | null;
}

/** "the last country to ratify" did ratify. */
const COUNTED: ReadonlySet<string> = new Set(['first', 'last', 'only', 'latest', 'second', 'third', 'fourth', 'next']);

/** Marks that open a purpose or a topic: "to block", "on putting". */
const TOPIC: ReadonlySet<string> = new Set(['to', 'at', 'on', 'about', 'of', 'for', 'toward', 'towards', 'against']);

/** Collects while climbing from the carrying verb. */
class Climb {
  readonly effects = new Set<Effect>();
  readonly why: string[] = [];
  readonly chain: number[] = [];
  insideCondition = false;
  condition: number | null = null;
  readonly tree: Tree;
  readonly cues: Cues;
  constructor(tree: Tree, cues: Cues) {
    this.tree = tree;
    this.cues = cues;
  }

  add(effect: Effect | undefined, token: number): void {
    if (effect === undefined || effect === 'none') return;
    if (effect === 'settled') this.effects.add('planned');
    // Two negations cancel: "did not deny".
    if (effect === 'negated' && this.effects.has('negated')) this.effects.delete('negated');
    else this.effects.add(effect);
    this.why.push(`"${this.tree.tokens[token]?.text}" (${effect})`);
  }

  /** What a governing word says about what it governs, by its lemma or as printed ("willing"). */
  headEffect(head: number): Effect | undefined {
    const printed = this.tree.tokens[head]!.text.toLowerCase();
    const particle = childrenBy(this.tree, head, 'compound:prt')[0];
    const phrase = particle === undefined ? undefined : `${this.tree.lemmas[head]} ${this.tree.lemmas[particle]}`;
    const phrasal = phrase === undefined ? undefined : this.cues.head.get(phrase);
    if (phrasal) return phrasal;
    return this.cues.head.get(printed) ?? this.cues.head.get(this.tree.lemmas[head]!);
  }

  /** Auxiliaries, adverbs and conditions that hang on one verb. */
  gather(at: number): void {
    const { tree, cues } = this;
    this.chain.push(at);
    for (const c of tree.children[at] ?? []) {
      const token = tree.tokens[c]!;
      const lemma = tree.lemmas[c]!;
      const text = token.text.toLowerCase();
      const rel = plainRel(token);
      if (rel === 'aux' || token.upos === 'AUX') this.add(cues.auxiliary.get(text) ?? cues.auxiliary.get(lemma), c);
      else if (rel === 'advmod' || rel === 'neg' || token.upos === 'PART' || token.upos === 'ADV') {
        // "promised never to send": what stands before "to" belongs to what is promised.
        const below = c > at && lemma !== 'yet' && tree.lemmas[c + 1] === 'to';
        if (!below) this.adverb(c, lemma, text);
      } else if (rel === 'advcl') this.conditionOf(c);
    }
  }

  private adverb(c: number, lemma: string, text: string): void {
    const before = this.tree.tokens[c - 1]?.text.toLowerCase() ?? '';
    if (lemma === 'yet' && (this.tree.lemmas[c + 1] === 'to' || before === 'not')) {
      this.add('pending', c);
      return;
    }
    const two = this.cues.adverb.get(`${before} ${text}`);
    this.add(two ?? this.cues.adverb.get(text) ?? this.cues.adverb.get(lemma), c);
  }

  private conditionOf(clause: number): void {
    const mark = markOf(this.tree, clause);
    const first = this.tree.tokens[this.tree.spans[clause]?.[0] ?? clause]?.text.toLowerCase() ?? '';
    const effect =
      this.cues.mark.get(mark) ?? this.cues.mark.get(mark.split(' ')[0] ?? '') ?? this.cues.mark.get(first);
    if (effect !== 'conditional') return;
    this.condition ??= clause;
    this.add('conditional', clause);
  }

  holdCondition(clause: number): void {
    this.condition = clause;
    this.add('conditional', clause);
  }

  /** Goes up while the governing word still tells about the same matter. */
  climb(from: number): void {
    let at = from;
    for (let step = 0; step < 8; step++) {
      const token = this.tree.tokens[at]!;
      const head = token.head;
      if (head < 0) return;
      const next = this.step(at, head, plainRel(token), token.rel);
      if (next === null) return;
      at = next;
    }
  }

  private step(at: number, head: number, rel: string, full: string): number | null {
    const { tree, cues } = this;
    const mark = markOf(tree, at);
    // "contingent upon Laos releasing them"
    if (cues.mark.get(tree.lemmas[head]!) === 'conditional') {
      this.insideCondition = true;
      return null;
    }
    if (rel === 'advcl' || rel === 'ccomp' || rel === 'acl') {
      if (rel === 'advcl' && conditionalClause(this, at)) {
        this.insideCondition = true;
        return null;
      }
      if (rel === 'advcl' && mark === 'before' && tree.tokens[at]?.xpos !== 'VBD') {
        this.add('purpose', at);
        return null;
      }
      if (cues.mark.get(mark) === 'conditional' || cues.mark.get(mark.split(' ')[0] ?? '') === 'conditional') {
        this.insideCondition = rel === 'advcl';
        return null;
      }
    }
    // "a request that Oslo suspend": what is asked for is not done.
    if (rel === 'acl' && mark === 'that' && ASKED.has(tree.lemmas[head]!) && /^VBP?$/.test(tree.tokens[at]!.xpos)) {
      this.add('demanded', head);
      return null;
    }
    // "the agreement, signed in May": a participle tells of its noun, and is not what the noun promises.
    if (full === 'acl' && mark === '' && isPassive(tree, at)) return null;
    const effect = this.headEffect(head);
    if (rel === 'acl' && full === 'acl' && effect === undefined) return this.underNoun(at, head, mark);
    if (rel === 'ccomp' && effect === undefined) return this.underThought(head);
    const kept = rel === 'advcl' && (mark === 'from' || mark === 'in') && effect === 'negated';
    if (rel === 'xcomp' || rel === 'ccomp' || kept || (rel === 'acl' && full === 'acl')) {
      this.add(effect, head);
      this.gather(head);
      return head;
    }
    if (rel === 'advcl' && (mark === 'by' || (mark === '' && tree.tokens[at]?.xpos === 'VBG')))
      return this.byMeans(head);
    if (rel === 'advcl' && TOPIC.has(mark)) {
      const looks = mark === 'at' || mark === 'of' || mark === 'on';
      this.add(looks && effect === 'hypothetical' ? effect : 'purpose', looks ? head : at);
      return null;
    }
    if (rel === 'conj' && cues.mark.get(mark) === 'conditional') {
      this.insideCondition = true;
      return null;
    }
    if (rel === 'conj') return this.sharedWith(at, head);
    if (['obj', 'obl', 'nmod', 'nsubj'].includes(rel) && effect !== undefined) {
      this.add(effect, head);
      this.gather(head);
      return head;
    }
    return null;
  }

  /** "steps to stop the oil", "a choice of leaving": what a plain noun leads to is not told as done. */
  private underNoun(at: number, noun: number, mark: string): null {
    const counted = (this.tree.children[noun] ?? []).some((c) => COUNTED.has(this.tree.lemmas[c]!));
    if (TOPIC.has(mark) && !counted) this.add('purpose', at);
    return null;
  }

  /** "might conclude that they must strike": the thought is no more real than the thinking. */
  private underThought(head: number): null {
    for (const c of childrenBy(this.tree, head, 'aux')) {
      const effect = this.cues.auxiliary.get(this.tree.lemmas[c]!);
      if (effect === 'hypothetical') this.add(effect, c);
    }
    return null;
  }

  /** "could start a war by attacking": the means shares the mood of the deed, not its negation. */
  private byMeans(head: number): null {
    const over = this.tree.tokens[head]!.head;
    for (const at of [head, over]) if (at >= 0 && this.headEffect(at) === 'alleged') this.add('alleged', at);
    for (const c of childrenBy(this.tree, head, 'aux')) {
      const effect = this.cues.auxiliary.get(this.tree.tokens[c]!.text.toLowerCase());
      if (effect !== undefined && effect !== 'negated') this.add(effect, c);
    }
    return null;
  }

  /** "will withdraw troops and release prisoners": the second verb shares the auxiliary of the first. */
  private sharedWith(at: number, head: number): number | null {
    const { xpos } = this.tree.tokens[at]!;
    const bare = xpos === 'VB' || xpos === 'VBN' || (xpos === 'VBG' && this.tree.tokens[head]?.xpos === 'VBG');
    const own = childrenBy(this.tree, at, 'aux', 'mark').length > 0;
    if (!bare || own) return null;
    this.gather(head);
    return head;
  }
}

/** Mood of a match in its sentence. */
export function moodOf(tree: Tree, match: Match, cues: Cues): Mood {
  const climb = new Climb(tree, cues);
  const { verb } = match;
  if (match.as === 'noun') nominal(climb, match);
  const bare = match.as === 'noun' && !match.carrier;
  if (!bare) climb.gather(verb);
  if (!bare) negatedArguments(climb, match);
  if (!bare) climb.climb(verb);
  if (match.carried === 'planned') climb.add('planned', verb);
  if (match.frame.plover === 'THREATEN' && match.frame.operator) possibleHarm(climb, match);
  conditionsBelow(climb, match);
  isTo(climb, match);
  provisos(climb, match);
  if (match.pending) climb.add('pending', match.at);
  headlineInfinitive(climb, verb);
  question(climb);
  bargain(climb, verb);
  return {
    effects: climb.effects,
    tense: tenseOf(tree, match),
    insideCondition: climb.insideCondition,
    why: climb.why,
    chain: climb.chain,
    condition: climb.condition,
  };
}

const ASKED: ReadonlySet<string> = new Set('request demand call proposal recommendation insistence appeal'.split(' '));

/** "during a visit they agreed": what stands beside the deed does not share its mood. */
const BESIDE: ReadonlySet<string> = new Set(['during', 'after', 'following', 'since', 'amid', 'despite']);

const CORE: ReadonlySet<string> = new Set(['nsubj', 'obj', 'obl']);

/** "hinted that it could cut exports": the harm itself is only possible. */
function possibleHarm(climb: Climb, match: Match): void {
  for (const c of complementsOf(climb.tree, match.at)) {
    for (const aux of childrenBy(climb.tree, c, 'aux')) {
      if (climb.cues.auxiliary.get(climb.tree.lemmas[aux]!) === 'hypothetical') climb.add('hypothetical', aux);
    }
  }
}

/** "Minsk is to reopen the post" is a plan of Minsk; "the aim is to reopen it" tells no deed. */
function isTo(climb: Climb, match: Match): void {
  const { tree } = climb;
  const { verb } = match;
  if ((match.as === 'noun' && !match.carrier) || climb.effects.has('planned')) return;
  const marked = childrenBy(tree, verb, 'mark').some((c) => tree.lemmas[c] === 'to');
  const to = childrenBy(tree, verb, 'mark').find((c) => tree.lemmas[c] === 'to') ?? verb;
  const be = childrenBy(tree, verb, 'cop', 'aux').some((c) => tree.lemmas[c] === 'be' && c < to);
  if (!marked || !be) return;
  const due = (tree.children[verb] ?? []).find((c) => c < verb && climb.headEffect(c) === 'planned');
  if (isPassive(tree, verb) || due !== undefined || match.frame.mutual) {
    climb.add('planned', due ?? verb);
    return;
  }
  const subject = subjectOf(tree, verb);
  climb.add(subject !== undefined && (tree.actorAt[subject] ?? -1) >= 0 ? 'planned' : 'purpose', verb);
}

/** "no talks", "a possible meeting", "proposed visit": words on the noun itself. */
function nominal(climb: Climb, match: Match): void {
  const { tree, cues } = climb;
  for (const c of tree.children[match.at] ?? []) {
    const lemma = tree.lemmas[c]!;
    const rel = plainRel(tree.tokens[c]!);
    if (rel === 'det' || rel === 'amod' || rel === 'case') climb.add(cues.determiner.get(lemma), c);
    if ((rel === 'acl' || rel === 'amod') && climb.headEffect(c) === 'planned') climb.add('planned', c);
  }
  for (let head = match.at, step = 0; step < 4; step++) {
    const token = tree.tokens[head]!;
    if (token.head < 0 || head === match.verb || BESIDE.has(caseOf(tree, head))) break;
    const effect = climb.headEffect(token.head);
    // "the offer was refused": it was made all the same.
    if (match.frame.speech && !match.carrier && (effect === 'denied' || effect === 'negated')) break;
    if (token.head !== match.verb) climb.add(effect, token.head);
    else if (!match.carrier && effect !== undefined && CORE.has(plainRel(token)) && !onlyWeighs(tree, token, effect)) {
      climb.add(effect, token.head);
      climb.gather(token.head);
    }
    head = token.head;
  }
}

/** "the seizure still weighs on relations": an event that is the subject is not what somebody weighs. */
function onlyWeighs(tree: Tree, noun: Token, effect: Effect): boolean {
  const weighing = tree.tokens[noun.head]!.upos === 'VERB' && tree.lemmas[noun.head] !== 'look';
  return effect === 'hypothetical' && noun.rel === 'nsubj' && weighing;
}

/** "no agreement was reached", "neither side confirmed". */
function negatedArguments(climb: Climb, match: Match): void {
  const { tree, cues } = climb;
  for (const argument of [objectOf(tree, match.verb), subjectOf(tree, match.verb)]) {
    if (argument === undefined || argument === match.at) continue;
    for (const c of [argument, ...childrenBy(tree, argument, 'det', 'cc:preconj', 'advmod')]) {
      const lemma = tree.lemmas[c]!;
      if (cues.determiner.get(lemma) === 'negated') climb.add('negated', c);
    }
  }
}

/** "ready to propose another if asked": the condition hangs on what is governed. */
function conditionsBelow(climb: Climb, match: Match): void {
  if (climb.condition !== null) return;
  const { tree } = climb;
  tree.tokens.forEach((token, at) => {
    const word = climb.cues.mark.get(tree.lemmas[at]!) === 'conditional' && token.head !== at + 1;
    if (climb.condition !== null || (plainRel(token) !== 'advcl' && !word)) return;
    if (conditionalClause(climb, at) && reaches(tree, at, match.verb)) climb.holdCondition(at);
  });
}

const NOT_YET: readonly Effect[] = ['planned', 'future', 'hypothetical', 'offered'];

/** What is only offered, planned or threatened stands under the terms named with it. */
function provisos(climb: Climb, match: Match): void {
  const { operator, status, plover } = match.frame;
  const open = (operator && (status === 'offered' || status === 'planned')) || plover === 'THREATEN';
  if (climb.condition !== null || !(open || NOT_YET.some((effect) => climb.effects.has(effect)))) return;
  const verbs = new Set([match.at, match.verb, ...climb.chain]);
  const at = provisoOn(climb.tree, verbs, climb.cues.provisos);
  if (at !== null) climb.holdCondition(at);
}

function conditionalClause(climb: Climb, at: number): boolean {
  const mark = markOf(climb.tree, at);
  const first = climb.tree.tokens[climb.tree.spans[at]?.[0] ?? at]?.text.toLowerCase() ?? '';
  const { mark: marks } = climb.cues;
  const itself = climb.tree.tokens[at]!.text.toLowerCase();
  return [mark, mark.split(' ')[0] ?? '', first, itself].some((w) => marks.get(w) === 'conditional');
}

/** True where a clause hangs, through complements only, on the verb. */
function reaches(tree: Tree, clause: number, verb: number): boolean {
  for (let at = tree.tokens[clause]!.head, step = 0; at >= 0 && step < 8; step++) {
    if (at === verb) return true;
    const rel = plainRel(tree.tokens[at]!);
    if (rel !== 'xcomp' && rel !== 'ccomp' && rel !== 'acl' && rel !== 'obj') return false;
    at = tree.tokens[at]!.head;
  }
  return false;
}

/** "Kenya to reopen embassy" promises; "Kenya reopens embassy" tells. */
function headlineInfinitive(climb: Climb, verb: number): void {
  const { tree } = climb;
  if (!tree.headline) return;
  if (tree.lemmas[verb - 1] === 'to' && (tree.tokens[verb]?.head ?? -1) < 0) climb.add('planned', verb - 1);
}

/** "Let them open, and the ban falls", "Return the boats and we will talk": the order is the condition of what follows. */
function bargain(climb: Climb, verb: number): void {
  const { tree } = climb;
  const first = tree.tokens.findIndex((t) => t.upos !== 'PUNCT');
  const order = tree.tokens[first];
  const lets = tree.lemmas[first] === 'let' && tree.lemmas[first + 1] !== 'we';
  if (order?.xpos !== 'VB') return;
  const joint = tree.lemmas.findIndex((l, i) => i > first && (l === 'and' || l === 'then') && promises(tree, i, lets));
  if (joint < 0) return;
  if (verb < joint) climb.insideCondition = true;
  else climb.holdCondition(first);
}

const PROMISING: ReadonlySet<string> = new Set(['will', 'shall', "'ll", '’ll', 'would']);
const BARGAIN_REACH = 12;

/** A clause of its own follows, with a doer, told as to come. */
function promises(tree: Tree, joint: number, lets: boolean): boolean {
  const after = tree.tokens.slice(joint + 1, joint + BARGAIN_REACH);
  if (after.some((t) => PROMISING.has(t.text.toLowerCase()))) return true;
  return lets && after.some((t) => t.xpos === 'VBZ' || t.xpos === 'VBP');
}

function question(climb: Climb): void {
  if (climb.tree.tokens.at(-1)?.text === '?') climb.add('hypothetical', climb.tree.tokens.length - 1);
}
