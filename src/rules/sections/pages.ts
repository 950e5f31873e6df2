/** What pages say around an article: navigation, teasers, agencies, outlets, month names in stamps. */
import { z } from 'zod';
import { section } from '../section.ts';

export const pages = section({
  folder: 'pages',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
  }),
});
