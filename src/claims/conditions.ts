/** Whether the words around a trigger meet the conditions of its frame. */
import { complementsOf, objectOf } from './arguments.ts';
import type { Frame, Lexicon } from './lexicon.ts';
import { childrenBy, clauseHead, phraseTokens, plainRel, type Tree } from './tree.ts';

/** Null where a condition fails; otherwise the object's head where it is an event or thing the frame asks for. */
export function conditionsHold(tree: Tree, lexicon: Lexicon, frame: Frame, at: number): number[] | null {
  if (!clauseConditions(tree, frame, at)) return null;
  if (!frame.objectSet && !frame.notObjectSet) return [];
  const object = objectOf(tree, at);
  const tokens = object === undefined ? [] : phraseTokens(tree, object);
  const found = frame.objectSet
    ? [...tokens, ...antecedents(tree, at)].find((i) => fitsObject(tree, i, frame.objectSet!))
    : undefined;
  if (frame.objectSet && found === undefined) return null;
  if (object !== undefined && frame.notObjectSet && isOneOf(tree, object, frame.notObjectSet)) return null;
  if (frame.objectHead && !(object !== undefined && headsObject(tree, object, frame.objectSet!))) return null;
  return found !== undefined &&
    found === object &&
    tree.actorAt[found] === -1 &&
    !lexicon.people.has(tree.lemmas[found]!)
    ? [found]
    : [];
}

/** "14 Latvians" are people of Latvia wherever people are asked for. */
function fitsObject(tree: Tree, i: number, words: ReadonlySet<string>): boolean {
  if (isOneOf(tree, i, words)) return true;
  return words.has('citizen') && tree.actors[tree.actorAt[i] ?? -1]?.form === 'demonym';
}

/** "received the minister", "received Minister Sy": the head itself or the person it names; not "welcomed the minister's words". */
function headsObject(tree: Tree, object: number, words: ReadonlySet<string>): boolean {
  return isOneOf(tree, object, words) || tree.actors[tree.actorAt[object] ?? -1]?.kind === 'person';
}

export function nounConditions(tree: Tree, frame: Frame, at: number, verb: number): boolean {
  if (frame.objectSet) {
    if (!phraseTokens(tree, at).some((i) => isOneOf(tree, i, frame.objectSet!))) return false;
  }
  return clauseConditions(tree, frame, verb);
}

/** By lemma or as printed: "bombing" is told apart from "bomb" by its form only. */
export function isOneOf(tree: Tree, i: number, words: ReadonlySet<string>): boolean {
  return tree.forms[i]!.some((f) => words.has(f));
}

const NOUNS_UP = 3;

/** "a treaty calling for demarcation, which they signed", "a consulate in the south, for which it gave leave": the nouns meant. */
function antecedents(tree: Tree, at: number): number[] {
  const own = tree.tokens[at]!;
  const clause = own.rel === 'conj' && own.head >= 0 ? tree.tokens[own.head]! : own;
  if (clause.rel !== 'acl:relcl') return [];
  const out: number[] = [];
  for (let up = clause.head, step = 0; up >= 0 && step < NOUNS_UP; step++) {
    const token = tree.tokens[up]!;
    if (token.upos === 'VERB' && plainRel(token) !== 'acl') break;
    out.push(up);
    up = token.head;
  }
  return out;
}

function complementTokens(tree: Tree, at: number): number[] {
  return [...new Set([...childrenBy(tree, at, 'xcomp'), ...complementsOf(tree, at)])].flatMap((c) =>
    phraseTokens(tree, c),
  );
}

function clauseConditions(tree: Tree, frame: Frame, at: number): boolean {
  if (!frame.clauseSet && !frame.notClauseSet) return true;
  const tokens = [
    ...phraseTokens(tree, clauseHead(tree, at)),
    ...phraseTokens(tree, at),
    ...complementTokens(tree, at),
  ];
  const wider = frame.clauseSet ? [...tokens, ...antecedents(tree, at)] : tokens;
  if (frame.clauseSet && !wider.some((i) => isOneOf(tree, i, frame.clauseSet!))) return false;
  return !(frame.notClauseSet && tokens.some((i) => isOneOf(tree, i, frame.notClauseSet!)));
}
