/** From a filler in the parse to the parties it names. */
import type { ActorCode, ActorMention, Span } from '../model/index.ts';
import { caseOf, childrenBy, conjuncts, phraseSpan, plainRel, type Tree } from './tree.ts';

/** A party of a claim: its codes, and the words that name it. */
export interface Party extends Span {
  readonly codes: readonly ActorCode[];
  readonly text: string;
  readonly mention: ActorMention | null;
  readonly partial: boolean;
  /** Taken from neighbouring sentences, not named in this one. */
  readonly inferred?: boolean;
}

/** Whether a named place may stand for its state. */
export type Places = 'yes' | 'no';

/** How far below the filler a party may hang: "cargo bound for relief camps in the north of the country" names none. */
const DEEP = 4;
const CLAUSES = new Set(['acl', 'advcl', 'ccomp', 'parataxis', 'csubj', 'appos']);

/** True for mentions that can act or be acted upon; `places` lets the state of a named place stand for it. */
export function canAct(m: ActorMention, places: Places = 'no'): boolean {
  return (places === 'yes' || m.reading !== 'place') && (m.codes.length > 0 || m.partial || m.kind === 'group');
}

/** Mentions of a sentence that act, all of each set meant; a place that is only named acts nothing. */
export function actingIn(tree: Tree): ActorMention[] {
  return tree.actors.filter((m) => m.reading === 'actor' && !m.partial);
}

export function partyOf(m: ActorMention): Party {
  return { codes: m.partial ? [] : m.codes, text: m.text, start: m.start, end: m.end, mention: m, partial: m.partial };
}

/** A mention that counts whole even where its words name only some of a set: who speaks. */
export function wholeParty(m: ActorMention, codes: readonly ActorCode[] = m.codes): Party {
  return { ...partyOf(m), codes, partial: false };
}

/** Sides that stand in no words of the sentence, shown at the words that call for them. */
export function inferredParties(codes: readonly ActorCode[], { start, end }: Span): Party[] {
  return codes.map((code) => ({ codes: [code], text: '', start, end, mention: null, partial: false, inferred: true }));
}

/** Parties named elsewhere, taken over from there. */
export function takenOver(parties: readonly Party[]): Party[] {
  return parties.map((p) => ({ ...p, inferred: true }));
}

/** Parties a filler names: itself, its possessor or nationality word, and what is coordinated with it. */
export function partiesIn(tree: Tree, filler: number, places: Places = 'no'): Party[] {
  const out: Party[] = [];
  for (const at of conjuncts(tree, filler)) {
    for (const m of mentionsAt(tree, at, places)) if (!out.some((p) => p.start === m.start)) out.push(partyOf(m));
  }
  return out;
}

function mentionsAt(tree: Tree, at: number, places: Places): ActorMention[] {
  const own = tree.actors[tree.actorAt[at] ?? -1];
  if (own && canAct(own, places)) return [...listedBefore(tree, own, places), own];
  if (own && own.reading === 'place' && own.head === at) return [];
  // "the bank in question, the Asian Development Bank", "her neighbour, Ruritania": the name stands beside it.
  const beside = childrenBy(tree, at, 'appos').flatMap((c) => conjunctMentions(tree, c, places));
  const below = shallowest(tree, at, places).filter((m) => beside.length === 0 || tree.tokens[m.head]?.upos !== 'PRON');
  return below.length > 0 ? below : beside;
}

const OWNING: ReadonlySet<string> = new Set(['nmod:poss', 'amod', 'compound']);
const NATIONAL: ReadonlySet<string> = new Set(['adjective', 'demonym']);

/** "Finnish, Danish, Swedish officials": the adjectives before the last one name parties as well. */
function listedBefore(tree: Tree, last: ActorMention, places: Places): ActorMention[] {
  const out: ActorMention[] = [];
  for (let at = last.first - 1; at > 0 && tree.tokens[at]?.text === ','; ) {
    const before = tree.actors[tree.actorAt[at - 1] ?? -1];
    if (before === undefined || !NATIONAL.has(before.form) || before.last !== at || !canAct(before, places)) break;
    out.unshift(before);
    at = before.first - 1;
  }
  return out;
}

/** Mentions below a phrase, the nearest level only: "two members of the Belarusian embassy". */
function shallowest(tree: Tree, at: number, places: Places): ActorMention[] {
  let level = [at];
  for (let depth = 0; depth < DEEP && level.length > 0; depth++) {
    const next = level.flatMap((i) => tree.children[i] ?? []).filter((c) => c !== at && opens(tree, c));
    // "Kazakh flour for Afghanistan" is Kazakhstan's: the owner stands before what the thing is for.
    const owning = next.filter((c) => OWNING.has(tree.tokens[c]!.rel) && tree.tokens[c]!.upos !== 'PRON');
    const owners = owning.flatMap((c) => conjunctMentions(tree, c, places)).filter((m) => m.codes.length > 0);
    const found = owners.length > 0 ? owners : next.flatMap((c) => conjunctMentions(tree, c, places));
    if (found.length > 0) return found;
    level = next;
  }
  return [];
}

