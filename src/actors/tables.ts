/** Rules in, look-up tables out: one trie over all names and words, persons by surname. Built once for each `Rules`. */
import type { ActorForm } from '../model/actor.ts';
import type { Rules } from '../rules/rules.ts';
import type { Entry } from '../rules/sections/index.ts';
import { atomsOfName, type Case } from './atoms.ts';
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
}

/** A person of the tables, with all roles over time. */
export interface KnownPerson {
  readonly name: string;
  /** Keys of what short mentions use. */
  readonly short: readonly string[];
  readonly roles: OfficeTerm[];
}

interface Cased {
  /** How each atom is written in the tables; null where case does not count. */
  readonly cases: readonly Case[] | null;
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
  /** Persons by the rough key of their last name. */
  readonly skeletons: ReadonlyMap<string, readonly KnownPerson[]>;
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
]);

function addGroup(trie: Trie<Sense>, group: WordGroup): void {
  if (NOT_SCANNED.has(group.use)) return;
  const clash = group.use === 'clash';
  for (const word of group.words) {
    add(trie, word, clash ? { sort: 'clash', cases: casesOf(word) } : { sort: 'word', group, cases: null });
  }
}

function add(trie: Trie<Sense>, name: string, sense: Sense): void {
  trie.add(
    atomsOfName(name).map((a) => a.key),
    sense,
  );
}

function casesOf(name: string): Case[] {
  return atomsOfName(name).map((a) => a.case);
}

function addActor(trie: Trie<Sense>, actor: ActorEntry): void {
  const put = (name: string, form: ActorSense['form'], more: Term & { organ?: string | undefined } = {}): void => {
    const bare = name.replace(/^the /i, '');
    add(trie, bare, { sort: 'actor', actor, form, name: bare, cases: casesOf(bare), ...actor.exists, ...more });
  };
  for (const name of actor.names) put(name, 'name');
  for (const name of actor.abbreviations ?? []) put(name, 'name');
  for (const name of actor.adjectives ?? []) put(name, 'adjective');
  for (const name of actor.demonyms ?? []) put(name, 'demonym');
  for (const place of actor.capitals ?? []) {
    for (const name of [place.name, ...(place.aliases ?? [])]) put(name, 'capital', termOf(place, actor));
  }
  for (const m of actor.metonyms ?? []) put(m.name, 'metonym', { ...termOf(m, actor), organ: m.organ });
  for (const name of actor.places ?? []) put(name, 'place');
  for (const o of actor.organs ?? []) {
    for (const name of o.names) put(name, 'organ', { ...termOf(o, actor), organ: o.id });
  }
  for (const name of actor.notThis ?? []) add(trie, name, { sort: 'clash', cases: casesOf(name) });
}

function termOf(dated: Term, actor: ActorEntry): Term {
  return { from: dated.from ?? actor.exists?.from, to: dated.to ?? actor.exists?.to };
}

function addPeople(trie: Trie<Sense>, actor: ActorEntry, persons: Map<string, KnownPerson>): void {
  for (const p of actor.people ?? []) {
    const roles = p.roles.map((r) => ({
      office: r.office,
      organ: r.organ ?? null,
      code: actor.code,
      acting: r.acting === true,
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
      if (name.includes(' ')) add(trie, name, { sort: 'person', person, cases: casesOf(name) });
    }
  }
}

/** Key of a short form: its atoms joined. */
export function keyOf(name: string): string {
  return atomsOfName(name)
    .map((a) => a.key)
    .join(' ');
}

function personIndexes(persons: ReadonlyMap<string, KnownPerson>): Pick<Tables, 'surnames' | 'skeletons'> {
  const surnames = new Map<string, KnownPerson[]>();
  const skeletons = new Map<string, KnownPerson[]>();
  for (const p of persons.values()) {
    for (const key of p.short) push(surnames, key, p);
    const rough = skeleton(p.name.split(' ').at(-1) ?? '');
    if (rough !== '') push(skeletons, rough, p);
  }
  return { surnames, skeletons };
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
