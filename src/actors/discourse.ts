/** What a report has spoken of so far, so that "the two sides", "it" and "the ministry" find what they point at. */
import { type Draft, isMainSubject, lower, type Scene } from './scene.ts';

export interface Candidate {
  readonly code: string;
  readonly score: number;
  readonly draft: Draft;
}

/** Parties joined in one breath: "Slovenia, Croatia and Serbia", "the Thai and Cambodian ministers". */
export interface Company {
  readonly codes: readonly string[];
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly draft: Draft;
}

/** Words that make the one behind "by", or the one who does it, a helper and no side. */
const HELPS = /^(?:broker|host|mediat|facilitat|chair|sponsor|witness|monitor|arrang|organi[sz]|moderat|convey)/;

/** Drafts in text order with the lookups that references need; reads only what stands before a place. */
export class Discourse {
  readonly #scenes: readonly Scene[];
  readonly #total = new Map<string, number>();
  readonly #together = new Map<string, number>();
  readonly #helpers = new Set<string>();
  readonly companies: Company[] = [];
  /** Lands named together as places: "in Norway and Sweden". */
  readonly lands: Company[] = [];

  constructor(scenes: readonly Scene[]) {
    this.#scenes = scenes;
    for (const scene of scenes) {
      if (scene.aside) continue;
      const drafts = inOrder(scene.drafts).filter((d) => d.reading !== 'place' && isParty(d));
      for (const d of drafts) this.#count(scene, d);
      this.#pairUp(drafts);
      this.#joinUp(scene, drafts, this.companies);
      const isLand = (d: Draft): boolean => d.reading === 'place' && d.form === 'name' && isParty(d);
      this.#joinUp(scene, inOrder(scene.drafts).filter(isLand), this.lands);
    }
  }

