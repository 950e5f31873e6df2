/** Reporting verbs, nouns and frames, and the words for unnamed sources. */
import { z } from 'zod';
import { section } from '../section.ts';

export const speech = section({
  folder: 'lang/en/speech',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
