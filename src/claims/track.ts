/** The matter a claim belongs to: by what it names, what its sentence names, and what the report is about. */
import type { Rules } from '../rules/rules.ts';
import type { Tree } from './tree.ts';

interface Cue {
  readonly track: string;
  readonly weight: number;
  /** The other lemmas of a phrase, after the first. */
  readonly rest: readonly string[];
}

interface TrackIndex {
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  readonly kinds: ReadonlyMap<string, string>;
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

const made = new WeakMap<Rules, TrackIndex>();
const STRONG = 2.5;
const SIMPLE = 1;

function indexOf(rules: Rules): TrackIndex {
  const known = made.get(rules);
  if (known) return known;
  const cues = new Map<string, Cue[]>();
  const kinds = new Map<string, string>();
  const needs = new Map<string, ReadonlySet<string>>();
  for (const track of rules.tracks) {
    for (const [words, weight] of [
      [track.strong, STRONG],
      [track.words, SIMPLE],
    ] as const) {
      for (const phrase of words ?? []) {
        const [first = '', ...rest] = phrase.split(' ');
        const list = cues.get(first) ?? [];
        list.push({ track: track.id, weight: weight + 0.5 * rest.length, rest });
        cues.set(first, list);
      }
    }
    if (track.needs) needs.set(track.id, new Set(track.needs));
    for (const kind of track.kinds ?? []) kinds.set(kind, track.id);
  }
  const index = { cues, kinds, needs };
  made.set(rules, index);
  return index;
}

/** How much a stretch of text speaks of each matter. */
export type Weights = ReadonlyMap<string, number>;

/** Weights of the tokens `[first, last]` of a sentence; one matter is not counted twice for the same word. */
export function trackWeights(rules: Rules, tree: Tree, first = 0, last = tree.tokens.length - 1): Weights {
  const { cues } = indexOf(rules);
  const out = new Map<string, number>();
  for (let i = first; i <= last; i++) {
    if (namesDoer(tree, i)) continue;
    const seen = new Set<string>();
    for (const form of tree.forms[i]!) {
      for (const cue of cues.get(form) ?? []) {
        if (seen.has(cue.track + cue.rest.join()) || !restMatches(tree, cue, i)) continue;
        seen.add(cue.track + cue.rest.join());
        out.set(cue.track, (out.get(cue.track) ?? 0) + cue.weight);
      }
    }
  }
  return out;
}

/** Titles and names of those who act or speak say nothing about the matter: "Ambassador Kamau condemned". */
function namesDoer(tree: Tree, at: number): boolean {
  const mention = tree.actors[tree.actorAt[at] ?? -1];
  if (!mention) return false;
  if (mention.kind === 'person') return true;
  const head = tree.tokens[mention.head];
  return head !== undefined && (head.rel.startsWith('nsubj') || head.rel === 'obl:agent');
}

/** Matters a report cannot be about, for want of the words they need. */
export function impossibleTracks(rules: Rules, words: ReadonlySet<string>): string[] {
  return [...indexOf(rules).needs]
    .filter(([, needed]) => ![...needed].some((w) => words.has(w)))
    .map(([track]) => track);
}

function restMatches(tree: Tree, cue: Cue, at: number): boolean {
  return cue.rest.every((word, n) => {
    const i = at + 1 + n;
    return tree.forms[i]?.includes(word) ?? false;
  });
}

/** Adds up weights, the second scaled. */
export function addWeights(into: Map<string, number>, more: Weights, scale: number): void {
  for (const [track, weight] of more) into.set(track, (into.get(track) ?? 0) + weight * scale);
}

/** How much each source counts; tuned on the development set. */
export const SCALE = { phrase: 2, sentence: 0.7, near: 0.2, report: 4, kind: 3, force: 3, leaders: 6 };

const MEETS: ReadonlySet<string> = new Set(['meeting', 'visit']);
/** Matters that only say in what form the parties deal: they count for meetings alone. */
const FORMS = ['consultations', 'summits'] as const;

export interface TrackInput {
  /** Heads of state or government on both sides. */
  readonly leaders: boolean;
  readonly phrase: Weights;
  readonly sentence: Weights;
  /** What the sentences just before speak of. */
  readonly near: Weights;
  readonly impossible: readonly string[];
  /** Share of each matter in the whole report, headline counted more; sums to 1. */
  readonly report: Weights;
  readonly kind: string;
}

/** The best matter, or the one its kind leans to, or `other`. */
export function chooseTrack(rules: Rules, input: TrackInput): string {
  const total = new Map<string, number>();
  addWeights(total, input.phrase, SCALE.phrase);
  addWeights(total, input.sentence, SCALE.sentence);
  addWeights(total, input.near, SCALE.near);
  addWeights(total, input.report, SCALE.report);
  const leaning = indexOf(rules).kinds.get(input.kind);
  const lean = MEETS.has(input.kind) ? SCALE.kind : SCALE.force;
  if (leaning) total.set(leaning, (total.get(leaning) ?? 0) + lean);
  for (const track of input.impossible) total.delete(track);
  if (input.leaders) total.set('summits', (total.get('summits') ?? 0) + SCALE.leaders);
  const formal = FORMS.some((f) => total.has(f));
  if (!MEETS.has(input.kind)) for (const track of FORMS) total.delete(track);
  const best = heaviest(total);
  return best === 'other' && formal ? 'consultations' : best;
}

function heaviest(total: Weights): string {
  let best = 'other';
  let most = 0.6;
  for (const [track, weight] of total) {
    if (weight > most || (weight === most && track < best)) {
      best = track;
      most = weight;
    }
  }
  return best;
}

/** Shares of a report's matters from those of its sentences. */
export function shares(weights: Weights): Weights {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  return new Map([...weights].map(([track, weight]) => [track, sum === 0 ? 0 : weight / sum]));
}
