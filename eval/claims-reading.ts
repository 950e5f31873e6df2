/** Reads a text for tests and evaluations of claims: the whole chain of stages over a given body, without the page stage. */
import { loadReader } from '../src/load-reader.ts';
import type { Block, Reading, Report } from '../src/model/index.ts';

export const { rules, read, parser } = await loadReader();

export interface TextToRead {
  /** Body; paragraphs are separated by a blank line. */
  readonly body: string;
  readonly headline?: string;
  readonly caption?: string;
  readonly published?: string;
}

/** A reading of a text as if it were a page of one headline, one body and perhaps a caption. */
export function readClaims({ body, headline, caption, published = '2021-03-10' }: TextToRead): Reading {
  const parts: readonly (readonly [Block['kind'], string | undefined])[] = [
    ['headline', headline],
    ['caption', caption],
    ['body', body],
  ];
  const blocks: Block[] = [];
  let text = '';
  for (const [kind, part] of parts) {
    if (part === undefined) continue;
    blocks.push({ kind, start: text.length, end: text.length + part.length });
    text += `${part}\n\n`;
  }
  const day = { edtf: published, earliest: published, latest: published, grain: 'day', reason: 'given' } as const;
  const report: Report = {
    id: 'r000000000000000000000000',
    source: 'given.txt',
    format: 'text',
    text,
    blocks,
    headline: headline ?? null,
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: { ...day, basis: 'stated' },
    language: 'en',
  };
  return read(report);
}

/** `CLASS ACTORS>COUNTERPARTS status`, as the examples of frames write it. */
export function shown(claim: Reading['claims'][number]): string {
  const others = claim.counterparts.length > 0 ? `>${claim.counterparts.join('+')}` : '';
  return `${claim.plover ?? 'none'} ${claim.actors.join('+')}${others} ${claim.status}`;
}
