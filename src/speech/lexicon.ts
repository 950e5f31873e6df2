import type { Utterance } from '../model/speech.ts';
import type { Rules } from '../rules/rules.ts';

type SpeechAct = Utterance['act'];

/** A reporting verb as the data describe it. */
export interface Verb {
  readonly lemma: string;
  readonly act: SpeechAct;
  readonly rule: `${string}/${string}`;
  /** Words after the verb that belong to it: "call" + ["for"]. */
  readonly particles: readonly string[];
  readonly object: boolean;
  readonly addressee: boolean;
  readonly told: 'speaker' | 'reporter';
  readonly only: 'beside-quotation' | 'mind' | 'media' | 'clause' | 'naming' | 'text' | 'figure' | null;
}

/** A fixed phrase: its words after the first. */
export interface FixedPhrase {
  readonly words: readonly string[];
  readonly rule: `${string}/${string}`;
}

/** All look-ups of the stage. */
export interface Lexicon {
  /** Verbs by inflected form, longest particles first. */
  readonly verbs: ReadonlyMap<string, readonly Verb[]>;
  /** Statement nouns in singular and plural, in lower case. */
  readonly texts: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  /** Fixed phrases by first word. */
  readonly according: ReadonlyMap<string, readonly FixedPhrase[]>;
  readonly citing: ReadonlyMap<string, readonly FixedPhrase[]>;
  readonly impersonal: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** Nouns of saying that take "is that". */
  readonly account: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** "no comment", after a form of "have". */
  readonly noComment: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** "by its own account", "in his own words". */
  readonly ownWord: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** Classes of `sources.yaml` and groups of modifiers by the last part of their id. */
  has(list: string, word: string): boolean;
  readonly mindVerbs: ReadonlySet<string>;
  readonly mindWords: ReadonlySet<string>;
  /** Names and adjectives of states and organisations, in lower case. */
  readonly stateWords: ReadonlySet<string>;
}

const cache = new WeakMap<object, Lexicon>();

/** Compiles the rules once; later calls give the same object. */
export function lexiconOf(rules: Pick<Rules, 'speech' | 'actors'>): Lexicon {
  const known = cache.get(rules.speech);
  if (known !== undefined) return known;
  const made = compile(rules);
  cache.set(rules.speech, made);
  return made;
}

function compile(rules: Pick<Rules, 'speech' | 'actors'>): Lexicon {
  const lists = listsOf(rules);
  return {
    verbs: verbsOf(rules),
    texts: new Set(nounsOf(rules, 'text')),
    stateWords: stateWordsOf(rules),
    claims: new Set(nounsOf(rules, 'claim')),
    according: phrasesOf(rules, 'according'),
    citing: phrasesOf(rules, 'citing'),
    impersonal: phrasesOf(rules, 'impersonal'),
    account: phrasesOf(rules, 'account'),
    noComment: phrasesOf(rules, 'no-comment'),
    ownWord: phrasesOf(rules, 'own-word'),
    has: (list, word) => lists.get(list)?.has(word) ?? false,
    mindVerbs: new Set(
      rules.speech
        .flatMap((f) => (f.minds ?? []).filter((g) => g.id.endsWith('/wants')))
        .flatMap((g) => g.words.flatMap((w) => inflect(w))),
    ),
    mindWords: new Set(
      rules.speech.flatMap((f) => (f.minds ?? []).filter((g) => g.id.endsWith('/disposed'))).flatMap((g) => g.words),
    ),
  };
}

function stateWordsOf(rules: Pick<Rules, 'actors'>): ReadonlySet<string> {
  const words = rules.actors.flatMap((a) => [...a.names, ...(a.adjectives ?? []), ...(a.abbreviations ?? [])]);
  return new Set(words.map((w) => w.toLowerCase()));
}

function verbsOf(rules: Pick<Rules, 'speech' | 'actors'>): Map<string, Verb[]> {
  const irregular = new Map<string, string[]>();
  for (const pair of rules.speech.flatMap((f) => f.forms ?? [])) {
    const [form, lemma] = pair.split('=') as [string, string];
    irregular.set(lemma, [...(irregular.get(lemma) ?? []), form]);
  }
  const out = new Map<string, Verb[]>();
  for (const file of rules.speech) {
    for (const group of file.verbs ?? []) {
      for (const phrase of group.words) {
        const [head, ...particles] = phrase.split(' ') as [string, ...string[]];
        const verb: Verb = {
          lemma: phrase,
          act: group.act ?? file.act ?? 'say',
          rule: group.id as Verb['rule'],
          particles,
          object: group.object ?? false,
          addressee: group.addressee ?? false,
          told: group.told ?? 'speaker',
          only: group.only ?? null,
        };
        for (const form of new Set([...inflect(head), ...(irregular.get(head) ?? [])]))
          out.set(form, [...(out.get(form) ?? []), verb]);
      }
    }
  }
  for (const verbs of out.values()) verbs.sort((a, b) => b.particles.length - a.particles.length);
  return out;
}

/** Regular English inflection; forms that do not exist do no harm. */
function inflect(lemma: string): string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const y = /[^aeiou]y$/.test(lemma);
  const s = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const ed = y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  return [lemma, s, ed, `${stem}ing`];
}

function nounsOf(rules: Pick<Rules, 'speech' | 'actors'>, name: string): string[] {
  const groups = rules.speech.flatMap((f) => f.nouns ?? []).filter((g) => g.id.endsWith(`/${name}`));
  return groups.flatMap((g) => g.words.flatMap((w) => [w, plural(w)]));
}

/** Regular English plural. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function phrasesOf(rules: Pick<Rules, 'speech' | 'actors'>, name: string): Map<string, FixedPhrase[]> {
  const out = new Map<string, FixedPhrase[]>();
  for (const group of rules.speech.flatMap((f) => f.frames ?? [])) {
    if (!group.id.endsWith(`/${name}`)) continue;
    for (const phrase of group.words) {
      const [head, ...words] = phrase.split(' ') as [string, ...string[]];
      out.set(head, [...(out.get(head) ?? []), { words, rule: group.id as FixedPhrase['rule'] }]);
    }
  }
  return out;
}

/** Word lists by class or by the last part of the group's id; nouns of speakers in the plural too. */
function listsOf(rules: Pick<Rules, 'speech' | 'actors'>): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const add = (list: string, words: readonly string[]): void => {
    out.set(list, new Set([...(out.get(list) ?? []), ...words]));
  };
  for (const file of rules.speech) {
    for (const group of file.words ?? []) {
      const nouns = ['person', 'organ', 'outlet', 'agency'].includes(group.class);
      add(group.class, nouns ? group.words.map((w) => w.toLowerCase()).flatMap((w) => [w, plural(w)]) : group.words);
    }
    for (const group of file.modifiers ?? []) add(group.id.slice(group.id.lastIndexOf('/') + 1), group.words);
  }
  return out;
}
