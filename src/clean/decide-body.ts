/** Lines of a page in, a weighed page out: which parts are body, decided over the whole page by the trained model. */
import weights from '../../models/pages/weights.json' with { type: 'json' };
import type { Rules } from '../rules/rules.ts';
import { type Part, splitInline } from './inline.ts';
import { MeasureRoom } from './measure-table.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { MEASURES, pageMeasures } from './page-measures.ts';
import { findStuck } from './repeats.ts';
import { settle } from './settle.ts';
import type { Stretch } from './stretches.ts';
import { bodyChances, loadModel } from './two-looks.ts';
import type { WeighedPage, WeighedPart } from './weighed-page.ts';

const model = loadModel(weights, MEASURES);
const room = new MeasureRoom();

/** Weighs all lines of a text dump. Linear in the text. */
export function weighPage(stretches: readonly Stretch[], rules: Rules): WeighedPage {
  const parts = splitInline(stretches);
  const stuck = findStuck(parts);
  const aside = parts.map((p, i) => stuck[i]! || p.glued === 'script');
  const facts = pageFacts(
    parts.filter((_, i) => !aside[i]),
    rules,
  );
  const chances = bodyChances(model, pageMeasures(facts, room), facts);
  return assemble(parts, aside, facts, { chances, keep: settle(facts, chances) });
}

/** Puts the decision on the weighed lines and what was set aside together again. */
export function assemble(
  parts: readonly Part[],
  aside: readonly boolean[],
  facts: PageFacts,
  { chances, keep }: { readonly chances: Float64Array; readonly keep: readonly boolean[] },
): WeighedPage {
  let k = -1;
  const out: WeighedPart[] = parts.map((part, i) => {
    if (aside[i]) return { part, facts: null, index: -1, body: false, chance: 0 };
    k++;
    return { part, facts: facts.lines[k]!, index: k, body: keep[k]!, chance: chances[k]! };
  });
  return { parts: out, facts, first: out.findIndex((p) => p.body), last: out.findLastIndex((p) => p.body) };
}
