/** Words for offices, organs, missions, nationals and references to actors, in one language. */
import { z } from 'zod';
import { section } from '../section.ts';

/** What a group of words is for; `docs/reference/actors.md` tells how each is read. */
const USES = [
  'official',
  'organ',
  'mission',
  'force',
  'national',
  'group',
  'modifier',
  'tense',
  'honorific',
  'particle',
  'partial',
  'function',
  'reference',
  'clash',
  'clash-context',
  'place-noun',
  'place-cue',
  'verb',
  'month',
  'kin',
  'given-name',
  'land',
] as const;

const group = z.strictObject({
  id: z.string(),
  use: z.enum(USES),
  /** Why the group exists and how it is told apart from its neighbours. */
  why: z.string(),
  /** Words and phrases in lower case, plural forms written out; names as they are written. */
  words: z.array(z.string()).min(1),
  /** The organ such a person or body belongs to. */
  organ: z.string().optional(),
  /** The actor meant where the text names no other ("secretary of state" is American). */
  code: z.string().optional(),
  /** The actor that most likely has it where the report names no other by word or context ("foreign secretary"). */
  usual: z.string().optional(),
  /** For references: what they point at; for the rest a finer sort read by the code. */
  means: z.string().optional(),
  /** For clashes: words that must stand before or after for the clash to hold; without both it always holds. */
  before: z.array(z.string()).optional(),
  after: z.array(z.string()).optional(),
  examples: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
});

export const offices = section({
  folder: 'lang/en/offices',
  schema: z.strictObject({
    why: z.string(),
    groups: z.array(group).min(1),
  }),
  check: (files) => {
    const seen = new Map<string, string>();
    return files.flatMap((f) =>
      f.content.groups.flatMap((g, n) => {
        const place = `${f.path}:${f.lineOf('groups', n)}`;
        const before = seen.get(g.id);
        seen.set(g.id, place);
        return before === undefined
          ? []
          : [{ place, message: `id ${g.id} is taken at ${before}`, remedy: 'Give the group an id of its own.' }];
      }),
    );
  },
});
