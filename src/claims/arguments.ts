/** Who stands where around a verb or an event noun: subject, object, agent, prepositions, control, relative clauses. */
import { ancestors, caseOf, childBy, childrenBy, isPassive, markOf, plainRel, type Tree } from './tree.ts';

/** Verbs whose object is the doer of what follows: "asked Minsk to leave". */
const OBJECT_CONTROL = new Set(
  'ask urge tell order allow permit force enable invite request direct instruct require persuade convince encourage warn let make help want expect advise beg press pressure call authorize authorise forbid cause compel implore oblige'.split(
    ' ',
  ),
);
const RELATIVE = new Set(['which', 'who', 'that', 'whom', 'whose']);
const DEPTH = 6;
const REASONS = new Set(['due to', 'because of', 'over', 'amid', 'after', 'despite', 'since', 'owing to', 'due']);

/** Filler of the subject as meant: control, coordination, relative clauses and participles resolved. */
export function subjectOf(tree: Tree, verb: number, depth = 0): number | undefined {
  if (depth > DEPTH) return undefined;
  const agent = agentOf(tree, verb);
  if (isPassive(tree, verb)) return agent;
  const own = childBy(tree, verb, 'nsubj', 'csubj');
  if (own !== undefined && own < tree.firstWord) return afterDateline(tree, verb);
  if (own !== undefined) return misplacedSubject(tree, verb, own) ?? relativeOr(tree, verb, own);
  const token = tree.tokens[verb];
  const head = token?.head ?? -1;
  if (!token || head < 0) return looseSubject(tree, verb);
  const called = calledSubject(tree, verb);
  return called ?? inheritedSubject(tree, verb, head, depth) ?? looseSubject(tree, verb);
}

const DAY_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday week month year morning evening night today yesterday'.split(
    ' ',
  ),
);

/** "Togo last Friday handed over": a day is no doer where a party stands unattached before it. */
function misplacedSubject(tree: Tree, verb: number, subject: number): number | undefined {
  if (!DAY_WORDS.has((tree.lemmas[subject] ?? '').toLowerCase())) return undefined;
  return childrenBy(tree, verb, 'obl', 'nmod', 'vocative', 'dislocated').find(
    (c) => c < subject && (tree.actorAt[c] ?? -1) >= 0 && caseOf(tree, c) === '',
  );
}

/** Reports address nobody: what the parse takes for a call ("but Togo, through whose ...") is the subject it lost. */
function calledSubject(tree: Tree, verb: number): number | undefined {
  for (let i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
    if (plainRel(tree.tokens[i]!) === 'vocative' && (tree.actorAt[i] ?? -1) >= 0) return i;
  }
  return undefined;
}

const REACH = 24;

function inheritedSubject(tree: Tree, verb: number, head: number, depth: number): number | undefined {
  const rel = plainRel(tree.tokens[verb]!);
  // The tagger takes rare surnames for verbs: a head that is a party is the doer itself.
  if ((tree.actorAt[head] ?? -1) >= 0 && rel !== 'acl') return head;
  if (rel === 'conj' || rel === 'parataxis') {
    return isPassive(tree, head) ? passiveSubject(tree, head, depth + 1) : subjectOf(tree, head, depth + 1);
  }
  if (rel === 'xcomp' || rel === 'ccomp' || rel === 'advcl' || rel === 'obl') {
    const object = childBy(tree, head, 'obj', 'iobj');
    const lemma = tree.lemmas[head] ?? '';
    if (rel === 'advcl' && object !== undefined && blames(tree, verb, head)) return object;
    if (rel === 'xcomp' && object !== undefined && OBJECT_CONTROL.has(lemma)) return object;
    return isPassive(tree, head) ? passiveSubject(tree, head, depth + 1) : subjectOf(tree, head, depth + 1);
  }
  if (rel === 'acl') return aclSubject(tree, verb, head, depth);
  return undefined;
}

const BLAMING = new Set('accuse blame criticize criticise condemn denounce charge suspect'.split(' '));

/** "accused Minsk of bullying by closing the road": the means is what the accused did. */
function blames(tree: Tree, verb: number, head: number): boolean {
  const mark = markOf(tree, verb);
  return BLAMING.has(tree.lemmas[head] ?? '') && (mark === 'by' || mark === 'for' || mark === 'of');
}

const ADDRESSING = new Set('write speak talk reply respond telephone phone cable appeal'.split(' '));

