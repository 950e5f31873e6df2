/** What the sentences of a report name, gathered once for all its claims. In: rules, trees. Out: matters by place. */
import type { Rules } from '../rules/rules.ts';
import { type CueHit, cueHits, cueWeight, impossibleTracks } from './track-cues.ts';
import { hear, hearAll, nothingSaid, type Said, trackRows } from './track-words.ts';
import type { Tree } from './tree.ts';

/** Weight of each matter. */
export type Weights = ReadonlyMap<string, number>;

/** A word of the headline tells more of what the report is about than one of the body. */
const HEADLINE = 3;
/** A matter named within a party's name ("the health ministry of") counts half. */
const IN_NAME = 0.5;

/** Matters that only say in what form the parties deal; they are weighed beside the others, not among them. */
export const FORMS: ReadonlySet<string> = new Set(['consultations', 'summits', 'other']);

export interface Matters {
  /** Share of each matter in the report, and in its headline. */
  readonly report: Weights;
  readonly headline: Weights;
  readonly bySentence: ReadonlyMap<number, Weights>;
  readonly byBlock: ReadonlyMap<number, Weights>;
  /** What all words say, by the learned table. */
  readonly said: { readonly bySentence: ReadonlyMap<number, Said>; readonly headline: Said; readonly report: Said };
  /** Matters the report cannot be about, for want of the words they need. */
  readonly impossible: readonly string[];
}

type Sums = Map<string, number>;

/** Matters of a report from its sentences. */
export function mattersOf(rules: Rules, trees: readonly Tree[]): Matters {
  const report: Sums = new Map();
  const headline: Sums = new Map();
  const bySentence = new Map<number, Sums>();
  const byBlock = new Map<number, Sums>();
  const words = new Set<string>();
  for (const tree of trees) {
    for (const lemma of tree.lemmas) words.add(lemma);
    const own: Sums = new Map();
    for (const hit of cueHits(rules, tree)) add(own, hit.track, weightOf(tree, hit));
    bySentence.set(tree.index, own);
    const block: Sums = byBlock.get(tree.sentence.block) ?? new Map();
    byBlock.set(tree.sentence.block, block);
    for (const [track, weight] of own) {
      add(block, track, weight);
      add(report, track, weight * (tree.headline ? HEADLINE : 1));
      if (tree.headline) add(headline, track, weight);
    }
  }
  const impossible = impossibleTracks(rules, words);
  return { report: shares(report), headline: shares(headline), bySentence, byBlock, said: saidIn(trees), impossible };
}

function saidIn(trees: readonly Tree[]): Matters['said'] {
  const bySentence = new Map<number, Said>();
  const headline = nothingSaid();
  const report = nothingSaid();
  for (const tree of trees) {
    const own = nothingSaid();
    for (const row of trackRows(tree)) hear(own, row);
    bySentence.set(tree.index, own);
    hearAll(report, own);
    if (tree.headline) hearAll(headline, own);
  }
  return { bySentence, headline, report };
}

function weightOf(tree: Tree, hit: CueHit): number {
  return cueWeight(hit) * ((tree.actorAt[hit.at] ?? -1) >= 0 ? IN_NAME : 1);
}

export function add(sums: Sums, track: string, weight: number): void {
  sums.set(track, (sums.get(track) ?? 0) + weight);
}

/** A report that names little is about nothing surely: this much stands for what it leaves unsaid. */
const UNSAID = 4;

/** Shares of the matters proper; a form of dealing may weigh as much as all of them, and no more. */
function shares(sums: Sums): Weights {
  const proper = [...sums].reduce((sum, [track, weight]) => sum + (FORMS.has(track) ? 0 : weight), UNSAID);
  return new Map([...sums].map(([track, weight]) => [track, Math.min(1, weight / proper)]));
}
