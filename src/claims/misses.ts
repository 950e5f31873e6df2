/** Sentences that name two sides and a verb of dealing and gave no claim: where the frames still have a hole. */
import type { Reading } from '../model/index.ts';
import { canAct } from './parties.ts';
import { isVerb } from './tree.ts';

/** A sentence that gave no claim, with why it was expected to. */
export interface Miss {
  readonly text: string;
  /** Codes of the sides it names. */
  readonly parties: readonly string[];
  /** Lemmas of its verbs, the main one first. */
  readonly verbs: readonly string[];
  /** Higher: more like a dealing. */
  readonly weight: number;
}

/** Verbs that only report or link: they alone are no dealing. */
const PLAIN: ReadonlySet<string> = new Set(
  'be have do say tell add note think know see seem become remain go come get make take include show mean'.split(' '),
);

/**
 * Misses of one reading, the weightiest first.
 *
 * @example missesOf(reading)[0].verbs[0] // 'shadow'
 */
export function missesOf(reading: Reading): Miss[] {
  const told = new Set<number>();
  for (const claim of reading.claims) for (const e of claim.evidence) told.add(e.start);
  return reading.sentences
    .flatMap((sentence, index) => {
      const kind = reading.report.blocks[sentence.block]?.kind;
      if (kind === 'caption' || told.has(sentence.start)) return [];
      const mentions = reading.actors.filter((m) => m.sentence === index && canAct(m) && m.reading === 'actor');
      const parties = [...new Set(mentions.flatMap((m) => m.codes))];
      const verbs = sentence.tokens.filter((t) => isVerb(t) && !PLAIN.has(t.lemma.toLowerCase()));
      if (parties.length < 2 || verbs.length === 0) return [];
      const root = sentence.tokens.find((t) => t.head < 0);
      const ordered = [...verbs].sort((a, b) => Number(b === root) - Number(a === root));
      const subjects = mentions.filter((m) => sentence.tokens[m.head]?.rel.startsWith('nsubj')).length;
      return [
        {
          text: reading.report.text.slice(sentence.start, sentence.end),
          parties,
          verbs: ordered.map((t) => t.lemma.toLowerCase()),
          weight: subjects * 2 + parties.length + (root && isVerb(root) && !PLAIN.has(root.lemma) ? 1 : 0),
        },
      ];
    })
    .sort((a, b) => b.weight - a.weight);
}
