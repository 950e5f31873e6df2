/** The state a speaker belongs to, by what his phrase itself names. In: a phrase. Out: a code or null. */

import type { ActorCode, ActorMention } from '../model/actor.ts';
import type { Line, Placed, Region } from './line.ts';
import { lastOf, type Phrase, wordBefore } from './phrase.ts';

/**
 * The state a speaker belongs to: of the mention over the head; of an adjective, name or possessive before it;
 * after "of"; the place only for an organ ("the ministry in Baku") or an official. Two states give none.
 */
export function stateOf(phrase: Phrase, head: Region): ActorCode | null {
  const owner = ownerState(phrase);
  if (owner !== null) return owner;
  const told = phrase.mentions.filter((m) => m.mention.codes.length > 0 && !isMerelyThere(phrase, m.mention));
  const named = told.filter((m) => m.mention.resolved === 'named');
  if (named.length > 0) return statedState(phrase, head, named);
  return statedState(phrase, head, isOneKnown(phrase) ? told : told.filter((m) => m.mention.form === 'reference'));
}

/** "her office", "a diplomat at its embassy": the side the possessive points to. */
export function ownerState(phrase: Phrase): ActorCode | null {
  const { line, core } = phrase;
  const named = phrase.mentions.some(
    ({ mention: m }) => m.resolved === 'named' && m.codes.length > 0 && m.first < core.end && m.last > core.start,
  );
  // "His Turkish opposite number": of another side than his.
  if (named || /\b(?:counterpart|opposite|host)\b/.test(line.low.slice(core.start, core.end).join(' '))) return null;
  const owner = phrase.mentions.find(
    ({ mention: m }) =>
      m.form === 'reference' &&
      /^(?:its|his|her|their)$/i.test(m.text) &&
      (m.first === phrase.core.start || isOrganNear(line, m.last)),
  );
  return owner !== undefined && owner.mention.codes.length === 1 ? owner.mention.codes[0]! : null;
}

/** An organ within two words: "its embassy", "its foreign ministry". */
function isOrganNear(line: Line, at: number): boolean {
  return [0, 1, 2].some((k) => line.lexicon.has('organ', line.low[at + k] ?? ''));
}

/** What the actors stage inferred holds for named and definite speakers; "two officials" may be anybody's. */
export function isOneKnown(phrase: Phrase): boolean {
  const { line, core } = phrase;
  if (/^(?:the|his|her|its|their|this|that|he|she|it|they|him|her|them)$/.test(line.low[core.start] ?? '')) return true;
  return (
    phrase.mentions.some((m) => m.mention.kind === 'person' && m.mention.name !== undefined) ||
    lastOf(phrase, core, 'person') < 0
  );
}

/** The state that the phrase itself names, by the mentions given. */
function statedState(phrase: Phrase, head: Region, mentions: readonly Placed[]): ActorCode | null {
  const { line } = phrase;
  const codesOf = (list: readonly Placed[]): ActorCode | null => one(list.flatMap((m) => m.mention.codes));
  const over = mentions.filter((m) => m.mention.first < head.end && m.mention.last > head.start);
  if (over.length > 0) return codesOf(over);
  const inCore = mentions.filter((m) => m.mention.first < phrase.core.end && m.mention.first >= phrase.core.start);
  if (inCore.length > 0) return codesOf(inCore);
  const { beside } = phrase;
  const belongs = mentions.filter((m) => isAffiliation(line, m.mention));
  const besides = belongs.filter((m) => beside !== null && m.mention.first >= beside.start);
  if (besides.length > 0) return codesOf(besides.slice(0, 1));
  if (belongs.length > 0) return codesOf(belongs);
  const local = mentions.filter(
    (m) => m.mention.first < (beside?.start ?? phrase.all.end) && isPlaceOf(line, m.mention.first),
  );
  return speaksForItsPlace(phrase) ? codesOf(local) : null;
}

/** "a diplomat in Addis Ababa": where he is does not tell whose he is. */
function isMerelyThere(phrase: Phrase, mention: ActorMention): boolean {
  return (
    mention.form === 'office' &&
    mention.name === undefined &&
    mention.last - mention.first === 1 &&
    phrase.mentions.some((m) => m.mention.form === 'capital') &&
    !speaksForItsPlace(phrase)
  );
}

/** "of Kosovo", "at the Japanese foreign ministry", "in the Serbian government": belongs to it, and is not merely there or sent there. */
function isAffiliation(line: Line, mention: ActorMention): boolean {
  const before = wordBefore(line, mention.first);
  if (line.low[mention.last] === '-' && line.low[mention.last + 1] === 'based') return false;
  if (/^(?:of|for|from)$/.test(before)) return true;
  if (
    before === 'to' &&
    /^(?:attributed|credited|ascribed)$/.test(
      line.low[mention.first - (line.low[mention.first - 1] === 'the' ? 3 : 2)] ?? '',
    )
  )
    return true;
  if (mention.form === 'metonym' && before === 'on') return true;
  if (/^(?:to|on|with|between|and)$/.test(before)) return false;
  if (!/^(?:in|at|inside|within)$/.test(before)) return true;
  return (
    mention.form === 'organ' ||
    mention.form === 'metonym' ||
    line.lexicon.has('organ', line.low[mention.last] ?? '') ||
    line.lexicon.has('organ', line.low[mention.last + 1] ?? '')
  );
}

/** "in Riga", also the second of "in Riga and Tallinn". */
function isPlaceOf(line: Line, first: number): boolean {
  const before = wordBefore(line, first);
  return before === 'in' || (before === 'and' && isPlaceOf(line, first - 2));
}

/** True where the phrase names its state itself, in words. */
export function namesState(phrase: Phrase): boolean {
  return phrase.mentions.some((m) => m.mention.resolved === 'named' && m.mention.codes.length > 0);
}

function speaksForItsPlace(phrase: Phrase): boolean {
  const { line, core } = phrase;
  for (let i = core.start; i < core.end; i += 1) {
    if (
      /^(?:diplomats?|sources?|ambassadors?|envoys?|analysts?|observers?|embassy|mission|consulate|charg[eé]|attach[eé]|consuls?|traders?|residents?|witness(?:es)?|correspondents?)$/.test(
        line.low[i]!,
      )
    )
      return false;
  }
  return true;
}

export function one(codes: readonly ActorCode[]): ActorCode | null {
  const set = new Set(codes);
  return set.size === 1 ? [...set][0]! : null;
}
