/** Visible lines of a web page in, a weighed page out: the line model with the mark-up and Readability as witnesses. */
import weights from '../../../models/pages/html.json' with { type: 'json' };
import type { Rules } from '../../rules/rules.ts';
import { assemble } from '../decide-body.ts';
import { settleHtml } from '../settle.ts';
import { bodyChances, loadModel } from '../two-looks.ts';
import type { WeighedPage } from '../weighed-page.ts';
import type { Visible } from './visible.ts';
import { WEB_MEASURES, webFacts } from './web-facts.ts';

const model = loadModel(weights, WEB_MEASURES, true);

/** Weighs the lines; spans point into the lines joined. */
export function weighHtml(page: Visible, witness: readonly boolean[], rules: Rules): WeighedPage {
  const { parts, facts, table, groups } = webFacts(page, witness, rules);
  const chances = bodyChances(model, table, facts, groups);
  const aside = parts.map(() => false);
  return assemble(parts, aside, facts, { chances, keep: settleHtml(facts, chances, witness) });
}
