/** Words that name a matter, where they stand in a sentence. In: rules, a tree. Out: hits, the longest phrase first come. */
import type { Rules } from '../rules/rules.ts';
import type { Tree } from './tree.ts';

/** A word or phrase that points to a matter. */
export interface CueHit {
  readonly track: string;
  /** Token of the last word of the phrase, its head in English as a rule. */
  readonly at: number;
  /** Names the matter beyond doubt. */
  readonly strong: boolean;
  /** The phrase as in the data: the same words twice say no more than once. */
  readonly phrase: string;
  /** In the name of the body that acts: "the Security Council condemned". */
  readonly doer: boolean;
}

interface Cue {
  /** Null where the words name no matter: "at sea", "press release". */
  readonly track: string | null;
  readonly verb: boolean;
  readonly strong: boolean;
  readonly words: readonly string[];
}

type CueIndex = ReadonlyMap<string, readonly Cue[]>;

const indexes = new WeakMap<Rules, CueIndex>();

function indexOf(rules: Rules): CueIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const index = new Map<string, Cue[]>();
  const add = (phrases: readonly string[] | undefined, cue: Omit<Cue, 'words'>): void => {
    for (const phrase of phrases ?? []) {
      const words = phrase.split(/[ '’-]+/);
      index.set(words[0]!, [...(index.get(words[0]!) ?? []), { ...cue, words }]);
    }
  };
  for (const { id, strong, words, verbs, not } of rules.tracks) {
    add(strong, { track: id, strong: true, verb: false });
    add(words, { track: id, strong: false, verb: false });
    for (const word of verbs ?? []) add([word], { track: id, strong: strong?.includes(word) ?? false, verb: true });
    add(not, { track: null, strong: false, verb: false });
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  indexes.set(rules, index);
  return index;
}

/** One word of a sentence as phrases see it: "cease-fire" and "cease fire" are two words, articles are none. */
interface Unit {
  readonly at: number;
  readonly verb: boolean;
  readonly forms: readonly string[];
}

const PASSED = /^(?:[-‐‑'’]|['’]s|a|an|the|its|their|his|her|our)$/;

function unitsOf(tree: Tree): Unit[] {
  return tree.tokens.flatMap((token, at): Unit[] => {
    const forms = tree.forms[at]!;
    const printed = token.text.toLowerCase();
    if (PASSED.test(printed)) return [];
    const verb = token.upos === 'VERB';
    if (!/\p{L}-\p{L}/u.test(printed)) return [{ at, verb, forms }];
    const parts = forms.map((f) => f.split('-'));
    return printed.split('-').map((_, n) => ({ at, verb, forms: parts.flatMap((p) => p[n] ?? []) }));
  });
}

const hits = new WeakMap<Tree, readonly CueHit[]>();

/** What a sentence names; of two phrases the longer counts: "West Bank" is no bank. */
export function cueHits(rules: Rules, tree: Tree): readonly CueHit[] {
  const known = hits.get(tree);
  if (known) return known;
  const out: CueHit[] = [];
  const index = indexOf(rules);
  const units = unitsOf(tree);
  for (let n = 0; n < units.length; ) {
    const found = longestAt(index, units, n);
    const length = found[0]?.words.length ?? 1;
    const { at } = units[n + length - 1]!;
    const who = doerAt(tree, at);
    for (const { track, strong, words } of who === 'person' ? [] : found) {
      if (track !== null) out.push({ track, at, strong, phrase: words.join(' '), doer: who === 'body' });
    }
    n += length;
  }
  hits.set(tree, out);
  return out;
}

function longestAt(index: CueIndex, units: readonly Unit[], n: number): Cue[] {
  const { forms, verb } = units[n]!;
  const fit = forms
    .flatMap((f) => index.get(f) ?? [])
    .filter((cue) => cue.words.length > 1 || cue.verb === verb)
    .filter((cue) => cue.words.every((word, k) => units[n + k]?.forms.includes(word) ?? false));
  const longest = Math.max(0, ...fit.map((c) => c.words.length));
  const seen = new Set<string | null>();
  return fit.filter((c) => c.words.length === longest && !seen.has(c.track) && seen.add(c.track));
}

/** A word that names a matter beyond doubt outweighs several that only point to it. */
const STRONG = 5;

export function cueWeight(hit: CueHit): number {
  return hit.strong ? STRONG : 1;
}

/** Matters that a class of acts leans to: force to security, detention to people. */
export function leaningOf(rules: Rules, plover: string | null): string[] {
  return rules.tracks.filter((t) => plover !== null && t.classes?.includes(plover)).map((t) => t.id);
}

/** Matters a report cannot be about, for want of the words they need. */
export function impossibleTracks(rules: Rules, words: ReadonlySet<string>): string[] {
  return rules.tracks.filter((t) => t.needs && !t.needs.some((w) => words.has(w))).map((t) => t.id);
}

/** Titles and names of persons say nothing about the matter ("Ambassador Kamau condemned"); bodies that act say little. */
function doerAt(tree: Tree, at: number): 'person' | 'body' | null {
  const mention = tree.actors[tree.actorAt[at] ?? -1];
  if (!mention) return null;
  if (mention.kind === 'person') return 'person';
  const head = tree.tokens[mention.head];
  return head !== undefined && (head.rel.startsWith('nsubj') || head.rel === 'obl:agent') ? 'body' : null;
}
