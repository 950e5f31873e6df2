/** Abbreviations and lemma exceptions. */
import { z } from 'zod';
import { section } from '../section.ts';

export const lexicon = section({
  folder: 'lang/en/lexicon',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
