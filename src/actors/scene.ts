/** A sentence with its hits and the drafts of mentions found in it so far: what the steps of this stage pass on. */
import type { ActorForm, ActorKind, PersonRole } from '../model/actor.ts';
import type { RuleId } from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { capitalised, type Hit, type Scanned, scan } from './hits.ts';
import type { Tables } from './tables.ts';

/** A mention in the making. */
export interface Draft {
  readonly sentence: number;
  first: number;
  last: number;
  kind: ActorKind;
  form: ActorForm;
  codes: string[];
  name?: string;
  office?: string;
  organ?: string;
  receiving?: string;
  /** Where the words for the receiving state end. */
  receivingEnd?: number;
  partial: boolean;
  reading: 'actor' | 'place' | 'modifier';
  resolved: 'named' | 'inferred' | 'unresolved';
  antecedent?: Span;
  rule: RuleId;
  why: string;
  /** Token of the head noun or the last word of the name. */
  headToken: number;
  /** Token of the head noun, whatever name follows it. */
  noun?: number;
  /** Where the words of the office end, before an owner behind them. */
  officeEnd?: number;
  tense: PersonRole['tense'];
  plural: boolean;
  /** What the head word is: official, organ, mission, force, national, group; empty for bare names. */
  use: string;
  means: string;
  /** Tokens of the person's name, where one stands in it. */
  nameAt?: readonly [number, number];
  /** "his", "its", "their" before the phrase. */
  possessor?: string;
  /** Token at which the phrase that owns this one ends ("the bloc's spokeswoman"). */
  ownerAt?: number;
  /** Which of how many names behind one office. */
  pairPlace?: readonly [number, number];
  /** Where the office begins that it shares with others. */
  sharedFrom?: number;
  /** Whose it is where the report tells of no other: the state that has an office by this name. */
  usual?: string;
  /** "the two", "both": stands for a pair of parties. */
  paired?: boolean;
  /** "the" before it. */
  definite: boolean;
  /** Another name stands where the owner would ("Gazprom chief"): never given to a state. */
  foreign: boolean;
  /** Whether he or she, where the words tell. */
  gender?: 'm' | 'f';
}

export interface Scene {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly scanned: Scanned;
  /** Day of the report, or null. */
  readonly day: string | null;
  readonly tables: Tables;
  /** A line of words that nearly all begin with a capital: case tells little. */
  readonly titled: boolean;
  /** A caption: read by itself, never a source of people or antecedents for the report. */
  readonly aside: boolean;
  readonly drafts: Draft[];
  /** Draft that covers a token. */
  readonly taken: (Draft | undefined)[];
}

/** What holds for the whole report. */
export interface Page {
  readonly tables: Tables;
  /** Day of publication, or null. */
  readonly day: string | null;
  readonly blocks: readonly { readonly kind: string }[];
}

export function sceneOf(sentence: Sentence, index: number, page: Page): Scene {
  return {
    index,
    sentence,
    tokens: sentence.tokens,
    scanned: scan(sentence, page.tables, page.day),
    day: page.day,
    tables: page.tables,
    titled: isTitled(sentence.tokens),
    aside: page.blocks[sentence.block]?.kind === 'caption',
    drafts: [],
    taken: new Array(sentence.tokens.length),
  };
}

function isTitled(tokens: readonly Token[]): boolean {
  const words = tokens.filter((t) => t.text.length > 3 && /^\p{L}/u.test(t.text));
  const capital = words.filter((t) => capitalised(t.text)).length;
  // Headlines have no full stop; a short sentence full of names has one.
  if (tokens.at(-1)?.text === '.') return false;
  return words.length >= 3 && capital / words.length > 0.75;
}

/** Adds a draft and marks its tokens. */
export function place(scene: Scene, draft: Draft): Draft {
  scene.drafts.push(draft);
  for (let t = draft.first; t < draft.last; t += 1) scene.taken[t] = draft;
  return draft;
}

/** Takes a draft out again, because another one holds it. */
export function absorb(scene: Scene, draft: Draft): void {
  const at = scene.drafts.indexOf(draft);
  if (at >= 0) scene.drafts.splice(at, 1);
  for (let t = draft.first; t < draft.last; t += 1) if (scene.taken[t] === draft) scene.taken[t] = undefined;
}

/** Widens a draft to tokens [first, last). */
export function widen(scene: Scene, draft: Draft, first: number, last: number): void {
  draft.first = Math.min(draft.first, first);
  draft.last = Math.max(draft.last, last);
  for (let t = draft.first; t < draft.last; t += 1) scene.taken[t] = draft;
}

export function text(scene: Scene, first: number, last: number): string {
  const { tokens, sentence } = scene;
  const a = tokens[first]!.start - sentence.start;
  let out = '';
  for (let t = first; t < last; t += 1) {
    const token = tokens[t]!;
    if (t > first && token.start > tokens[t - 1]!.end) out += ' ';
    out += token.text;
  }
  return a >= 0 ? out : '';
}

export function lower(scene: Scene, t: number): string {
  return scene.tokens[t]?.text.toLowerCase() ?? '';
}

/** The hit that ends just before token `pos`. */
export function hitBefore(scene: Scene, pos: number): Hit | null {
  const hit = pos > 0 ? scene.scanned.at[pos - 1] : undefined;
  return hit !== undefined && hit.last === pos ? hit : null;
}

/** The hit that begins at token `pos`. */
export function hitFrom(scene: Scene, pos: number): Hit | null {
  const hit = scene.scanned.at[pos];
  return hit !== undefined && hit.first === pos ? hit : null;
}

export function isHyphen(scene: Scene, t: number): boolean {
  return /^[-\u2010\u2011\u2013]$/.test(scene.tokens[t]?.text ?? '') && glued(scene, t) && glued(scene, t + 1);
}

/** True where no space stands between token t - 1 and t. */
export function glued(scene: Scene, t: number): boolean {
  const { tokens } = scene;
  return t > 0 && t < tokens.length && tokens[t - 1]!.end === tokens[t]!.start;
}

export function isPossessive(scene: Scene, t: number): boolean {
  const token = scene.tokens[t];
  return token !== undefined && /^['’ʼ]s?$/i.test(token.text) && glued(scene, t);
}

/** Token that heads a draft in the parse: the one that hangs outside it. */
export function headOf(scene: Scene, d: Draft): number {
  if (scene.tokens[d.headToken]?.rel === 'dep') return d.headToken;
  for (let t = d.first; t < d.last; t += 1) {
    const { head, rel } = scene.tokens[t]!;
    if ((head < d.first || head >= d.last) && rel !== 'punct' && rel !== 'case' && rel !== 'det') return t;
  }
  return d.headToken;
}

export function isSubject(scene: Scene, d: Draft): boolean {
  return scene.tokens[headOf(scene, d)]!.rel.startsWith('nsubj');
}

/** Subject of the sentence's main verb, or of one joined to it. */
export function isMainSubject(scene: Scene, d: Draft): boolean {
  const token = scene.tokens[headOf(scene, d)]!;
  const verb = scene.tokens[token.head];
  return token.rel.startsWith('nsubj') && verb !== undefined && /^(?:root|parataxis)$/.test(verb.rel);
}
