/** The characters of one line as numbers, in a list of its own: a line is a piece of its page, and reading pieces by character is slow. */

/** Longer lines are told by their beginning. */
const MOST = 20_000;

/** Codes of the line that was read last, with zeros behind it. */
export const lineCodes = new Uint16Array(MOST + 4);

/** Reads a line into {@link lineCodes} and says how many of its characters stand there. */
export function readCodes(line: string): number {
  const length = Math.min(line.length, MOST);
  for (let i = 0; i < length; i++) lineCodes[i] = line.charCodeAt(i);
  lineCodes.fill(0, length, length + 4);
  return length;
}
