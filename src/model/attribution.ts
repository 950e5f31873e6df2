/** Whose word a stretch of a report is. In: the utterances of the report and a span. Out: the chain, from the speaker outwards. */
import { overlaps, type Span } from './span.ts';
import type { AttributionLink, Quoted, Utterance } from './speech.ts';

export interface Attribution {
  /** From the speaker outwards; the narrator alone where nobody is named. */
  readonly chain: readonly [AttributionLink, ...AttributionLink[]];
  readonly quoted: Quoted;
  /** The innermost utterance that says it; null where the reporter tells it. */
  readonly utterance: Utterance | null;
}

/** The reporter, as a link of a chain. */
export const NARRATOR: AttributionLink = { link: 'narrator', name: null, role: null, state: null };

/** A span is somebody's word where at least this share of it lies in what is said. */
const SHARE = 0.5;
/** Of the reporting words themselves less is enough: "Libya said on Friday in answer to …". */
const CUE_SHARE = 0.3;

/**
 * Whose word the text at `span` is: the innermost utterance that says most of it, or the utterance whose own
 * reporting words it covers ("Libya called for talks"), or the narrator.
 *
 * @example
 * attributionOf(reading.utterances, claim.trigger).chain[0].state; // "LTU"
 */
export function attributionOf(utterances: readonly Utterance[], span: Span): Attribution {
  const utterance = saying(utterances, span) ?? innermost(utterances, span, { measure: inWhole, share: CUE_SHARE });
  if (utterance === null) return { chain: [NARRATOR], quoted: 'none', utterance: null };
  return { chain: utterance.chain, quoted: utterance.quoted, utterance };
}

/** The innermost utterance that says most of `span`; null where it is nobody's reported word, its own reporting words included. */
export function saying(utterances: readonly Utterance[], span: Span): Utterance | null {
  return innermost(utterances, span, { measure: inContent, share: SHARE });
}

type Measure = (utterance: Utterance, span: Span) => number;

/** Of all utterances that cover enough of the span, the one that says least else. */
function innermost(
  utterances: readonly Utterance[],
  span: Span,
  how: { measure: Measure; share: number },
): Utterance | null {
  const length = Math.max(1, span.end - span.start);
  let best: Utterance | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const utterance of utterances) {
    if (utterance.content.length === 0 || how.measure(utterance, span) < how.share * length) continue;
    const said = utterance.content.reduce((sum, c) => sum + c.end - c.start, 0);
    if (said < size) {
      best = utterance;
      size = said;
    }
  }
  return best;
}

function inContent(utterance: Utterance, span: Span): number {
  return utterance.content.reduce((sum, c) => sum + shared(c, span), 0);
}

function inWhole(utterance: Utterance, span: Span): number {
  return inContent(utterance, span) + shared(utterance.source, span);
}

function shared(a: Span, b: Span): number {
  return overlaps(a, b) ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0;
}
