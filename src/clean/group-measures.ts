/** For the second look: what the first thought of the other lines that stand alike, where a page has elements to tell it. */
import { MeasureTable } from './measure-table.ts';

/** Lines alike by element and marks, by the path to them, by the element around them; one number a line for its group. */
export type Groups = readonly Int32Array[];

/** Names of the measures: the mean chance and the likely words of each group, the line itself left out. */
export const GROUP_MEASURES: readonly string[] = ['own', 'path', 'parent'].flatMap((g) => [`${g}Chance`, `${g}Words`]);

/** Words of a line that count, at most, and what every line counts besides. */
const MOST_WORDS = 60;
const EACH = 2;

/** Measures in the order of `groups`; a group without another line has the chance -1. Linear in the page. */
export function groupMeasures(chances: Float64Array, counts: readonly number[], groups: Groups): MeasureTable {
  const table = new MeasureTable(chances.length, 2 * groups.length);
  const words = counts.map((c) => Math.min(MOST_WORDS, c) + EACH);
  groups.forEach((group, g) => {
    const size = group.reduce((most, k) => Math.max(most, k), -1) + 1;
    const [likely, all] = [new Float64Array(size), new Float64Array(size)];
    group.forEach((k, i) => {
      likely[k]! += chances[i]! * words[i]!;
      all[k]! += words[i]!;
    });
    group.forEach((k, i) => {
      const rest = all[k]! - words[i]!;
      const likelyRest = likely[k]! - chances[i]! * words[i]!;
      table.go(i, 2 * g);
      table.put(rest > 0 ? likelyRest / rest : -1);
      table.put(likelyRest);
    });
  });
  return table;
}
