/** Words that tell how real a content is: modals, intent, doubt, negation, refusal. */
import { z } from 'zod';
import { STATUSES } from '../../model/claim.ts';
import { section } from '../section.ts';

const cue = z.strictObject({
  id: z.string(),
  why: z.string(),
  /** Lemmas; "no longer" and the like as they stand. */
  words: z.array(z.string()).min(1),
  /**
   * `auxiliary` beside the verb; `head` a verb, adjective or noun that governs it ("expected to", "plan to"); `adverb` anywhere
   * in the clause; `mark` a conjunction that opens a clause; `determiner` on the event or its object; `proviso` a phrase as
   * printed that makes what is not yet done depend on another thing ("in exchange for").
   */
  as: z.enum(['auxiliary', 'head', 'adverb', 'mark', 'determiner', 'carrier', 'proviso']),
  /** Effect on what stands under it. `none` marks words that change nothing (began to, managed to). */
  effect: z.enum([...STATUSES, 'negated', 'none', 'purpose', 'future', 'settled']),
});

export const status = section({
  folder: 'lang/en/status',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
    cues: z.array(cue).min(1),
  }),
});
