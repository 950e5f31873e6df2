/** Words and patterns of dates, durations and sets of times, in the order in which files and rules stand. */
import { z } from 'zod';
import { type RuleFault, type RuleFile, section } from '../section.ts';

const scalar = z.union([z.string(), z.number()]);

const words = z.strictObject({
  /** Name by which patterns call the words; in capitals. */
  class: z.string().regex(/^[A-Z][A-Z0-9]*$/),
  why: z.string(),
  /** Only where the word begins with a capital: months and weekdays. */
  cased: z.boolean().optional(),
  /** Word in lower case, and what it stands for. */
  values: z.record(z.string(), scalar),
  /** Those of them that may carry a full stop. */
  abbreviations: z.array(z.string()).optional(),
});

/** What a time is before it is resolved; `$name` stands for what the pattern captured. */
const gives = z
  .object({
    as: z.enum([
      'date',
      'weekday',
      'unit',
      'offset',
      'quarter',
      'half',
      'season',
      'decade',
      'century',
      'holiday',
      'duration',
      'set',
      'reference',
      'clock',
      'daypart',
      'part',
      'within',
      'join',
      'range',
      'ordinal',
      'edge',
      'year-ago',
      'period',
      'none',
    ]),
  })
  .catchall(z.union([scalar, z.boolean(), z.record(z.string(), z.union([scalar, z.boolean()]))]));

const neighbours = z.array(z.string()).min(1).optional();

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  why: z.string(),
  /** 1: over words (the default). 2: over words and the times found so far: "early @period". 3: ranges of them. */
  pass: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  match: z.union([z.string(), z.array(z.string()).min(1)]),
  gives,
  /** Words, classes or signs (`^start`, `^plural` ...) that must, or must not, stand just before or after. */
  after: neighbours,
  notAfter: neighbours,
  before: neighbours,
  notBefore: neighbours,
  /** Only in background prose, told from its own dates. */
  only: z.enum(['narrative', 'news']).optional(),
  /** Sentences with the mention in brackets and its TIMEX3 value: `met on [3 March 2021 = 2021-03-03]`. */
  examples: z.array(z.string()).min(1),
  /** Sentences in which the rule must find nothing. */
  not: z.array(z.string()).optional(),
  /** Day of publication of the examples, where the usual one (Friday 28 February 2025) does not do. */
  published: z.string().optional(),
});

const signal = z.strictObject({
  signal: z.enum([
    'on',
    'by',
    'until',
    'before',
    'since',
    'from',
    'after',
    'within',
    'for',
    'during',
    'as-of',
    'starting',
  ]),
  why: z.string(),
  /** Phrases that stand right before the time. */
  phrases: z.array(z.string()).min(1),
  examples: z.array(z.string()).min(1),
});

const tense = z.strictObject({
  why: z.string(),
  tense: z.enum(['past', 'future', 'present', 'perfect', 'scheduled', 'none']),
  /** Words or phrases that show the tense where no parser has tagged the sentence. */
  phrases: z.array(z.string()).min(1),
});

export const dates = section({
  folder: 'lang/en/dates',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
    words: z.array(words).optional(),
    rules: z.array(rule).optional(),
    signals: z.array(signal).optional(),
    tenses: z.array(tense).optional(),
  }),
  check: (files) => duplicates(files),
});

/** A rule id names one rule in all files. */
function duplicates(files: readonly RuleFile<{ rules?: { id: string }[] | undefined }>[]): RuleFault[] {
  const seen = new Map<string, string>();
  return files.flatMap((f) =>
    (f.content.rules ?? []).flatMap((r, i) => {
      const before = seen.get(r.id);
      seen.set(r.id, f.path);
      if (before === undefined) return [];
      const place = `${f.path}:${f.lineOf('rules', i, 'id')}`;
      return [{ place, message: `rule "${r.id}" stands already in ${before}`, remedy: 'Give it another id.' }];
    }),
  );
}
