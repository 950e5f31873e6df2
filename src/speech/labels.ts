/** Speakers set before or after their words with a colon or a dash: headlines and transcripts. In: a line. Out: label and content, or null. */
import { isDash, isFiniteVerb, isStop, isTime, isWord, type Line, type Region } from './line.ts';

export interface Label {
  readonly speaker: Region;
  readonly content: Region;
}

/** Longest label in words: "Deputy Prime Minister Ana Reyes". */
const LONGEST = 7;

/** "Lavrov: We never shut the door", "Ferries to sail on Monday – Ministry": the speaker of a headline. */
export function headlineLabel(line: Line): Label | null {
  const end = line.tokens.length;
  const colon = line.low.indexOf(':');
  if (colon > 0 && colon <= LONGEST && speaks(line, { start: 0, end: colon }, { start: colon + 1, end }))
    return { speaker: { start: 0, end: colon }, content: { start: colon + 1, end } };
  for (let i = end - 2; i > 2 && i >= end - LONGEST; i -= 1) {
    const speaker = { start: i + 1, end: isStop(line, end - 1) ? end - 1 : end };
    if ((line.low[i] === ':' || isDash(line, i)) && isOfficial(line, speaker))
      return { speaker, content: { start: 0, end: i } };
  }
  return null;
}

/** "MINISTER HALVORSEN: I will go.": a paragraph of a transcript that begins with who speaks. */
export function transcriptLabel(line: Line, isTranscript: boolean): Label | null {
  const colon = line.low.indexOf(':');
  const speaker = { start: 0, end: colon };
  if (colon < 1 || colon > LONGEST || colon + 1 >= line.tokens.length || !isPlainLabel(line, speaker)) return null;
  const person = line.mentions.some(
    (m) => m.mention.form === 'person' && m.mention.first < colon && m.mention.last === colon,
  );
  const noun = line.low.slice(0, colon).some((w) => line.lexicon.has('person', w));
  const shouted = isShouted(line, colon) && !isPlace(line, speaker) && (isTranscript || noun);
  if (!person && !shouted) return null;
  return { speaker, content: { start: colon + 1, end: line.tokens.length } };
}

/** "JOHN AMADI:": two words or more in capitals; a transcript has several such labels, "BREAKING NEWS:" stands alone. */
export function isShouted(line: Line, colon: number): boolean {
  const words = line.tokens.slice(0, Math.max(0, colon)).filter((_, i) => isWord(line, i));
  return words.length > 1 && words.length <= LONGEST && words.every((t) => !/\p{Ll}/u.test(t.text));
}

/** Before a colon: an office, a person, an organ or a seat of government, with words after it that say something. */
function speaks(line: Line, speaker: Region, content: Region): boolean {
  if (isOfficial(line, speaker)) return true;
  const seat = line.mentions.find((m) => m.mention.first === speaker.start && m.mention.last === speaker.end);
  if (seat === undefined || !['capital', 'metonym', 'person', 'name'].includes(seat.mention.form)) return false;
  if (seat.mention.form !== 'name') return true;
  for (let i = content.start; i < content.end; i += 1)
    if (isFiniteVerb(line, i) || line.quotation[i]! >= 0) return true;
  return false;
}

/** The stretch names a person or ends in a noun for an office or organ. */
function isOfficial(line: Line, region: Region): boolean {
  if (!isPlainLabel(line, region)) return false;
  const last = line.low[region.end - 1]!;
  const named = line.mentions.some(
    (m) =>
      ['person', 'office', 'organ'].includes(m.mention.form) &&
      m.mention.first >= region.start &&
      m.mention.last === region.end,
  );
  return (
    named || line.lexicon.has('person', last) || (line.lexicon.has('organ', last) && !line.lexicon.has('outlet', last))
  );
}

/** Short, without verb, preposition of time and list. */
function isPlainLabel(line: Line, region: Region): boolean {
  if (region.end <= region.start || region.end - region.start > LONGEST) return false;
  for (let i = region.start; i < region.end; i += 1)
    if (
      isFiniteVerb(line, i) ||
      line.quotation[i]! >= 0 ||
      isTime(line, i) ||
      /^(?:and|or|,|vs|to|on|q|a|question|answer)$/.test(line.low[i]!)
    )
      return false;
  return true;
}

function isPlace(line: Line, region: Region): boolean {
  return line.mentions.some(
    (m) =>
      m.mention.first <= region.start && m.mention.last >= region.end && ['capital', 'name'].includes(m.mention.form),
  );
}
