/** Words for offices, organs, missions and references to actors, in one language. */
import { z } from 'zod';
import { section } from '../section.ts';

export const offices = section({
  folder: 'lang/en/offices',
  schema: z.strictObject({
    why: z.string(),
  }),
});
