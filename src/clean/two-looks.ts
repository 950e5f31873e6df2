/** The trained page model: rows of measures in, the chance of each line to be body out. */
import { GROUP_MEASURES, type Groups, groupMeasures } from './group-measures.ts';
import { MeasureRoom, type MeasureTable } from './measure-table.ts';
import type { PageFacts } from './page-facts.ts';
import { SECOND_MEASURES, secondMeasures } from './second-look.ts';
import { type RankedTrees, rankTrees, treeSums } from './tree-sums.ts';
import { loadTrees, type SavedTrees } from './trees.ts';

/** Two sums of trees: the first sees a line in its page, the second also what the first thought of all lines. */
export interface PageModel {
  readonly first: RankedTrees;
  readonly second: RankedTrees;
  /** Share of the second look in the chance of a line, 0 to 1; the first has the rest. */
  readonly share: number;
}

/** A model as kept in `models/pages`. */
export interface SavedModel {
  readonly measures: readonly string[];
  readonly share: number;
  readonly first: SavedTrees;
  readonly second: SavedTrees;
}

/**
 * A model over the measures given; with `grouped` its second look also sees the groups that lines form.
 *
 * @throws Error where the weights were trained on other measures than the code has: they must be trained again.
 */
export function loadModel(saved: SavedModel, measures: readonly string[], grouped = false): PageModel {
  const expected = [...measures, ...SECOND_MEASURES, ...(grouped ? GROUP_MEASURES : [])];
  if (expected.join() !== saved.measures.join())
    throw new Error('models/pages was trained on other measures; run training/pages/train.ts');
  return {
    first: rankTrees(loadTrees(saved.first), measures.length),
    second: rankTrees(loadTrees(saved.second), expected.length),
    share: saved.share,
  };
}

/** The chance that counts: both looks together are right more often than either of them. */
export function mixOf(share: number, first: number, second: number): number {
  return (1 - share) * first + share * second;
}

/** Below this chance no second look changes what becomes of a line; most lines of a page are such. */
const PLAIN_FURNITURE = 0.004;

const room = new MeasureRoom();

/** Chance of each line to be body; `groups` for a model that is grouped. */
export function bodyChances(model: PageModel, table: MeasureTable, page: PageFacts, groups: Groups = []): Float64Array {
  const first = treeSums(model.first, [table]).map(chance);
  const isUnsure = (i: number): boolean => !(first[i]! < PLAIN_FURNITURE);
  const behind = [secondMeasures(first, page, isUnsure, room)];
  if (groups.length > 0)
    behind.push(
      groupMeasures(
        first,
        page.lines.map((l) => l.count),
        groups,
      ),
    );
  const second = treeSums(model.second, [table, ...behind], isUnsure);
  return first.map((c, i) => (isUnsure(i) ? mixOf(model.share, c, chance(second[i]!)) : c));
}

function chance(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