/** "wrote to his counterpart offering ...": the writer offers, not who is written to. */
function addresserOf(tree: Tree, addressee: number, depth: number): number | undefined {
  const governor = tree.tokens[addressee]?.head ?? -1;
  if (governor < 0 || caseOf(tree, addressee) !== 'to' || !ADDRESSING.has(tree.lemmas[governor] ?? ''))
    return undefined;
  return subjectOf(tree, governor, depth + 1);
}

/** "the council adopted a resolution demanding ...": a paper that nobody owns speaks for who brings it out. */
export function authorOf(tree: Tree, paper: number, depth: number): number | undefined {
  const token = tree.tokens[paper]!;
  if (plainRel(token) !== 'obj' || token.head < 0 || !ISSUING.has(tree.lemmas[token.head] ?? '')) return undefined;
  return modifierParty(tree, paper) === undefined ? subjectOf(tree, token.head, depth + 1) : undefined;
}

const ISSUING = new Set(
  'adopt pass approve issue release publish send sign hand write deliver circulate submit make present table forward draft'.split(
    ' ',
  ),
);

/** "the Belarusian note demanding ..." has the note's owner as doer; "a decision to expel" that of the decision. */
function aclSubject(tree: Tree, verb: number, head: number, depth: number): number | undefined {
  if (tree.tokens[verb]?.rel === 'acl:relcl') return partyBefore(tree, verb, head);
  if (tree.tokens[verb]?.xpos === 'VBG')
    return addresserOf(tree, head, depth) ?? authorOf(tree, head, depth) ?? partyBefore(tree, verb, head);
  // "Oslo was the last capital to ratify": who is said to be it does it.
  if (childBy(tree, head, 'cop') !== undefined) return childBy(tree, head, 'nsubj');
  const owner = childBy(tree, head, 'nmod:poss') ?? modifierParty(tree, head);
  if (owner !== undefined) return owner;
  // "was among the first to recognise it": who is said to be among them.
  const named = childBy(tree, head, 'cop') === undefined ? undefined : childBy(tree, head, 'nsubj');
  if (named !== undefined) return named;
  const governor = tree.tokens[head]?.head ?? -1;
  return governor >= 0 ? subjectOf(tree, governor, depth + 1) : undefined;
}

/** "after talks with Oman, which had condemned the raid": the relative clause tells of the party right before it. */
function partyBefore(tree: Tree, verb: number, head: number): number {
  if ((tree.actorAt[head] ?? -1) >= 0) return head;
  const first = tree.spans[verb]?.[0] ?? verb;
  const last = tree.tokens[first - 1]?.text === ',' ? first - 2 : first - 1;
  return childrenBy(tree, head, 'nmod').find((c) => c === last && (tree.actorAt[c] ?? -1) >= 0) ?? head;
}

function modifierParty(tree: Tree, noun: number): number | undefined {
  return childrenBy(tree, noun, 'amod', 'compound', 'nmod').find((c) => (tree.actorAt[c] ?? -1) >= 0);
}

/** A headline or a broken parse: the last party before the verb in the same stretch between commas. */
function looseSubject(tree: Tree, verb: number): number | undefined {
  if (tree.tokens[verb]?.head !== -1) return undefined;
  for (let i = verb - 1; i >= 0; i--) {
    if ((tree.actorAt[i] ?? -1) >= 0 && caseOf(tree, i) === '') return i;
  }
  return undefined;
}

/** The parse took the dateline for the subject: the first noun phrase after it is meant. */
function afterDateline(tree: Tree, verb: number): number | undefined {
  for (let i = tree.firstWord; i < verb; i++) {
    const token = tree.tokens[i]!;
    const inside = token.head > i && token.head < verb && ['NOUN', 'PROPN'].includes(tree.tokens[token.head]!.upos);
    if (['NOUN', 'PROPN', 'PRON'].includes(token.upos) && !inside && plainRel(token) !== 'nmod') return i;
  }
  return undefined;
}

function relativeOr(tree: Tree, verb: number, subject: number): number {
  const pronoun = RELATIVE.has(tree.lemmas[subject] ?? '');
  const token = tree.tokens[verb];
  if (pronoun && token && plainRel(token) === 'acl' && token.head >= 0) return partyBefore(tree, verb, token.head);
  if (pronoun) {
    const up = ancestors(tree, verb).find((i) => tree.tokens[i]?.rel === 'acl:relcl');
    if (up !== undefined && (tree.tokens[up]?.head ?? -1) >= 0) return tree.tokens[up]!.head;
  }
  return subject;
}

