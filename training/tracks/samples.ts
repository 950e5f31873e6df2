/**
 * Coded reports in, what the matter of each claim can be read from out: the words of every sentence and, for each claim that a coded
 * item tells too, where it hangs and the track of the item.
 *
 *   node training/tracks/samples.ts SOURCE... > build/track-samples.jsonl      (a source as in ../coded.ts)
 */
import { parser, rules } from '../../eval/claims-reading.ts';
import { contextOf, type ReportContext, treeAt } from '../../src/claims/context.ts';
import type { Draft } from '../../src/claims/draft.ts';
import { finished } from '../../src/claims/finish.ts';
import { draftsIn } from '../../src/claims/stage.ts';
import { trackEvidence } from '../../src/claims/track.ts';
import { placesOf } from '../../src/claims/track-places.ts';
import { wordKeys } from '../../src/claims/track-words.ts';
import { codedReports } from '../coded.ts';

for (const source of process.argv.slice(2)) {
  for await (const { id, reading, items } of codedReports(source)) {
    const ctx = contextOf(reading, rules, parser.meaningOf);
    const claims = draftsIn(ctx, reading).map((draft) => ({ ...finished(ctx, draft), ...seen(ctx, draft) }));
    console.log(JSON.stringify({ id, source, items, claims, sentences: words(ctx) }));
  }
}

function seen(ctx: ReportContext, { topic, kind, plover }: Draft): object {
  const tree = treeAt(ctx, topic.sentence)!;
  const evidence = trackEvidence(rules, ctx.matters, tree, { ...topic, kind, plover });
  const plain = Object.fromEntries([...evidence].map(([feature, weights]) => [feature, Object.fromEntries(weights)]));
  return { topic, places: placesOf(tree, topic), features: plain, impossible: ctx.matters.impossible };
}

function words(ctx: ReportContext): unknown[] {
  return ctx.trees.map((tree) => ({
    index: tree.index,
    block: tree.sentence.block,
    headline: tree.headline,
    words: tree.tokens.map((_, i) => wordKeys(tree, i)),
  }));
}
