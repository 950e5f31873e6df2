/** The knowledge in `data/` as stages see it: plain, frozen, versioned. */
import type { Entry, SectionName } from './sections/index.ts';

/** All rules, by section; within a section in the order of file names. */
export type Rules = { readonly [N in SectionName]: readonly Entry<N>[] } & {
  /** Hash over the content of `data/`: written on every claim and entry. */
  readonly version: string;
};
