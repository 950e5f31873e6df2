/** Agencies, papers and stations in a phrase, by name or by noun. In: a phrase. Out: a link or null. */

import type { AttributionLink } from '../model/speech.ts';
import { isTime, type Line, type Region, textOf } from './line.ts';
import type { Voice } from './phrase.ts';
import { lastOf, nounsIn, type Phrase, trimArticle } from './phrase.ts';
import { stateOf } from './state-of.ts';

/** An agency, a paper or a station, by name or by noun. */
export function mediaIn(phrase: Phrase): Voice | null {
  const { line, core, all } = phrase;
  const name = mediaName(line, all.start, phrase.beside?.start ?? all.end);
  const noun = Math.max(lastOf(phrase, all, 'outlet'), agencyNoun(phrase));
  if (name === null && (noun < 0 || noun >= all.end)) return null;
  if (name === null && !headsMedia(line, noun, core.end)) return null;
  const agency = name?.agency ?? agencyNoun(phrase) >= 0;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const printed = name?.text ?? textOf(line, trimTime(line, trimArticle(line, core)));
  const link: AttributionLink = {
    link: agency ? 'agency' : 'outlet',
    name: printed,
    role: name === null || noun < 0 ? null : line.low[noun]!,
    state,
  };
  return { links: [link], mention: null, kind: 'media', nouns: nounsIn(phrase), plural: false, surname: null };
}

/** The noun ends the phrase, or only the outlet's own name follows: "the daily Sawt Al-Mogran", not "the press unit". */
function headsMedia(line: Line, noun: number, end: number): boolean {
  for (let i = noun + 1; i < end; i += 1)
    if (!/^\p{Lu}|^[-’']/u.test(line.tokens[i]!.text) && !isTime(line, i)) return false;
  return noun + 1 >= end || isTime(line, noun + 1) || !/^(?:press|media|news)$/.test(line.low[noun]!);
}

function trimTime(line: Line, region: Region): Region {
  let { end } = region;
  while (end > region.start + 1 && isTime(line, end - 1)) end -= 1;
  return { start: region.start, end };
}

function agencyNoun(phrase: Phrase): number {
  const { line, all } = phrase;
  for (let i = all.start; i < all.end; i += 1) {
    if (!/^(?:agency|agencies|service|newswire)$/.test(line.low[i]!)) continue;
    if (
      /^(?:news|press|wire|information)$/.test(line.low[i - 1] ?? '') ||
      (i > all.start && line.lexicon.has('agency-name', line.tokens[i - 1]!.text))
    )
      return i;
  }
  return -1;
}

/** The name of an agency or outlet between two tokens: at most four words. */
export function mediaName(
  line: Line,
  start: number,
  end: number,
): { readonly text: string; readonly agency: boolean; readonly region: Region } | null {
  for (let i = start; i < end; i += 1) {
    for (let k = Math.min(end, i + 4); k > i; k -= 1) {
      const text = textOf(line, { start: i, end: k });
      const agency = line.lexicon.has('agency-name', text);
      if (agency || line.lexicon.has('outlet-name', text)) return { text, agency, region: { start: i, end: k } };
    }
  }
  return null;
}
