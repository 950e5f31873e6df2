/** A page after the decision what is body: its parts with their facts, and where the body lies. */
import type { Part } from './inline.ts';
import type { LineFacts } from './line-facts.ts';
import type { PageFacts } from './page-facts.ts';

/** One part of the page with all that was found out about it. */
export interface WeighedPart {
  readonly part: Part;
  /** Facts of the line; null for what was set aside before the weighing (scripts, lines the page repeats over and over). */
  readonly facts: LineFacts | null;
  /** Place among the weighed lines, -1 for what was set aside. */
  readonly index: number;
  readonly body: boolean;
  /** Chance to be body. */
  readonly chance: number;
}

export interface WeighedPage {
  readonly parts: readonly WeighedPart[];
  readonly facts: PageFacts;
  /** Places of the first and last body part in `parts`; -1 and -1 without a body. */
  readonly first: number;
  readonly last: number;
}

/** Part of the page that stands above (before), inside or below (after) the body. */
export function sideOf(page: WeighedPage, at: number): 'above' | 'inside' | 'below' {
  if (page.first < 0 || at < page.first) return 'above';
  return at > page.last ? 'below' : 'inside';
}
