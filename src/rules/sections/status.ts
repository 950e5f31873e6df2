/** Words that tell how real a content is: modals, intent, doubt, negation, refusal. */
import { z } from 'zod';
import { section } from '../section.ts';

export const status = section({
  folder: 'lang/en/status',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
