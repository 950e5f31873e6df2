/** Words and patterns of dates, durations and sets of times. */
import { z } from 'zod';
import { section } from '../section.ts';

export const dates = section({
  folder: 'lang/en/dates',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
