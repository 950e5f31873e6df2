/** Matters between parties and the words that name them. */
import { z } from 'zod';
import { section } from '../section.ts';

export const tracks = section({
  folder: 'tracks',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