/** "with whom the king met": what a relative pronoun behind a preposition stands for; any other word stands for itself. */
export function antecedentOf(tree: Tree, filler: number): number {
  if (!RELATIVE.has(tree.lemmas[filler] ?? '')) return filler;
  const clause = ancestors(tree, filler).find((i) => tree.tokens[i]?.rel === 'acl:relcl');
  if (clause !== undefined && clause !== filler) return partyBefore(tree, clause, tree.tokens[clause]!.head);
  // A clause that the parse hung on the verb: what stands right before its preposition is meant.
  const opener = childrenBy(tree, filler, 'case')[0] ?? filler;
  const before = tree.tokens[opener - 1]?.text === ',' ? opener - 2 : -1;
  return before >= 0 && (tree.actorAt[before] ?? -1) >= 0 ? before : filler;
}

/** The doer of a passive: "by Poland". */
export function agentOf(tree: Tree, verb: number): number | undefined {
  if (!isPassive(tree, verb)) return undefined;
  const own = childrenBy(tree, verb, 'obl', 'nmod').find((c) => caseOf(tree, c).split(' ').at(-1) === 'by');
  return childBy(tree, verb, 'obl:agent') ?? own ?? agentBelow(tree, verb) ?? agentOfComplement(tree, verb);
}

/** "were let go by Oslo": parsers hang the doer on the bare verb that follows. */
function agentOfComplement(tree: Tree, verb: number): number | undefined {
  if (tree.lemmas[verb] !== 'let') return undefined;
  return childrenBy(tree, verb, 'xcomp').flatMap((c) => childrenBy(tree, c, 'obl:agent'))[0];
}

/** "was handed to the envoy by Oslo": parsers hang the doer on the phrase before it. */
function agentBelow(tree: Tree, verb: number): number | undefined {
  const phrases = childrenBy(tree, verb, 'obl').filter((c) => c > verb);
  return phrases
    .flatMap((c) => childrenBy(tree, c, 'nmod'))
    .find((c) => caseOf(tree, c) === 'by' && (tree.actorAt[c] ?? -1) >= 0);
}

function passiveSubject(tree: Tree, verb: number, depth: number): number | undefined {
  const own = childBy(tree, verb, 'nsubj:pass', 'nsubj');
  if (own !== undefined) return relativeOr(tree, verb, own);
  const token = tree.tokens[verb];
  if (!token || token.head < 0 || depth > DEPTH) return undefined;
  const rel = plainRel(token);
  if (rel === 'acl') return token.head;
  if (rel === 'conj' && isPassive(tree, token.head)) return passiveSubject(tree, token.head, depth + 1);
  if (rel === 'xcomp' || rel === 'advcl' || rel === 'conj') {
    return isPassive(tree, token.head)
      ? passiveSubject(tree, token.head, depth + 1)
      : subjectOf(tree, token.head, depth + 1);
  }
  return undefined;
}

/** Filler of the object as meant: subject of a passive, head of "the men expelled by", of "the treaty which they signed". */
export function objectOf(tree: Tree, verb: number): number | undefined {
  if (isPassive(tree, verb)) return passiveSubject(tree, verb, 0) ?? childBy(tree, verb, 'obj');
  const own = childBy(tree, verb, 'obj') ?? childBy(tree, verb, 'iobj');
  if (own !== undefined && !RELATIVE.has(tree.lemmas[own] ?? '')) return own;
  const token = tree.tokens[verb];
  if (token?.rel === 'acl:relcl' && token.head >= 0) {
    const subject = childBy(tree, verb, 'nsubj');
    if (subject !== undefined && !RELATIVE.has(tree.lemmas[subject] ?? '')) return token.head;
  }
  return sharedObject(tree, verb) ?? sharedRelative(tree, verb) ?? particleObject(tree, verb);
}

/** "the ban, which Oslo imposed and tightened": one relative pronoun is the object of both. */
function sharedRelative(tree: Tree, verb: number): number | undefined {
  const token = tree.tokens[verb];
  const first = token?.head ?? -1;
  if (!token || first < 0 || token.rel !== 'conj' || tree.tokens[first]?.rel !== 'acl:relcl') return undefined;
  if (childrenBy(tree, verb, 'nsubj', 'ccomp', 'xcomp').length > 0 || isPassive(tree, first)) return undefined;
  const pronoun = childBy(tree, first, 'obj');
  return pronoun !== undefined && RELATIVE.has(tree.lemmas[pronoun] ?? '') ? objectOf(tree, first) : undefined;
}

