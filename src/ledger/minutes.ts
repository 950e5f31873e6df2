/** An entry in, its line as minutes would have it out: plain English made from the fields, the report's own words in quotation marks. */
import type { AttributionLink, Claim, Role } from '../model/index.ts';
import { dayWords, whenWords } from './day-words.ts';
import { matterOf } from './matter.ts';
import { verbOf } from './minutes-verbs.ts';
import { bare, capital, list, type Names, uncapital } from './names.ts';

/** The parts of a line. */
export interface Minute {
  /** "27 Feb 2025"; "not dated". */
  readonly when: string;
  readonly kind: string;
  readonly status: string;
  /** Who did what towards whom, in the ledger's own words. */
  readonly act: string;
  /** What it was about, in the words of the report; null where they add nothing. */
  readonly matter: string | null;
  /** "by the word of the Russian foreign ministry". */
  readonly word: string;
}

/** Said is said, whatever the status of what was said. */
const SPOKEN: ReadonlySet<string> = new Set(['statement', 'offer', 'commitment', 'plan']);

/**
 * The line of a claim.
 *
 * @example minute(entry.lead, names).act // "Russia and the United States met in Istanbul"
 */
export function minute(claim: Claim, names: Names): Minute {
  return {
    when: whenWords(claim.occurs ?? claim.said),
    kind: claim.kind,
    status: claim.status,
    act: actOf(claim, names),
    matter: matterOf(claim),
    word: wordOf(claim.attribution, names),
  };
}

/** The whole line as one piece of text. */
export function minuteLine(claim: Claim, names: Names): string {
  const { when, kind, status, act, matter, word } = minute(claim, names);
  return `${when} · ${kind} · ${status} · ${act}${matter ? `: “${matter}”` : ''} — ${word}`;
}

function parties(claim: Claim, side: 'actor' | 'counterpart', names: Names): readonly string[] {
  const codes = side === 'actor' ? claim.actors : claim.counterparts;
  const fits = (r: Role) => r.code === null && (r.role === side || (side === 'actor' && r.role === 'participant'));
  const unnamed = claim.roles.filter(fits).map((r) => `“${r.text}”`);
  const named = codes.map((code) => names.actor(code));
  // A set that is never expanded stands beside the named parties; other unresolved words only where nothing else is known.
  const partial = claim.roles.filter((r) => fits(r) && r.partial).map((r) => `“${r.text}”`);
  return named.length > 0 ? [...named, ...partial] : unnamed;
}

function actOf(claim: Claim, names: Names): string {
  const actors = parties(claim, 'actor', names);
  const others = list(parties(claim, 'counterpart', names));
  if (claim.kind === 'status') return stateOfAffairs(claim, [...actors, ...(others ? [others] : [])], names);
  const verb = verbOf(claim);
  const mutual = actors.length > 1;
  const toward = others
    ? ` ${verb.toward} ${others}`.replace('  ', ' ')
    : verb.alone && !mutual
      ? ` ${verb.alone}`
      : '';
  const tail = `${toward}${claim.place ? ` in ${claim.place.name}` : ''}`;
  const who = actors.length > 0 ? list(actors) : 'a party not named';
  return `${capital(phrase(claim, { who, plural: mutual, tail }))}${dueWords(claim)}`;
}

function stateOfAffairs(claim: Claim, all: readonly string[], names: Names): string {
  const on = claim.track === 'other' ? 'matters' : uncapital(names.track(claim.track));
  if (all.length === 0) return `State of ${on}`;
  return `State of ${on} ${all.length > 1 ? 'between' : 'for'} ${list(all)}`;
}

function dueWords(claim: Claim): string {
  if (claim.due === null) return '';
  const { value, text } = claim.due;
  if (value === null || value.latest === null) return `, due “${text}”`;
  return value.earliest === value.latest ? `, due ${whenWords(value)}` : `, due by ${dayWords(value.latest)}`;
}

