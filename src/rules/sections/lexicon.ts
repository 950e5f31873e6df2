/** Abbreviations, word forms and lemma exceptions. The language stage reads them by itself, so that it works alone. */
import { z } from 'zod';
import { section } from '../section.ts';

const entry = z.strictObject({
  /** `lang/en/lexicon/<group>/<name>` */
  id: z.string(),
  why: z.string(),
  words: z.array(z.string()),
  examples: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
});

export const lexicon = section({
  folder: 'lang/en/lexicon',
  schema: z.array(entry).transform((entries) => ({ entries })),
});