const TAKEN_FOR_CASE = new Set(['off', 'up', 'down', 'away', 'out']);

/** "sealed off the town": parsers take the particle for a preposition. */
function particleObject(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'obl').find((c) => {
    const mark = childrenBy(tree, c, 'case')[0];
    return mark === verb + 1 && TAKEN_FOR_CASE.has(caseOf(tree, c));
  });
}

/** "condemned and rejected the move": the object stands with the last verb only. */
function sharedObject(tree: Tree, verb: number): number | undefined {
  for (const c of childrenBy(tree, verb, 'conj')) {
    if (childBy(tree, c, 'nsubj') !== undefined) continue;
    const object = childBy(tree, c, 'obj');
    if (object !== undefined && c < verb + 4) return object;
  }
  return undefined;
}

/** Fillers of a preposition near a verb or noun: its own, then those on its object, then those on its complement. */
export function prepositional(tree: Tree, head: number, preposition: string): number[] {
  const wanted = (c: number): boolean => {
    const words = caseOf(tree, c).split(' ');
    return words[0] === preposition || words.at(-1) === preposition;
  };
  const own = childrenBy(tree, head, 'obl', 'nmod', 'advcl').filter(wanted);
  if (own.length > 0) return own.map((c) => antecedentOf(tree, c));
  for (const c of childrenBy(tree, head, 'obj', 'nsubj:pass', 'xcomp', 'compound', 'nmod', 'obl')) {
    // "sanctions against the regime of Oslo": "of" tells of the regime, unless it only measures ("a round of talks of").
    if (
      preposition === 'of' &&
      plainRel(tree.tokens[c]!) !== 'xcomp' &&
      caseOf(tree, c) !== 'of' &&
      caseOf(tree, c) !== ''
    )
      continue;
    // "not held because of the conflict between ...": a clause of reason brings no sides.
    if (plainRel(tree.tokens[c]!) === 'obl' && REASONS.has(caseOf(tree, c))) continue;
    const below = (preposition === 'of' ? [c] : amountsOf(tree, c)).flatMap((i) =>
      childrenBy(tree, i, 'nmod', 'obl').filter(wanted),
    );
    if (below.length > 0) return below;
  }
  return [];
}

const AMOUNTS = 2;

/** "a loan of two million euros to Oslo": the noun and what it is an amount of, on which parsers hang the rest. */
function amountsOf(tree: Tree, noun: number): number[] {
  const out = [noun];
  for (let at = noun, step = 0; step < AMOUNTS; step++) {
    const next = childrenBy(tree, at, 'nmod').find((c) => caseOf(tree, c) === 'of' && (tree.actorAt[c] ?? -1) < 0);
    if (next === undefined) break;
    out.push(next);
    at = next;
  }
  return out;
}

/** What an operator governs: "agreed [to send ...]", "demanded that [Russia withdraw]", "called for [a halt]". */
export function complementsOf(tree: Tree, verb: number): number[] {
  const clauses = childrenBy(tree, verb, 'xcomp', 'ccomp');
  const own = clauses.length > 0 ? clauses : childrenBy(tree, verb, 'advcl').filter((c) => hasTo(tree, c));
  const object = objectOf(tree, verb);
  const inObject = object === undefined ? [] : childrenBy(tree, object, 'acl').filter((c) => hasTo(tree, c));
  return [...own, ...inObject].flatMap((c) => [c, ...childrenBy(tree, c, 'conj')]);
}

function hasTo(tree: Tree, at: number): boolean {
  return childrenBy(tree, at, 'mark').some((c) => tree.lemmas[c] === 'to');
}

/** "allow Oslo to": the object does what follows. */
export function controlsObject(tree: Tree, verb: number): boolean {
  return OBJECT_CONTROL.has(tree.lemmas[verb] ?? '') && childBy(tree, verb, 'obj', 'iobj') !== undefined;
}

/** "Olsen, in Riga for the fair, said": a person beside whom a place stands between commas. */
export function besideOf(tree: Tree, at: number): number | undefined {
  const place = tree.actors[tree.actorAt[at] ?? -1];
  const first = tree.spans[at]?.[0] ?? at;
  const before = tree.actors[tree.actorAt[first - 2] ?? -1];
  if (place?.reading !== 'place' || tree.tokens[first - 1]?.text !== ',' || before?.last !== first - 1)
    return undefined;
  const aim = ['to', 'for', 'on'].includes(tree.lemmas[place.last] ?? '');
  return aim && (before.form === 'person' || before.form === 'office') ? before.head : undefined;
}
