/** Visible lines of a web page in, a weighed page out: the line model with the mark-up and Readability as witnesses. */
import weights from '../../../models/pages/html.json' with { type: 'json' };
import type { Rules } from '../../rules/rules.ts';
import { assemble } from '../decide-body.ts';
import type { Part } from '../inline.ts';
import { MeasureTable } from '../measure-table.ts';
import { pageFacts } from '../page-facts.ts';
import { MEASURES, pageMeasures } from '../page-measures.ts';
import { settleHtml } from '../settle.ts';
import { bodyChances, loadModel } from '../two-looks.ts';
import type { WeighedPage } from '../weighed-page.ts';
import { HTML_MEASURES, htmlMeasures } from './html-measures.ts';
import type { VisibleLine } from './visible.ts';

const model = loadModel(weights, [...MEASURES, ...HTML_MEASURES]);

/** Weighs the lines; the text of the report is the lines joined by line ends, and the spans point into it. */
export function weighHtml(lines: readonly VisibleLine[], witness: readonly boolean[], rules: Rules): WeighedPage {
  const parts: Part[] = [];
  let at = 0;
  for (const l of lines) {
    parts.push({ start: at, end: at + l.text.length, text: l.text, gap: 0 });
    at += l.text.length + 1;
  }
  const facts = pageFacts(parts, rules);
  const marked = MeasureTable.of(htmlMeasures(lines, witness), HTML_MEASURES.length);
  const chances = bodyChances(model, pageMeasures(facts).beside(marked), facts);
  const aside = parts.map(() => false);
  return assemble(parts, aside, facts, { chances, keep: settleHtml(facts, chances, witness) });
}
