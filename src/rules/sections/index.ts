/** All sections of `data/`, by the name under which rules carry them. */
import type { z } from 'zod';
import { actors } from './actors.ts';
import { claims } from './claims.ts';
import { dates } from './dates.ts';
import { lexicon } from './lexicon.ts';
import { offices } from './offices.ts';
import { pages } from './pages.ts';
import { speech } from './speech.ts';
import { status } from './status.ts';
import { tracks } from './tracks.ts';

export const sections = { actors, claims, dates, lexicon, offices, pages, speech, status, tracks } as const;

export type SectionName = keyof typeof sections;

/** One file of a section, by its file name without ending (`AFG`, `expulsion`). */
export type Entry<N extends SectionName> = { readonly file: string } & z.output<(typeof sections)[N]['schema']>;
