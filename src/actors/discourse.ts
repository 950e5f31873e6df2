/** What a report has spoken of so far, so that "the two sides", "it" and "the ministry" find what they point at. */
import type { Draft, Scene } from './scene.ts';

export interface Candidate {
  readonly code: string;
  readonly score: number;
  readonly draft: Draft;
}

/** Drafts in text order with the lookups that references need; reads only what stands before a place. */
export class Discourse {
  readonly #scenes: readonly Scene[];
  readonly #total = new Map<string, number>();

  constructor(scenes: readonly Scene[]) {
    this.#scenes = scenes;
    for (const scene of scenes) for (const d of scene.drafts) this.#count(d);
  }

  #count(d: Draft): void {
    if (d.reading === 'place' || !isParty(d)) return;
    for (const code of d.codes) this.#total.set(code, (this.#total.get(code) ?? 0) + 1);
  }

  /** Drafts before token `at` of sentence `index`, nearest first, at most `reach` sentences back. */
  *before(index: number, at: number, reach = 8): Generator<Draft> {
    for (let i = index; i >= Math.max(0, index - reach); i -= 1) {
      const drafts = [...this.#scenes[i]!.drafts].sort((a, b) => b.first - a.first);
      for (const d of drafts) if (i < index || d.last <= at) yield d;
    }
  }

  /** Drafts after a place, for a headline or lead that speaks of what comes. */
  *after(index: number, at: number, reach = 2): Generator<Draft> {
    for (let i = index; i <= Math.min(this.#scenes.length - 1, index + reach); i += 1) {
      const drafts = [...this.#scenes[i]!.drafts].sort((a, b) => a.first - b.first);
      for (const d of drafts) if (i > index || d.first >= at) yield d;
    }
  }

  /**
   * Parties by how present they are at a place, best first: near and frequent ones before far and rare ones.
   * States read as places count little, since talks "in Bern" do not make the Swiss a side.
   */
  salient(index: number, at: number): Candidate[] {
    const scores = new Map<string, { score: number; draft: Draft }>();
    const add = (d: Draft, near: number): void => {
      if (!isParty(d)) return;
      const weight =
        (near * (d.reading === 'place' ? 0.1 : 1) * (d.kind === 'organisation' ? 0.6 : 1)) / Math.sqrt(d.codes.length);
      for (const code of d.codes) {
        const old = scores.get(code);
        scores.set(code, { score: (old?.score ?? 0) + weight, draft: old?.draft ?? d });
      }
    };
    for (const d of this.before(index, at)) add(d, 1 / (1 + 0.6 * (index - d.sentence)));
    if (scores.size < 2) for (const d of this.after(index, at)) add(d, 0.4);
    return [...scores]
      .map(([code, s]) => ({ code, draft: s.draft, score: s.score + 0.25 * Math.sqrt(this.#total.get(code) ?? 0) }))
      .sort((a, b) => b.score - a.score);
  }
}

/** Whether a draft can be one side of a dealing. */
export function isParty(d: Draft): boolean {
  return d.codes.length > 0 && d.use !== 'national' && !d.partial;
}
