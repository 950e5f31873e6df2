/** The frames of `data/claims` made quick to look up by the lemma that can trigger them. */
import type { Rules } from '../rules/rules.ts';
import type { Entry } from '../rules/sections/index.ts';

type ClaimFile = Entry<'claims'>;
export type FrameData = NonNullable<ClaimFile['frames']>[number];

/** A frame with its rule id and its word lists filled in. */
export interface Frame extends FrameData {
  readonly rule: `claims/${string}`;
  /** How telling its trigger words are, 0 to 1: phrases and rare nouns more than everyday verbs. */
  readonly weight: number;
  readonly objectSet: ReadonlySet<string> | null;
  readonly notObjectSet: ReadonlySet<string> | null;
  readonly clauseSet: ReadonlySet<string> | null;
  readonly notClauseSet: ReadonlySet<string> | null;
  /** Nouns for those who act for a side: troops, police, missiles. */
  readonly doers: ReadonlySet<string>;
  /** Nouns through which a nationality reaches a doer: a court, a decree, a delegation. */
  readonly acting: ReadonlySet<string>;
  /** Words that speak for a side: a statement, a spokesman, a capital. */
  readonly voices: ReadonlySet<string>;
  /** People who travel on a side's business. */
  readonly officials: ReadonlySet<string>;
  /** People of a side who hold no office. */
  readonly people: ReadonlySet<string>;
}

/** One way to trigger a frame: a first lemma and the further words that must stand near it. */
export interface Trigger {
  readonly frame: Frame;
  readonly as: 'verb' | 'noun' | 'adjective';
  readonly lemma: string;
  /** Each a set of choices; for verbs looked for in the clause, for nouns right before it. */
  readonly more: readonly ReadonlySet<string>[];
}

export interface Lexicon {
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>;
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>;
  readonly adjectives: ReadonlyMap<string, readonly Trigger[]>;
  /** Verbs that carry a nominal event, with the status they give it, if any. */
  readonly carriers: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objects that can themselves be the party, such as a diplomat or a hostage. */
  readonly people: ReadonlySet<string>;
  /** Nouns that measure an event: "two days of talks". */
  readonly measures: ReadonlySet<string>;
  /** Words of fixed phrases, which parsers attach at random. */
  readonly idioms: ReadonlySet<string>;
  /** Verbs that are no undertaking: be, know, seem. */
  readonly states: ReadonlySet<string>;
  /** Heads that a nationality does not make a party: firms, singers, travellers. */
  readonly private: ReadonlySet<string>;
}

const made = new WeakMap<Rules, Lexicon>();
const NONE: ReadonlySet<string> = new Set();

/** Compiled once for each rule set. */
export function lexiconOf(rules: Rules): Lexicon {
  const known = made.get(rules);
  if (known) return known;
  const lexicon = compile(rules.claims);
  made.set(rules, lexicon);
  return lexicon;
}

function compile(files: readonly ClaimFile[]): Lexicon {
  const raw = new Map<string, readonly string[]>();
  for (const file of files) for (const [name, words] of Object.entries(file.lists ?? {})) raw.set(name, words);
  const lists = new Map([...raw].map(([name, words]) => [name, new Set(expand(words, raw))] as const));
  const maps = { verb: new Map(), noun: new Map(), adjective: new Map() } as Record<
    Trigger['as'],
    Map<string, Trigger[]>
  >;
  const named = {
    people: lists.get('people') ?? NONE,
    measures: lists.get('measures') ?? NONE,
    idioms: lists.get('idioms') ?? NONE,
    states: lists.get('states-of-mind') ?? NONE,
    private: lists.get('private') ?? NONE,
  };
  const carriers = new Map<string, string>();
  for (const file of files) {
    for (const carrier of file.carriers ?? []) {
      for (const verb of carrier.verbs) carriers.set(verb, carrier.status ?? 'happened');
    }
    for (const data of file.frames ?? []) {
      const frame = frameOf(file.file, data, raw);
      add(maps.verb, 'verb', expand(data.verbs ?? [], raw), frame);
      add(maps.noun, 'noun', expand(data.nouns ?? [], raw), frame);
      add(maps.adjective, 'adjective', data.adjectives ?? [], frame);
    }
  }
  return { verbs: maps.verb, nouns: maps.noun, adjectives: maps.adjective, carriers, lists, ...named };
}

function expand(words: readonly string[], raw: ReadonlyMap<string, readonly string[]>): string[] {
  return words.flatMap((w) => (w.startsWith('@') ? expand(raw.get(w.slice(1)) ?? [], raw) : [w]));
}

function frameOf(file: string, data: FrameData, raw: ReadonlyMap<string, readonly string[]>): Frame {
  const set = (words: readonly string[] | undefined): ReadonlySet<string> | null =>
    words ? new Set(expand(words, raw)) : null;
  return {
    ...data,
    rule: `claims/${file}/${data.id}`,
    weight: data.weak ? 0.3 : data.object || data.clause ? 0.8 : 0.65,
    objectSet: set(data.object),
    notObjectSet: set(data.notObject),
    clauseSet: set(data.clause),
    notClauseSet: set(data.notClause),
    doers: set(['@forces']) ?? NONE,
    acting: set(['@acting']) ?? NONE,
    voices: set(['@voices']) ?? NONE,
    officials: set(['@officials']) ?? NONE,
    people: new Set([
      'citizen',
      'national',
      'people',
      'resident',
      'expatriate',
      'compatriot',
      'tourist',
      'traveller',
      'public',
    ]),
  };
}

/** Running text cuts "call-up" at its hyphen; both ways of writing name the event. */
function asCut(phrase: string): string[] {
  return phrase.includes('-') ? [phrase, phrase.replaceAll('-', ' - ')] : [phrase];
}

/** "hold/have talk/meeting" -> one trigger for each first lemma; of a noun phrase the last word is the head. */
function add(map: Map<string, Trigger[]>, as: Trigger['as'], words: readonly string[], frame: Frame): void {
  for (const phrase of as === 'noun' ? words.flatMap(asCut) : words) {
    const parts = phrase.split(' ').map((p) => new Set(p.split('/')));
    const head = as === 'noun' ? parts.pop() : parts.shift();
    for (const lemma of head ?? []) {
      const trigger: Trigger = { frame, as, lemma, more: parts };
      const known = map.get(lemma);
      if (known) known.push(trigger);
      else map.set(lemma, [trigger]);
    }
  }
}
