/** Matters between parties and the words that name them. */
import { z } from 'zod';
import { section } from '../section.ts';

export const tracks = section({
  folder: 'tracks',
  schema: z.strictObject({
    /** Stands on every claim: `mission-staffing`. */
    id: z.string(),
    /** What the matter is, in one sentence. */
    why: z.string(),
    /** As shown to people. */
    label: z.string(),
    /** Words and phrases of lemmas that name the matter beyond doubt: "exequatur", "travel ban". */
    strong: z.array(z.string()).optional(),
    /** Words that point to it among others. */
    words: z.array(z.string()).optional(),
    /** Verbs that point to it: "extradite"; the other lists leave out words that stand as verbs, phrases apart. */
    verbs: z.array(z.string()).optional(),
    /** Phrases in which such a word means something else: "press release". */
    not: z.array(z.string()).optional(),
    /** Counts only in reports that name one of these: "account" is a mission's only where a mission is spoken of. */
    needs: z.array(z.string()).optional(),
    /** PLOVER classes of claims that lean to it: ASSAULT to security. */
    classes: z.array(z.string()).optional(),
    examples: z.array(z.string()).optional(),
  }),
});
