/** Who wrote a report, and which agency a byline credits. A line in, names out. */
import type { Rules } from '../rules/rules.ts';
import { agencyInLine, creditedAgency } from './agency.ts';

/** What a byline says. */
export interface Byline {
  /** Persons as printed, joined by ", " or as the line joins them. */
  readonly names: string | null;
  readonly agency: string | null;
  /** A desk or staff that stands for the author, where no person is named. */
  readonly desk: string | null;
  /** Place behind the names: "Ada Lind, Oslo". */
  readonly place: string | null;
}

const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:de|van|von|der|den|bin|ibn|al|el|da|di|du|la|le|dos|y|ter|op)(?=\\s))";
/** `In Local News` names a section, `For Subscribers` a readership. */
const PERSON = new RegExp(`^(?!(?:In|On|At|For|From)\\s)${NAME}(?:[ -]${NAME}){1,4}$`, 'u');
const LEAD =
  /^(?:(?:written|reported|posted|published|words|story|text|report|compiled|edited|analysis)\s+by:?|by:?|text\s?:|from|author(?:\s?s)?\s?:|reporter\s?:|von|par|por|av|af|di|tekst\s?:|autor\s?:|автор:?)\s+/iu;
const IN_PLACE = /\s+in\s+\p{Lu}[\p{L}\s.'’-]{2,30}$/u;

const deskSets = new WeakMap<object, ReadonlySet<string>>();

function desksOf(rules: Rules): ReadonlySet<string> {
  let set = deskSets.get(rules);
  if (!set) {
    set = new Set(rules.pages.flatMap((p) => (p.kind === 'desks' ? p.words : [])));
    deskSets.set(rules, set);
  }
  return set;
}

/**
 * Reads a byline. `led` says that the line has, or must have, its lead word ("By"); without one only plain names count.
 *
 * @example readByline('By Ada Lind and Per Holm in Oslo', rules)?.names // 'Ada Lind and Per Holm'
 */
export function readByline(line: string, rules: Rules): Byline | null {
  const bare = line
    .replace(/^(?:date|published)\s*:?\s*(?:19|20)\d\d-\d\d-\d\d\s+/i, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]{1,2}/g, '')
    .trim();
  const inner = bare.match(/(?:\s{2,}|[|•·,]\s*)(by\s+\p{Lu}.{2,80})$/iu);
  if (inner && !LEAD.test(bare)) return readByline(inner[1]!, rules);
  const trailing = bare.match(/^(.{3,60}?)\s+by$/i);
  const led = LEAD.test(bare) || trailing !== null;
  const rest = (trailing ? trailing[1]! : bare.replace(LEAD, '')).split(STAMP)[0]!.trim();
  if (rest === '' || rest.length > 160) return null;
  const names: string[] = [];
  let agency: string | null = null;
  let desk: string | null = null;
  for (const piece of rest.split(/\s*[|•·;]\s*|\s{2,}|\s[-–—]\s/)) {
    const credit = agencyOf(piece, rules);
    if (credit) agency ??= credit;
    else {
      const found = personsOf(piece, rules, led && names.length === 0);
      if (found && names.length === 0) names.push(found);
      else if (!found && isDesk(piece, rules)) desk ??= piece.replace(/[.,]$/, '');
      else if (!found && !led && names.length === 0) return null;
    }
  }
  if (names.length === 0 && !agency && !desk) return null;
  const place = rest.match(/^[^,|]{4,60},\s*(?:in\s)?(\p{Lu}[\p{L}'’ ]{2,24})$/u)?.[1] ?? null;
  const named = names[0] ?? null;
  const split = named !== null && place !== null && !/\b(?:and|&)\b/i.test(rest) && named.endsWith(`, ${place}`);
  const person = split ? named.slice(0, -place.length - 2) : named;
  return { names: person, agency, desk, place: person === null ? null : place };
}

/** Where the stamp begins that shares the line with the byline. */
const STAMP =
  /\s*(?:\||•|·|,|-|–|—)?\s*(?:\b(?:published|updated|posted|last\s+updated)\b|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\b\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\p{L}{3,10}|\d{1,2})[\s./-]+(?:19|20)\d\d|(?:19|20)\d\d-\d\d)/iu;

function agencyOf(piece: string, rules: Rules): string | null {
  const credit = creditedAgency(piece, rules);
  if (credit) return credit;
  const placed = piece.match(/^(\S+(?:\s\S+)?),?\s+\p{Lu}[\p{L}\s]{2,25}$/u);
  return placed && !PERSON.test(piece)
    ? creditedAgency(placed[1]!, rules)
    : placed
      ? creditedAgency(placed[1]!, rules)
      : null;
}

/** `Ada Lind and Per Holm`, `ADA LIND, Oslo` without the place; null where it names no person. */
function personsOf(piece: string, rules: Rules, led: boolean): string | null {
  const text = piece
    .replace(IN_PLACE, '')
    .replace(/[.,:]+$/, '')
    .replace(/^@/, '');
  const parts = text.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|und|et|y|og|och|i)\s+/iu).filter((p) => p !== '');
  const people = parts.filter((p) => PERSON.test(p) && !isDesk(p, rules) && !agencyInLine(p, rules));
  if (people.length === 0) return null;
  if (!led && people.length < parts.length - (parts.length > 1 ? 1 : 0)) return null;
  if (people.length === parts.length) return text;
  return people.length === 1 ? people[0]! : people.join(', ');
}

/** True where a piece names a desk or staff: it has one of the desk words. */
export function isDesk(piece: string, rules: Rules): boolean {
  const desks = desksOf(rules);
  return (
    piece.length < 60 &&
    piece
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((w) => desks.has(w))
  );
}
