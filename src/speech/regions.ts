/** Questions about a stretch of a line: has it words, are they quoted, where does it end. */
import { isComma, isDash, isWord, type Line, type Region } from './line.ts';

export function endsInQuotation(line: Line, region: Region): boolean {
  for (let i = region.end - 1; i >= region.start; i -= 1) if (isWord(line, i)) return line.quotation[i]! >= 0;
  return false;
}

/** All words of the stretch lie in quotations. */
export function allQuoted(line: Line, region: Region): boolean {
  let words = 0;
  for (let i = region.start; i < region.end; i += 1) {
    if (!isWord(line, i)) continue;
    if (line.quotation[i]! < 0) return false;
    words += 1;
  }
  return words > 0;
}

export function hasWord(line: Line, region: Region): boolean {
  for (let i = region.start; i < region.end; i += 1) if (isWord(line, i)) return true;
  return false;
}

/** From `start` to the end of its clause: a semicolon outside quotations or the full stop. */
export function regionTo(line: Line, start: number): Region {
  let end = line.tokens.length;
  let from = start;
  while (from < end && (isComma(line, from) || line.low[from] === ':' || isDash(line, from))) from += 1;
  for (let i = from; i < end; i += 1) {
    if (line.low[i] === ';' && line.quotation[i]! < 0 && !/^(?:\(|that|and)$/.test(line.low[i + 1] ?? '')) end = i;
  }
  while (end > from && /^[.;]$/.test(line.low[end - 1]!)) end -= 1;
  return { start: from, end };
}

export function untilComma(line: Line, region: Region): Region {
  let end = region.start;
  while (end < region.end && !isComma(line, end)) end += 1;
  return { start: region.start, end };
}

export function hasQuoted(line: Line, region: Region): boolean {
  for (let i = region.start; i < region.end; i += 1) if (line.quotation[i]! >= 0) return true;
  return false;
}
