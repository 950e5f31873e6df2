/** What a report tells as a whole: its trees, who speaks where, which parties it is about, which matter. */
import type { ActorCode, ActorMention, Analysed, DateMention, MeaningOf, Report, Utterance } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { canAct } from './parties.ts';
import { type Matters, mattersOf } from './report-matters.ts';
import { type Tree, treeOf } from './tree.ts';

export type ClaimInput = Analysed<'sentences' | 'dates' | 'actors' | 'people' | 'utterances'>;

export interface ReportContext {
  readonly report: Report;
  readonly rules: Rules;
  readonly meaningOf: MeaningOf;
  readonly lexicon: Lexicon;
  /** One tree for each sentence of headline, deck and body; captions give no claims. */
  readonly trees: readonly Tree[];
  readonly utterances: readonly Utterance[];
  readonly actors: readonly ActorMention[];
  readonly datesOf: ReadonlyMap<number, readonly DateMention[]>;
  /** Parties by how often the report names them, most first; headline mentions count more. */
  readonly parties: readonly ActorCode[];
  readonly counts: ReadonlyMap<ActorCode, number>;
  readonly matters: Matters;
  /** Codes that stand for organisations, no states. */
  readonly organisations: ReadonlySet<ActorCode>;
  /** One or two sentences: no report to judge relevance by, so every dealing between named parties counts. */
  readonly short: boolean;
}

const SHORT_SENTENCES = 2;
const SHORT_LENGTH = 900;

export function contextOf(doc: ClaimInput, rules: Rules, meaningOf: MeaningOf): ReportContext {
  const { report } = doc;
  const bySentence = group(doc.actors, doc.sentences.length, (m) => m.sentence);
  const trees: Tree[] = [];
  doc.sentences.forEach((sentence, index) => {
    const kind = report.blocks[sentence.block]?.kind;
    if (kind === 'caption' || kind === 'dropped' || kind === 'provenance') return;
    const after = sentence.start + datelineLength(report.text.slice(sentence.start, sentence.end));
    const mentions = (bySentence[index] ?? []).filter((m) => m.start >= after);
    trees.push(treeOf(sentence, index, mentions, kind === 'headline' || kind === 'deck', after));
  });
  const counts = countParties(trees);
  return {
    report,
    rules,
    meaningOf,
    lexicon: lexiconOf(rules),
    trees,
    utterances: doc.utterances,
    actors: doc.actors,
    datesOf: datesBySentence(doc),
    parties: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code),
    counts,
    matters: mattersOf(rules, trees),
    organisations: organisationsOf(rules),
    short: trees.length <= SHORT_SENTENCES && report.text.length <= SHORT_LENGTH,
  };
}

const listed = new WeakMap<Rules, ReadonlySet<ActorCode>>();

function organisationsOf(rules: Rules): ReadonlySet<ActorCode> {
  const known = listed.get(rules);
  if (known) return known;
  const codes = new Set(rules.actors.filter((a) => a.kind === 'organisation').map((a) => a.code));
  listed.set(rules, codes);
  return codes;
}

const DATELINE =
  /^(?:[A-Z][\p{L}.'’]+(?:[ ,/]+[A-Z][\p{L}.'’]*){0,6}(?:,? \d{1,2})?(?: \d{4})?)?(?:,? ?\([A-Z][\w .:]{1,24}\))? ?(?:--?|—|–|_|:) {0,2}(?=\S)/u;
const DATELINE_MAX = 80;

/** Length of "GENEVA, May 3 (Reuters) -" at the start of a sentence: a place of filing, no party. */
export function datelineLength(text: string): number {
  const found = DATELINE.exec(text.slice(0, DATELINE_MAX))?.[0];
  if (!found) return 0;
  const letters = found.replace(/[^\p{L}]/gu, '');
  const shouted = /^[A-Z]{3,}/.test(found) || found.includes('(') || /--|—|–|_/.test(found);
  return letters.length > 2 && shouted ? found.length : 0;
}

function group<T>(items: readonly T[], size: number, at: (item: T) => number): T[][] {
  const out: T[][] = Array.from({ length: size }, () => []);
  for (const item of items) out[at(item)]?.push(item);
  return out;
}

function datesBySentence(doc: ClaimInput): Map<number, DateMention[]> {
  const out = new Map<number, DateMention[]>();
  let at = 0;
  const sorted = [...doc.dates].sort((a, b) => a.start - b.start);
  for (const date of sorted) {
    while (at < doc.sentences.length - 1 && doc.sentences[at]!.end <= date.start) at++;
    const list = out.get(at) ?? [];
    list.push(date);
    out.set(at, list);
  }
  return out;
}

function countParties(trees: readonly Tree[]): Map<ActorCode, number> {
  const counts = new Map<ActorCode, number>();
  for (const tree of trees) {
    for (const m of tree.actors) {
      if (m.partial || !canAct(m)) continue;
      for (const code of m.codes) counts.set(code, (counts.get(code) ?? 0) + (tree.headline ? 3 : 1));
    }
  }
  return counts;
}

/** The utterance whose reporting words stand at an offset. */
export function cueAt(ctx: ReportContext, offset: number): Utterance | null {
  return ctx.utterances.find((u) => u.cue.start <= offset && offset < u.cue.end) ?? null;
}

/** The mention that names who speaks, where one does. */
export function speakerOf(ctx: ReportContext, utterance: Utterance | null): ActorMention | undefined {
  return utterance === null || utterance.speaker === null ? undefined : ctx.actors[utterance.speaker];
}

/** The tree of a sentence by its index; none where it stands in a caption or a dropped block. */
export function treeAt(ctx: ReportContext, sentence: number): Tree | undefined {
  return ctx.trees.find((t) => t.index === sentence);
}

/** States and organisations of the speaker's side. */
export function speakerCodes(ctx: ReportContext, utterance: Utterance): readonly ActorCode[] {
  const mention = speakerOf(ctx, utterance);
  if (mention && mention.codes.length > 0) return mention.codes;
  const state = utterance.chain.find((link) => link.state !== null)?.state;
  return state ? [state] : [];
}

/** The other parties the reader has in mind at a sentence: those of the sentences just before, then the report's main ones. */
export function partiesNear(ctx: ReportContext, sentence: number, not: ReadonlySet<ActorCode>): ActorCode[] {
  const out: ActorCode[] = [];
  const main = new Set(ctx.parties.slice(0, 2));
  const before = ctx.trees.filter((t) => t.index <= sentence && t.index >= sentence - 2).reverse();
  for (const tree of before) {
    for (const m of tree.actors) {
      if (m.partial || !canAct(m)) continue;
      for (const code of m.codes) if (!not.has(code) && main.has(code) && !out.includes(code)) out.push(code);
    }
    if (out.length > 0) return out;
  }
  return ctx.parties.slice(0, 2).filter((code) => !not.has(code));
}