function phrase(
  claim: Claim,
  { who, plural, tail }: { readonly who: string; readonly plural: boolean; readonly tail: string },
): string {
  const verb = verbOf(claim);
  const past = `${who} ${verb.past}${tail}`;
  const be = plural ? 'are' : 'is';
  if (SPOKEN.has(claim.kind) || (claim.plover === 'ACCUSE' && claim.status === 'alleged')) return past;
  switch (claim.status) {
    case 'happened':
      return past;
    case 'ongoing':
      return `${who} ${be} ${verb.ing}${tail}`;
    case 'planned':
      return `${who} ${be} to ${verb.base}${tail}`;
    case 'offered':
      return `${who} offered to ${verb.base}${tail}`;
    case 'demanded':
      return claim.plover === 'REQUEST' ? past : `it is demanded that ${who} ${verb.base}${tail}`;
    case 'agreed':
      return claim.kind === 'agreement' ? past : `${who} agreed to ${verb.base}${tail}`;
    case 'conditional':
      return `${who} would, on a condition, ${verb.base}${tail}`;
    case 'denied':
      return `${who} did not ${verb.base}${tail}`;
    case 'alleged':
      return `${who} ${be} said to have ${verb.part}${tail}`;
    case 'hypothetical':
      return `${who} could ${verb.base}${tail}`;
  }
}

const TAKES_ARTICLE =
  /(^|\s)([a-z-]+|Ministry|Department|Office|Council|Kremlin|Government|House|Commission|Embassy|Secretariat|Pentagon)$/;

/** Names that every state has for an organ, and that say nothing of whose it is. */
const ANY_SIDES_ORGAN =
  /^(the )?((foreign|defen[cs]e|interior|trade|finance|energy|economy) )?(affairs )?(ministry|embassy|consulate( general)?|government|presidency|parliament|mission|army|military|cabinet)$/i;

const ONE_HOLDER = /\b(minister|president|premier|chancellor|king|queen|ambassador|spokes\w+|secretary\S*)$/i;

/** "the trade minister", "an unnamed official", "officials". */
function articled(role: string): string {
  const [head = role] = role.split(' of ');
  if (/^((the|an?|some|other|one|two|three|several)\s|\S+['’]s\s)/i.test(role) || /[a-z]s$/.test(head)) return role;
  if (ONE_HOLDER.test(head)) return `the ${role}`;
  return `${/^(?:[aeio]|u(?!\.|ni|s))/i.test(role) ? 'an' : 'a'} ${role}`;
}

/** "Russian officials" need no "(Russia)"; the first letters of a name are those of its adjective, mostly. */
function tellsSide(role: string, name: string): boolean {
  return role.toLowerCase().includes(bare(name).toLowerCase().slice(0, 4));
}

function linkWords(link: AttributionLink, names: Names): string | null {
  const of = link.state === null ? '' : names.actor(link.state);
  if (link.name === null)
    return link.role ? `${articled(link.role)}${of && !tellsSide(link.role, of) ? ` (${of})` : ''}` : null;
  if (link.link === 'speaker') return [link.name, link.role].filter(Boolean).join(', ');
  if (link.link === 'organ' && of && ANY_SIDES_ORGAN.test(link.name))
    return `the ${link.name.replace(/^the /i, '')} of ${of}`;
  if (link.link === 'organ' && TAKES_ARTICLE.test(link.name) && !/^(the |\S+['’]s )/i.test(link.name))
    return `the ${link.name}`;
  return link.name;
}

/** "by the word of the State Department, through Northern Wire"; "as reported" where only the reporter tells it. */
export function wordOf(chain: readonly AttributionLink[], names: Names): string {
  const links = chain
    .map((link) => ({ link: link.link, words: linkWords(link, names) }))
    .filter((l) => l.words !== null);
  const source = links.find((l) => l.link === 'speaker' || l.link === 'organ');
  const through = links.filter(
    (l) => l !== source && (l.link === 'organ' || l.link === 'agency' || l.link === 'outlet'),
  );
  const via = list(through.map((l) => l.words ?? ''));
  if (source) return `by the word of ${source.words}${via ? `, through ${via}` : ''}`;
  return via ? `as reported by ${via}` : 'as reported';
}
