/** What relations a word cannot have. In: the scores of a sentence's relations. Out: the same with the impossible ones barred. */
import type { Lexicon } from '../lexicon.ts';

/** The open choice of relations in one sentence: `scores[word * stride + label]`. */
export interface OpenChoice {
  readonly forms: readonly string[];
  /** Head of each word, -1 for the root. */
  readonly heads: Int16Array;
  readonly labels: readonly string[];
  readonly scores: Float32Array;
  readonly stride: number;
}

/** Bars relations by setting their scores to minus infinity. */
export type Restrict = (choice: OpenChoice) => void;

/** At most one of each group under one head: a verb has one subject and one object. `nsubj:outer` may stand beside. */
const ALONE: readonly (readonly string[])[] = [
  ['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'],
  ['obj'],
  ['iobj'],
  ['cop'],
];

/** Relations a bare day cannot have. */
const NO_DAY: readonly string[] = ['obj', 'iobj', 'flat', 'xcomp', 'ccomp', 'nsubj:pass'];

/**
 * The rules of English: a day is never an object, a verb has one subject.
 *
 * @example
 * englishRelations(lexicon)(choice); // bars `obj` of Friday in "told reporters Friday"
 */
export function englishRelations(lexicon: Lexicon): Restrict {
  const days = new Set(lexicon.lists.get('weekdays') ?? []);
  return (choice) => {
    barDays(choice, days);
    for (const group of ALONE) keepOne(choice, group);
  };
}

function bar(choice: OpenChoice, word: number, labels: readonly string[]): void {
  for (const label of labels) {
    const at = choice.labels.indexOf(label);
    if (at >= 0) choice.scores[word * choice.stride + at] = Number.NEGATIVE_INFINITY;
  }
}

/** Why: a day with no preposition before it says when ("said Friday"), whatever the verb could take as object. */
function barDays(choice: OpenChoice, days: ReadonlySet<string>): void {
  choice.forms.forEach((form, i) => {
    if (days.has(form)) bar(choice, i, NO_DAY);
  });
}

/** Of the words that would all be the subject (or object) of one head, the surest stays. */
function keepOne(choice: OpenChoice, group: readonly string[]): void {
  const inGroup = new Set(group.map((label) => choice.labels.indexOf(label)));
  const surest = new Map<number, { word: number; lead: number }>();
  for (let i = 0; i < choice.forms.length; i += 1) {
    const head = choice.heads[i]!;
    const lead = head < 0 ? -1 : leadOf(choice, i, inGroup);
    if (lead <= 0) continue;
    const other = surest.get(head);
    if (other === undefined || lead > other.lead) surest.set(head, { word: i, lead });
    if (other !== undefined) bar(choice, lead > other.lead ? other.word : i, group);
  }
}

/** How far the best label of the group is ahead of the best other one; not above 0 where it does not lead. */
function leadOf(choice: OpenChoice, word: number, inGroup: ReadonlySet<number>): number {
  let best = Number.NEGATIVE_INFINITY;
  let other = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < choice.labels.length; label += 1) {
    const score = choice.scores[word * choice.stride + label]!;
    if (inGroup.has(label)) best = Math.max(best, score);
    else other = Math.max(other, score);
  }
  return best - other;
}
