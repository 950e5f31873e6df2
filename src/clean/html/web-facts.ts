/** The visible lines of a web page in, all that its model is asked about them out. */
import type { Rules } from '../../rules/rules.ts';
import type { Groups } from '../group-measures.ts';
import type { Part } from '../inline.ts';
import { MeasureTable } from '../measure-table.ts';
import { type PageFacts, pageFacts } from '../page-facts.ts';
import { MEASURES, pageMeasures } from '../page-measures.ts';
import { HTML_MEASURES, htmlMeasures } from './html-measures.ts';
import { markedPage } from './page-boxes.ts';
import { TREE_MEASURES, treeMeasures } from './tree-measures.ts';
import type { Visible, VisibleLine } from './visible.ts';

/** Measures of the first look at a web page: those of a text dump, of the mark-up, of the place among the elements. */
export const WEB_MEASURES: readonly string[] = [...MEASURES, ...HTML_MEASURES, ...TREE_MEASURES];

/** What a web page gives the model. */
export interface WebFacts {
  readonly parts: readonly Part[];
  readonly facts: PageFacts;
  /** As {@link WEB_MEASURES}. */
  readonly table: MeasureTable;
  readonly groups: Groups;
}

export function webFacts(page: Visible, witness: readonly boolean[], rules: Rules): WebFacts {
  const parts = partsOf(page.lines);
  const facts = pageFacts(parts, rules);
  const tree = treeMeasures(markedPage(page, witness, facts));
  const marked = MeasureTable.of(htmlMeasures(page.lines, witness), HTML_MEASURES.length);
  return { parts, facts, table: pageMeasures(facts).beside(marked).beside(tree.table), groups: tree.groups };
}

/** The text of the report is the lines joined by line ends. */
function partsOf(lines: readonly VisibleLine[]): Part[] {
  let at = 0;
  return lines.map(({ text }) => {
    const part = { start: at, end: at + text.length, text, gap: 0 };
    at = part.end + 1;
    return part;
  });
}