  #count(scene: Scene, d: Draft): void {
    for (const code of d.codes) this.#total.set(code, (this.#total.get(code) ?? 0) + 1);
    if (helps(scene, d)) for (const code of d.codes) this.#helpers.add(code);
  }

  /** Counts who is named in the same sentence as whom. */
  #pairUp(drafts: readonly Draft[]): void {
    const codes = [...new Set(drafts.flatMap((d) => d.codes))].slice(0, 12);
    for (const a of codes) {
      for (const b of codes) if (a !== b) this.#together.set(`${a} ${b}`, (this.#together.get(`${a} ${b}`) ?? 0) + 1);
    }
  }

  #joinUp(scene: Scene, drafts: readonly Draft[], into: Company[]): void {
    let from = 0;
    for (let i = 1; i <= drafts.length; i += 1) {
      if (i < drafts.length && joins(scene, drafts[i - 1]!, drafts[i]!)) continue;
      const members = drafts.slice(from, i);
      from = i;
      const codes = [...new Set(members.flatMap((d) => d.codes))];
      const [draft] = members;
      if (codes.length < 2 || draft === undefined || !isList(scene, members)) continue;
      into.push({ codes, sentence: scene.index, first: draft.first, last: members.at(-1)!.last, draft });
    }
  }

  /** The last company before a place that has as many members as wanted (0: any number). */
  company(index: number, at: number, wanted: number, reach: number): Company | null {
    for (const c of this.companies.toReversed()) {
      if (c.sentence > index || (c.sentence === index && c.last > at) || index - c.sentence > reach) continue;
      if (wanted === 0 || c.codes.length === wanted) return c;
    }
    return null;
  }

  /** Drafts before token `at` of sentence `index`, nearest first, at most `reach` sentences back. */
  *before(index: number, at: number, reach = 8): Generator<Draft> {
    for (let i = index; i >= Math.max(0, index - reach); i -= 1) {
      if (i < index && this.#scenes[i]?.aside) continue;
      for (const d of inOrder(this.#scenes[i]?.drafts ?? []).reverse()) if (i < index || d.last <= at) yield d;
    }
  }

  /** Drafts after a place, for a headline or lead that speaks of what comes. */
  *after(index: number, at: number, reach = 2): Generator<Draft> {
    for (let i = index; i <= Math.min(this.#scenes.length - 1, index + reach); i += 1) {
      for (const d of inOrder(this.#scenes[i]!.drafts)) if (i > index || d.first >= at) yield d;
    }
  }

  /**
   * Parties by how present they are at a place, best first: near and frequent ones before far and rare ones.
   * `near` counts a party once a sentence and forgets fast: whose matter it is just here.
   * States read as places count little, since talks "in Bern" do not make the Swiss a side.
   */
  salient(index: number, at: number, reach: 'near' | 'wide' = 'wide'): Candidate[] {
    const scores = new Map<string, { score: number; draft: Draft; seen: number; last: number }>();
    const add = (d: Draft, weight: number): void => {
      if (!isParty(d)) return;
      for (const code of d.codes) {
        const old = scores.get(code);
        const again = reach === 'near' && old?.seen === d.sentence;
        // Of the sentence just before it is told what it was mainly about, whatever was named last in it.
        const close = index - d.sentence <= 1;
        const more = again ? (close ? Math.max(0, weight - old.last) : 0) : weight;
        scores.set(code, {
          score: (old?.score ?? 0) + more,
          draft: old?.draft ?? d,
          seen: d.sentence,
          last: again ? Math.max(weight, old.last) : weight,
        });
      }
    };
    for (const d of this.before(index, at)) add(d, this.#weight(d) * fading(index - d.sentence, reach));
    if (scores.size < 2) for (const d of this.after(index, at)) add(d, 0.4 * this.#weight(d));
    return [...scores]
      .map(([code, s]) => ({
        code,
        draft: s.draft,
        score: s.score + 0.25 * Math.sqrt(Math.min(9, this.#total.get(code) ?? 0)),
      }))
      .sort((a, b) => b.score - a.score);
  }

  #weight(d: Draft): number {
    const topic = isMainSubject(this.scene(d), d) ? 1.5 : 1;
    const body = d.kind === 'organisation' ? 0.6 : 1;
    return (topic * (d.reading === 'place' ? 0.1 : 1) * body) / Math.sqrt(d.codes.length);
  }

  /** True where one of them brokers, hosts or carries messages. */
  hasHelper(codes: readonly string[]): boolean {
    return codes.some((c) => this.#helpers.has(c));
  }

  sceneAt(index: number): Scene | undefined {
    return this.#scenes[index];
  }

  scene(d: Draft): Scene {
    return this.#scenes[d.sentence]!;
  }

  /** False where the sentences came without a parse. */
  get hasTree(): boolean {
    return this.#scenes.some((s) => s.tokens.some((t) => t.rel === 'nsubj'));
  }

  /** The party most present and most named together with `code`. */
  partner(code: string, index: number, at: number): Candidate | null {
    let best: Candidate | null = null;
    let top = -1;
    for (const c of this.salient(index, at)) {
      if (c.code === code) continue;
      const helper = this.#helpers.has(c.code) ? 1 : 0;
      const score = c.score + 0.8 * Math.sqrt(this.#together.get(`${code} ${c.code}`) ?? 0) - helper;
      if (score > top) {
        top = score;
        best = c;
      }
    }
    return best;
  }

  /** A leader of an opposition or an alliance speaks for no country. */
  #isState(c: Candidate): boolean {
    return c.draft.kind !== 'organisation' && ofStates(this.scene(c.draft), [c.code]);
  }

  /** The two that are most present and most named together; helpers only where nobody else is there. */
  pair(index: number, at: number, statesOnly: boolean, without: ReadonlySet<string>): Candidate[] {
    const all = this.salient(index, at).filter((c) => !without.has(c.code) && (!statesOnly || this.#isState(c)));
    const sides = all.filter((c) => !this.#helpers.has(c.code));
    const pool = (sides.length >= 2 ? sides : all).slice(0, 8);
    let best: Candidate[] = [];
    let top = -1;
    for (const [i, a] of pool.entries()) {
      for (const b of pool.slice(i + 1)) {
        const score = a.score + b.score + 0.8 * Math.sqrt(this.#together.get(`${a.code} ${b.code}`) ?? 0);
        if (score <= top) continue;
        top = score;
        best = [a, b];
      }
    }
    return best;
  }
}

function fading(distance: number, reach: 'near' | 'wide'): number {
  return reach === 'near' ? 0.5 ** distance : 1 / (1 + 0.6 * distance);
}

function inOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort((a, b) => a.first - b.first);
}

/** Only commas and "and" stand between the two, and both are persons or both are bodies. */
function joins(scene: Scene, a: Draft, b: Draft): boolean {
  if (b.first - a.last > 3 || b.first <= a.last || (a.kind === 'person') !== (b.kind === 'person')) return false;
  let linked = false;
  for (let t = a.last; t < b.first; t += 1) {
    const word = lower(scene, t);
    if (!/^(?:and|,|&|the|\/|-|–)$/.test(word)) return false;
    linked ||= word !== 'the';
  }
  return linked;
}

/** A mere comma joins in headlines ("Bangkok, Phnom Penh agree"); elsewhere a list ends with "and". */
function isList(scene: Scene, members: readonly Draft[]): boolean {
  if (members.length < 2 || scene.titled || scene.index === 0) return true;
  for (let t = members[0]!.last; t < members.at(-1)!.first; t += 1) {
    if (/^(?:and|&|-|\/|–)$/.test(lower(scene, t))) return true;
  }
  return false;
}

/** "hosted by Malaysia", "Qatar-mediated", "Qatar mediated": a helper. */
function helps(scene: Scene, d: Draft): boolean {
  const behind = lower(scene, d.last) === '-' ? lower(scene, d.last + 1) : lower(scene, d.last);
  if (HELPS.test(behind)) return true;
  for (let t = d.last; t < d.last + 6; t += 1) {
    if (/^(?:mediat|broker)/.test(lower(scene, t)) && lower(scene, t - 1) === 'to') return true;
  }
  if (lower(scene, d.first - 1) !== 'by') return false;
  // "hosted by", "hosted in Bern by".
  return [2, 3, 4].some(
    (n) => HELPS.test(lower(scene, d.first - n)) && (n === 2 || /^(?:in|at)$/.test(lower(scene, d.first - n + 1))),
  );
}

/** Whether a draft can be one side of a dealing. */
export function isParty(d: Draft): boolean {
  return d.codes.length > 0 && d.use !== 'national' && !d.partial;
}

/** Whether codes stand for states; one that the tables do not know may be one. */
export function ofStates(scene: Scene, codes: readonly string[]): boolean {
  return codes.every((code) => (scene.tables.actors.get(code)?.kind ?? 'state') === 'state');
}
