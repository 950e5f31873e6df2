/** Claim frames: what triggers them, how their roles are filled, what they mean. */
import { z } from 'zod';
import { section } from '../section.ts';

export const claims = section({
  folder: 'claims',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