function conjunctMentions(tree: Tree, at: number, places: Places): ActorMention[] {
  if (isBorderName(tree, at)) return [];
  return conjuncts(tree, at)
    .flatMap((c) => [tree.actors[tree.actorAt[c] ?? -1], ...(places === 'yes' && c !== at ? placedAt(tree, c) : [])])
    .filter((m): m is ActorMention => m !== undefined && canAct(m, places));
}

/** "camps in Chad and a plant in Sudan": where what is listed beside a place lies. */
function placedAt(tree: Tree, at: number): (ActorMention | undefined)[] {
  if ((tree.actorAt[at] ?? -1) >= 0) return [];
  const places = childrenBy(tree, at, 'nmod').filter((c) => ['in', 'at', 'near'].includes(caseOf(tree, c)));
  return places.map((c) => tree.actors[tree.actorAt[c] ?? -1]);
}

/** "the Chad-Libya border" is a line, and neither is a side for it. */
function isBorderName(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  if (token?.rel !== 'compound' || !BORDERS.has(tree.lemmas[borderOf(tree, at)] ?? '')) return false;
  return [tree.tokens[at - 1], tree.tokens[at + 1]].some((t) => /^[-–]$/.test(t?.text ?? ''));
}

const BORDERS: ReadonlySet<string> = new Set(['border', 'frontier', 'boundary']);

/** The noun above one or two names joined by a hyphen. */
function borderOf(tree: Tree, at: number): number {
  const head = tree.tokens[at]!.head;
  return tree.tokens[head]?.rel === 'compound' ? tree.tokens[head]!.head : head;
}

function opens(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  return token !== undefined && !CLAUSES.has(plainRel(token)) && token.rel !== 'conj';
}

/** Every party named anywhere below a token, clauses included, in order of mention. */
export function partiesBelow(tree: Tree, at: number, places: Places = 'no'): Party[] {
  const span = tree.spans[at];
  if (!span) return [];
  const within = tree.actors.filter((m) => m.first >= span[0] && m.first <= span[1] && !isBorderName(tree, m.head));
  return within.filter((m) => canAct(m, places)).map(partyOf);
}

/** The phrase of a filler as a party without a code: for texts too short to tell who matters. */
export function nounParty(tree: Tree, filler: number, text: string): Party[] {
  return conjuncts(tree, meant(tree, filler))
    .filter((at) => ['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'X'].includes(tree.tokens[at]?.upos ?? ''))
    .map((at) => {
      const span = phraseSpan(tree, at);
      return { codes: [], text: text.slice(span.start, span.end), ...span, mention: null, partial: false };
    });
}

const PRONOUNS: ReadonlySet<string> = new Set('he she it they we i who'.split(' '));

/** "said it would leave": the pronoun stands for the subject of the main clause. */
function meant(tree: Tree, filler: number): number {
  if (!PRONOUNS.has(tree.lemmas[filler] ?? '')) return filler;
  const root = tree.tokens.findIndex((t) => t.head < 0);
  const subject = root < 0 ? undefined : childrenBy(tree, root, 'nsubj', 'nsubj:pass')[0];
  return subject === undefined || subject > filler ? filler : subject;
}

/** Nationality word or possessor before a noun. */
export function ownersOf(tree: Tree, noun: number): Party[] {
  const fillers = childrenBy(tree, noun, 'nmod:poss', 'amod', 'compound', 'nmod:unmarked');
  return fillers.flatMap((f) => conjunctMentions(tree, f, 'no')).map(partyOf);
}

export function codesOf(parties: readonly Party[]): ActorCode[] {
  return [...new Set(parties.flatMap((p) => p.codes))];
}

/** Whether the two have a side in common. */
export function shares(a: readonly ActorCode[], b: readonly ActorCode[]): boolean {
  return a.some((code) => b.includes(code));
}

/** Whether a party is nobody but those taken already. */
export function sameCodes(party: Party, taken: readonly Party[]): boolean {
  const codes = new Set(taken.flatMap((p) => p.codes));
  return party.codes.length > 0 && party.codes.every((c) => codes.has(c));
}

/** How many sides parties make up. */
export function sidesOf(parties: readonly Party[]): number {
  return new Set(parties.flatMap((p) => p.codes)).size;
}
