/** Hints at the state of an office that is named without one: the place that leads in, the owner, the topic. */
import type { ActorCode } from '../model/actor.ts';
import { isBetween, isTime, type Line, type Placed, textOf } from './line.ts';
import type { Phrase } from './phrase.ts';

/** Nouns of state offices; a source or a diplomat may be anybody's. */
export const OFFICE =
  /^(?:minister|ministry|spokesman|spokeswoman|spokesperson|government|cabinet|president|premier|secretary|parliament|undersecretary|presidency|department|police|army|military|official|office)$/;

/** Where the first words of a chain of references stand: "he" may point to "his" of the same sentence. */
export function antecedentStart(line: Line, placed: Placed): number {
  let at = placed.mention.antecedent?.start ?? -1;
  for (let steps = 0; steps < 3; steps += 1) {
    const same = line.mentions.find((m) => m.mention.start === at && m.mention.form === 'reference');
    if (same?.mention.antecedent === undefined) return at;
    at = same.mention.antecedent.start;
  }
  return at;
}

/** The two or three capitalised words before `end` that make a person's name. */
export function nameBefore(line: Line, end: number): string | null {
  let start = end;
  while (
    start > 0 &&
    end - start < 3 &&
    /^\p{Lu}\p{Ll}/u.test(line.tokens[start - 1]!.text) &&
    !isOfficeNoun(line, start - 1)
  )
    start -= 1;
  return end - start < 2 ? null : textOf(line, { start, end });
}

export function isOfficeNoun(line: Line, i: number): boolean {
  const low = line.low[i]!;
  return (
    line.lexicon.has('person', low) ||
    line.lexicon.has('organ', low) ||
    line.mentions.some((m) => m.mention.kind !== 'person' && m.mention.first <= i && i < m.mention.last)
  );
}

/** "both countries", "their foreign ministries", "the delegations": of more than one state. */
export function isShared(phrase: Phrase): boolean {
  if (phrase.mentions.some((m) => m.mention.codes.length > 1)) return true;
  const { line, all, core } = phrase;
  for (let i = all.start; i < all.end; i += 1) if (/^(?:both|joint)$/.test(line.low[i]!)) return true;
  const last = line.low[core.end - 1] ?? '';
  return /^(?:ministries|delegations|governments|embassies|sides|parties|capitals|presidents)$/.test(last);
}

/** "In Port of Spain, the energy ministry said": the capital that leads in. */
export function leadPlace(phrase: Phrase): ActorCode | null {
  const { line } = phrase;
  const lead = line.mentions.find((m) => m.mention.first === line.textStart + 1 && line.low[line.textStart] === 'in');
  if (lead === undefined || lead.mention.last > phrase.all.start || lead.mention.codes.length !== 1) return null;
  return ['capital', 'name'].includes(lead.mention.form) ? lead.mention.codes[0]! : null;
}

/** "in Port of Spain, where an adviser said": the capital that the clause is about. */
export function wherePlace(phrase: Phrase): ActorCode | null {
  const { line, all } = phrase;
  if (line.low[all.start - 1] !== 'where') return null;
  const at = line.low[all.start - 2] === ',' ? all.start - 2 : all.start - 1;
  const place = line.mentions.find((m) => m.mention.last === at && m.mention.form === 'capital');
  return place !== undefined && place.mention.codes.length === 1 ? place.mention.codes[0]! : null;
}

/** "the Head of State": in the press of a presidency its own. */
export function isHeadOfState(phrase: Phrase): boolean {
  const { line, core, all } = phrase;
  return (
    core.end - core.start === 2 &&
    line.low[core.start] === 'the' &&
    /^head of state/.test(line.low.slice(core.start + 1, all.end).join(' '))
  );
}

/** A spokesman without a state speaks for the side that his sentence begins with. */
export function topicState(phrase: Phrase): ActorCode | null {
  const first = phrase.line.mentions.find(
    (m) => m.mention.reading === 'actor' && m.mention.codes.length === 1 && m.mention.resolved === 'named',
  );
  return first !== undefined && first.mention.last <= phrase.all.start ? first.mention.codes[0]! : null;
}

/** "The Commission sees no ground, its spokesperson said": the body that the sentence of a spokesman is about. */
export function topicOrgan(phrase: Phrase): ActorCode | null {
  const body = phrase.line.mentions.find(
    ({ mention: m }) =>
      m.reading === 'actor' &&
      m.resolved === 'named' &&
      m.codes.length === 1 &&
      (m.form === 'organ' || m.kind === 'organisation'),
  );
  return body !== undefined && body.mention.last <= phrase.all.start ? body.mention.codes[0]! : null;
}

/** "received envoys at the palace in Lima, the presidential press unit said": the one capital that the sentence is set in. */
export function capitalNear({ line }: Phrase): ActorCode | null {
  const codes = new Set(
    line.mentions.flatMap(({ mention: m }) => (m.form === 'capital' && m.reading === 'place' ? m.codes : [])),
  );
  return codes.size === 1 ? [...codes][0]! : null;
}

/** "the Presidential Press Unit": an organ of the state whose press it is. */
export function isStateOrgan(phrase: Phrase): boolean {
  const { line, core } = phrase;
  return line.low
    .slice(core.start, core.end)
    .some((w) => /^(?:presidential|governmental|ministerial|royal|federal)$/.test(w));
}

/** Minister, ministry and its spokesman are of one kind; a president and his office another. */
export function family(noun: string): string {
  if (/^(?:minister|ministry|spokes\w+|secretary|undersecretary|department|official|office)$/.test(noun))
    return 'ministry';
  return /^(?:president|presidency|premier|government|cabinet)$/.test(noun) ? 'government' : noun;
}

/** The second word of a line, after "Also on Thursday," and the like. */
export function openingEnd(line: Line): number {
  let at = line.textStart;
  while (at < line.tokens.length && (isTime(line, at) || isBetween(line, at) || /^(?:,|on)$/.test(line.low[at]!)))
    at += 1;
  return at + 1;
}

export function lastWord(line: Line, start: number, end: number): number {
  let at = end - 1;
  while (at > start && isTime(line, at)) at -= 1;
  return at;
}

/** "the official", "the ministry", "the minister of state": an article and nouns, no state and no name. */
export function isBareDefinite(phrase: Phrase): boolean {
  const { line, core } = phrase;
  return /^(?:the|this|that|these|his|her|its|their)$/.test(line.low[core.start] ?? '');
}
