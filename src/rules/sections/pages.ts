/** What pages say around an article: cues of furniture, agencies, desks, month names in stamps, function words. */
import { z } from 'zod';
import { section } from '../section.ts';

/**
 * What a cue tells about the line it stands in. The first group names reasons to drop; the second is part of the page's
 * facts; `read-more` introduces a teaser on the same line, `list-head` opens a list of teasers, below `resumes` the report
 * goes on.
 */
export const CUE_SIGNS = [
  'navigation',
  'read-more',
  'list-head',
  'promotion',
  'advertisement',
  'comments',
  'legal',
  'share',
  'media',
  'widget',
  'ago',
  'tags',
  'page-stamp',
  'photo-credit',
  'byline',
  'published',
  'updated',
  'syndicated',
  'correction',
  'about',
  'resumes',
  'speech',
] as const;

/**
 * One phrase in lower case. `^` ties it to the start of the line, `$` to its end; `#` stands for a word with a digit in
 * it, `*` for any one word. Punctuation between words is not compared, except `©`, `|` and `»`.
 */
const phrase = z.string().regex(/^\^?[^^$]+\$?$/, 'words, with ^ only at the start and $ only at the end');

const common = {
  /** Why the file exists, in one sentence. */
  why: z.string(),
};

export const pages = section({
  folder: 'pages',
  schema: z.discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('cues'),
      sign: z.enum(CUE_SIGNS),
      /** Longer lines (in words) do not carry the sign, whatever they begin with. */
      upTo: z.number().int().positive().optional(),
      phrases: z.array(phrase).min(1),
      /** Lines that must carry the sign, and lines that must not. */
      examples: z.array(z.string()).min(1),
      not: z.array(z.string()).optional(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('agencies'),
      agencies: z
        .array(
          z.strictObject({
            /** The short name that goes into the report: AP, Reuters. */
            id: z.string(),
            names: z.array(z.string()),
            /** Written forms too short or too common to count anywhere but in a credit: AP, PA, EFE. */
            codes: z.array(z.string()).optional(),
          }),
        )
        .min(1),
      /** Endings that make an unknown name an agency: "Press Agency", "News Agency", "Bureau Service". */
      suffixes: z.array(z.string()),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('desks'),
      /** Words of bylines that name no person: staff, desk, bureau, newsroom. */
      words: z.array(z.string()).min(1),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('outlets'),
      /** Words that newspapers and broadcasters have in their names: Times, Herald, Post. */
      words: z.array(z.string()).min(1),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('calendar'),
      /** ISO 639-1. */
      language: z.string(),
      /** Twelve lists of written forms, January first. */
      months: z.array(z.array(z.string())).length(12),
      weekdays: z.array(z.string()),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('zones'),
      /** Abbreviation as printed to offset (`IST: "+05:30"`); ambiguous ones name the reading the press uses most. */
      zones: z.record(z.string(), z.string().regex(/^[+-]\d\d:\d\d$/)),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('function-words'),
      language: z.string(),
      words: z.array(z.string()).min(1),
    }),
  ]),
});
