/** Rules in, look-up tables out: one trie over all names and words, persons by surname. Built once for each `Rules`. */
import type { ActorForm } from '../model/actor.ts';
import type { Rules } from '../rules/rules.ts';
import type { Entry } from '../rules/sections/index.ts';
import { fold } from './fold.ts';
import { type ActorEntry, type KnownPerson, KnownPersons, type Term } from './known.ts';
import { type Make, Trie } from './trie.ts';

export type WordGroup = Entry<'offices'>['groups'][number];

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
  readonly persons: KnownPersons;
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
  const persons = new KnownPersons();
  const actors = new Map<string, ActorEntry>();
  for (const actor of rules.actors) {
    actors.set(actor.code, actor);
    addActor(trie, actor);
    addPeople(trie, actor, persons);
  }
  const groups = rules.offices.flatMap((f) => f.groups);
  for (const group of groups) addGroup(trie, group);
  return { trie, actors, persons, words: wordSets(groups) };
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
  'land',
]);

function addGroup(trie: Trie<Sense>, group: WordGroup): void {
  if (NOT_SCANNED.has(group.use)) return;
  const clash = group.use === 'clash';
  const make: Make<Sense> = clash ? asClash : () => ({ sort: 'word', group, cases: null });
  for (const word of group.words) trie.add(word, make);
}

const asClash: Make<Sense> = (_, cases) => ({ sort: 'clash', cases });

function addActor(trie: Trie<Sense>, actor: ActorEntry): void {
  const put = (
    names: readonly string[] | undefined,
    form: ActorForm,
    more: Term & { organ?: string | undefined } = {},
  ) => {
    const { organ } = more;
    const from = more.from ?? actor.exists?.from;
    const to = more.to ?? actor.exists?.to;
    const make: Make<Sense> = (name, cases) => ({ sort: 'actor', actor, form, name, cases, organ, from, to });
    for (const name of names ?? []) trie.add(/^the /i.test(name) ? name.slice(4) : name, make);
  };
  put(actor.names, 'name');
  put(actor.abbreviations, 'name');
  put(actor.adjectives, 'adjective');
  put(actor.demonyms, 'demonym');
  for (const place of actor.capitals ?? []) put([place.name, ...(place.aliases ?? [])], 'capital', place);
  for (const m of actor.metonyms ?? []) put([m.name], 'metonym', m);
  put(actor.places, 'place');
  for (const o of actor.organs ?? []) put(o.names, 'organ', { from: o.from, to: o.to, organ: o.id });
  for (const name of actor.notThis ?? []) trie.add(name, asClash);
}

/** One-word names ("Pelé") are looked up as short forms, with their caution. */
function addPeople(trie: Trie<Sense>, actor: ActorEntry, persons: KnownPersons): void {
  persons.list(actor, (name, person) => {
    if (name.includes(' ')) trie.add(name, (_, cases) => ({ sort: 'person', person: person(), cases }));
  });
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
