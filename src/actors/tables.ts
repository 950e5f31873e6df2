/** Rules in, look-up tables out: one trie over all names and words, persons by surname. Built once for each `Rules`. */
import type { ActorForm } from '../model/actor.ts';
import type { Rules } from '../rules/rules.ts';
import type { Entry } from '../rules/sections/index.ts';
import { atomsOfName, keysOfName } from './atoms.ts';
import { fold, skeleton } from './fold.ts';
import { Trie } from './trie.ts';

export type ActorEntry = Entry<'actors'>;
export type WordGroup = Entry<'offices'>['groups'][number];

/** A stretch of time as far as it is known: partial ISO dates, either end open. */
export interface Term {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface OfficeTerm extends Term {
  readonly office: string;
  readonly organ: string | null;
  readonly code: string;
  readonly acting: boolean;
  /** Until when the table this stands in was kept up to date. */
  readonly asOf?: string | undefined;
}

/** A person of the tables, with all roles over time. */
export interface KnownPerson {
  readonly name: string;
  /** Keys of what short mentions use. */
  readonly short: readonly string[];
  readonly roles: OfficeTerm[];
}

interface Cased {
  /** How each atom is written in the tables, a letter each; null where case does not count. */
  readonly cases: string | null;
}

export interface ActorSense extends Cased, Term {
  readonly sort: 'actor';
  readonly actor: ActorEntry;
  readonly form: ActorForm;
  readonly organ?: string | undefined;
  /** The name as the tables write it. */
  readonly name: string;
}
export interface PersonSense extends Cased {
  readonly sort: 'person';
  readonly person: KnownPerson;
}
export interface WordSense extends Cased {
  readonly sort: 'word';
  readonly group: WordGroup;
}
export interface ClashSense extends Cased {
  readonly sort: 'clash';
}
export type Sense = ActorSense | PersonSense | WordSense | ClashSense;

export interface Tables {
  readonly trie: Trie<Sense>;
  readonly actors: ReadonlyMap<string, ActorEntry>;
  /** Persons by the key of a short form. */
  readonly surnames: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Persons who ever held an office, by code and office: "NOR foreign minister". */
  readonly holders: ReadonlyMap<string, readonly KnownPerson[]>;
  /** Persons by the rough key of their last name. */
  alike(key: string): readonly KnownPerson[];
  /** Words of the groups with a use (and, where given, a meaning). */
  words(use: WordGroup['use'], means?: string): ReadonlySet<string>;
}

const built = new WeakMap<Rules, Tables>();

/** Tables of these rules; the second call gives the same object. */
export function tablesOf(rules: Rules): Tables {
  let tables = built.get(rules);
  if (tables === undefined) {
    tables = build(rules);
    built.set(rules, tables);
  }
  return tables;
}

function build(rules: Rules): Tables {
  const trie = new Trie<Sense>();
  const persons = new Map<string, KnownPerson>();
  const actors = new Map<string, ActorEntry>();
  for (const actor of rules.actors) {
    actors.set(actor.code, actor);
    addActor(trie, actor);
    addPeople(trie, actor, persons);
  }
  const groups = rules.offices.flatMap((f) => f.groups);
  for (const group of groups) addGroup(trie, group);
  return { trie, actors, ...personIndexes(persons), words: wordSets(groups) };
}

/** Words that are looked up as sets and never as hits. */
const NOT_SCANNED: ReadonlySet<string> = new Set([
  'function',
  'verb',
  'place-cue',
  'clash-context',
  'month',
  'particle',
  'kin',
  'given-name',
]);

function addGroup(trie: Trie<Sense>, group: WordGroup): void {
  if (NOT_SCANNED.has(group.use)) return;
  const clash = group.use === 'clash';
  for (const word of group.words) {
    add(trie, word, (cases) => (clash ? { sort: 'clash', cases } : { sort: 'word', group, cases: null }));
  }
}

function add(trie: Trie<Sense>, name: string, make: (cases: string) => Sense): void {
  const { keys, cases } = keysOfName(name);
  trie.add(keys, make(cases));
}

function addActor(trie: Trie<Sense>, actor: ActorEntry): void {
  const put = (name: string, form: ActorSense['form'], more: Term & { organ?: string | undefined } = {}): void => {
    const bare = name.replace(/^the /i, '');
    const term = { from: more.from ?? actor.exists?.from, to: more.to ?? actor.exists?.to };
    add(trie, bare, (cases) => ({ sort: 'actor', actor, form, name: bare, cases, organ: more.organ, ...term }));
  };
  for (const name of actor.names) put(name, 'name');
  for (const name of actor.abbreviations ?? []) put(name, 'name');
  for (const name of actor.adjectives ?? []) put(name, 'adjective');
  for (const name of actor.demonyms ?? []) put(name, 'demonym');
  for (const place of actor.capitals ?? []) {
    for (const name of [place.name, ...(place.aliases ?? [])]) put(name, 'capital', place);
  }
  for (const m of actor.metonyms ?? []) put(m.name, 'metonym', m);
  for (const name of actor.places ?? []) put(name, 'place');
  for (const o of actor.organs ?? []) {
    for (const name of o.names) put(name, 'organ', { from: o.from, to: o.to, organ: o.id });
  }
  for (const name of actor.notThis ?? []) add(trie, name, (cases) => ({ sort: 'clash', cases }));
}

function addPeople(trie: Trie<Sense>, actor: ActorEntry, persons: Map<string, KnownPerson>): void {
  for (const p of actor.people ?? []) {
    const roles = p.roles.map((r) => ({
      office: r.office,
      organ: r.organ ?? null,
      code: actor.code,
      acting: r.acting === true,
      asOf: actor.asOf,
      from: r.from,
      to: r.to,
    }));
    const known = persons.get(p.name);
    if (known !== undefined) {
      known.roles.push(...roles);
      continue;
    }
    const short = [...(p.short ?? []), ...(p.short ? [] : [p.name.split(' ').at(-1)!])];
    const person: KnownPerson = { name: p.name, short: short.map(keyOf), roles };
    persons.set(p.name, person);
    for (const name of [p.name, ...(p.aliases ?? [])]) {
      // One-word names ("Pelé") are looked up as short forms, with their caution.
      if (name.includes(' ')) add(trie, name, (cases) => ({ sort: 'person', person, cases }));
    }
  }
}

/** Key of a short form: its atoms joined. */
export function keyOf(name: string): string {
  return atomsOfName(name)
    .map((a) => a.key)
    .join(' ');
}

/** Made when the first unknown name asks for it: most reports come without. */
function roughIndex(persons: ReadonlyMap<string, KnownPerson>): Map<string, KnownPerson[]> {
  const out = new Map<string, KnownPerson[]>();
  for (const p of persons.values()) {
    const key = skeleton(p.name.split(' ').at(-1) ?? '');
    if (key !== '') push(out, key, p);
  }
  return out;
}

function personIndexes(persons: ReadonlyMap<string, KnownPerson>): Pick<Tables, 'surnames' | 'alike' | 'holders'> {
  const surnames = new Map<string, KnownPerson[]>();
  const holders = new Map<string, KnownPerson[]>();
  for (const p of persons.values()) for (const r of p.roles) push(holders, `${r.code} ${r.office}`, p);
  for (const p of persons.values()) for (const key of p.short) push(surnames, key, p);
  let rough: Map<string, KnownPerson[]> | undefined;
  const alike = (key: string): readonly KnownPerson[] => {
    rough ??= roughIndex(persons);
    return rough.get(key) ?? [];
  };
  return { surnames, alike, holders };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function wordSets(groups: readonly WordGroup[]): Tables['words'] {
  const sets = new Map<string, Set<string>>();
  const into = (name: string, words: readonly string[]): void => {
    const set = sets.get(name) ?? new Set<string>();
    for (const w of words) set.add(fold(w));
    sets.set(name, set);
  };
  for (const g of groups) {
    into(g.use, g.words);
    if (g.means !== undefined) into(`${g.use}/${g.means}`, g.words);
  }
  const none = new Set<string>();
  return (use, means) => sets.get(means === undefined ? use : `${use}/${means}`) ?? none;
}

/** Whether a day (ISO, or null for unknown) may lie in the term; unknown ends and days do not rule it out. */
export function covers(term: Term, day: string | null): boolean {
  if (day === null) return true;
  const after = term.from === undefined || day.slice(0, term.from.length) >= term.from;
  return after && (term.to === undefined || day.slice(0, term.to.length) <= term.to);
}
