/** A sentence in, hits out: what names and words of the tables stand where, longest first, case and date checked. */
import type { Sentence } from '../model/sentence.ts';
import { type Atom, atomsOf, caseOf } from './atoms.ts';
import { type ActorSense, covers, type PersonSense, type Sense, type Tables, type WordGroup } from './tables.ts';

/** Known words at a place: tokens [first, last). */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly actors: readonly ActorSense[];
  readonly person: PersonSense | null;
  /** All who go by this name and held an office on the day; the first of them is `person`. */
  readonly namesakes: readonly PersonSense[];
  readonly words: readonly WordGroup[];
  readonly clash: boolean;
}

export interface Scanned {
  readonly hits: readonly Hit[];
  /** Hit that covers a token, by token. */
  readonly at: readonly (Hit | undefined)[];
  /** True where the whole sentence is in capitals, so that case tells nothing. */
  readonly capitals: boolean;
}

/** Finds all hits of a sentence for a report of `day` (null: unknown). */
export function scan(sentence: Sentence, tables: Tables, day: string | null): Scanned {
  const atoms = atomsOf(sentence.tokens);
  const capitals = isAllCapitals(atoms);
  const hits: Hit[] = [];
  const at: (Hit | undefined)[] = new Array(sentence.tokens.length);
  const find = (from: number) =>
    tables.trie.longest(atoms, from, (s, end) => fits(s, atoms, from, end, capitals, tables));
  for (let i = 0; i < atoms.length; ) {
    const match = find(i);
    const hit = match && hitOf(atoms, i, match.end, match.values, day);
    if (hit === null || (match!.end - i > 1 && isOnlyReference(hit) && isCutShort(atoms, find, i, match!.end))) {
      i += 1;
      continue;
    }
    hits.push(hit);
    for (let t = hit.first; t < hit.last; t += 1) at[t] ??= hit;
    i = match!.end;
  }
  return { hits, at, capitals };
}

function isOnlyReference(hit: Hit): boolean {
  return hit.actors.length === 0 && hit.person === null && hit.words.every((g) => g.use === 'reference');
}

/** "the governments of" goes on to say whose. */
function isCutShort(
  atoms: readonly Atom[],
  find: (from: number) => { end: number } | null,
  from: number,
  end: number,
): boolean {
  const owned = atoms[end]?.key === 'of' && !isDoing(atoms[end + 1]);
  return owned || reachesOver(find, from, end);
}

/** "accused the country of helping" tells no owner. */
function isDoing(atom: Atom | undefined): boolean {
  return atom !== undefined && atom.case === 'l' && /.{3}ing$/.test(atom.key);
}

/** "the State Department" is no "the state": something longer begins inside and goes on behind. */
function reachesOver(find: (from: number) => { end: number } | null, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i += 1) if ((find(i)?.end ?? 0) > end) return true;
  return false;
}

function isAllCapitals(atoms: readonly Atom[]): boolean {
  let upper = 0;
  for (const a of atoms) {
    if (a.case === 'l' || a.case === 't') return false;
    if (a.case === 'u') upper += 1;
  }
  return upper > 2;
}

/** Whether the words stand there as the tables write them. */
function fits(
  sense: Sense,
  atoms: readonly Atom[],
  from: number,
  to: number,
  capitals: boolean,
  tables: Tables,
): boolean {
  if (sense.cases === null) return true;
  for (let i = from; i < to; i += 1) {
    const wanted = sense.cases[i - from]!;
    const found = atoms[i]!;
    if (wanted === 't' && found.case === 'l') return false;
    if (wanted === 'u' && !fitsUpper(found, capitals, to - from, tables)) return false;
  }
  return true;
}

/** "NATO" may stand as "Nato"; "US" and "WHO" may not stand as words, nor in a line that is all capitals. */
function fitsUpper(atom: Atom, capitals: boolean, length: number, tables: Tables): boolean {
  if (atom.case === 'u') return !capitals || atom.key === 'us' || length > 1 || !tables.words('function').has(atom.key);
  return atom.case === 't' && atom.key.length >= 4;
}

function hitOf(atoms: readonly Atom[], from: number, to: number, senses: readonly Sense[], day: string | null): Hit {
  const first = atoms[from]!;
  const last = atoms[to - 1]!;
  const actors = senses.filter((s): s is ActorSense => s.sort === 'actor');
  const persons = senses.filter((s): s is PersonSense => s.sort === 'person');
  const namesakes = persons.filter((p) => p.person.roles.some((r) => covers(r, day)));
  return {
    first: first.token,
    last: last.token + 1,
    start: first.start,
    end: last.end,
    actors: inTheirTime(actors, day),
    person: namesakes[0] ?? persons[0] ?? null,
    namesakes,
    words: senses.filter((s) => s.sort === 'word').map((s) => s.group),
    clash: actors.length === 0 && persons.length === 0 && senses.some((s) => s.sort === 'clash'),
  };
}

/** Senses that held on the day; where none did, all of them, since a text may speak of what is gone. */
function inTheirTime(senses: readonly ActorSense[], day: string | null): readonly ActorSense[] {
  if (senses.length < 2) return senses;
  const held = senses.filter((s) => covers(s, day));
  const kept = withoutSeats(held.length > 0 ? held : senses);
  // Of two names for one and the same actor the one that can act is the better reading.
  return [...kept].sort((a, b) => RANK.indexOf(a.form) - RANK.indexOf(b.form));
}

/** A city that belongs to a state is no word for the bodies that sit in it; Brussels alone is said of its Union. */
function withoutSeats(senses: readonly ActorSense[]): readonly ActorSense[] {
  const seat = (s: ActorSense): boolean =>
    s.actor.kind !== 'state' && s.form === 'capital' && (s.actor.code !== 'EU' || s.name !== 'Brussels');
  const kept = senses.filter((s) => !seat(s));
  return kept.length > 0 ? kept : senses;
}

const RANK: readonly ActorSense['form'][] = ['name', 'metonym', 'organ', 'capital', 'adjective', 'demonym', 'place'];

/** True for a word that starts with a capital letter. */
export function capitalised(word: string): boolean {
  const c = caseOf(word);
  return c === 't' || c === 'u';
}
