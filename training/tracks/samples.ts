/**
 * Coded reports in, what the matter of each claim can be read from out: the words of every sentence and, for each claim that a coded
 * item tells too, where it hangs and the track of the item.
 *
 *   node training/tracks/samples.ts FOLDER... > build/track-samples.jsonl      (FOLDER holds texts/ and gold.json)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { contextOf, type ReportContext, treeAt } from '../../src/claims/context.ts';
import type { Draft } from '../../src/claims/draft.ts';
import { finished } from '../../src/claims/finish.ts';
import { draftsIn } from '../../src/claims/stage.ts';
import { trackEvidence } from '../../src/claims/track.ts';
import { placesOf } from '../../src/claims/track-places.ts';
import { wordKeys } from '../../src/claims/track-words.ts';
import { readReports } from '../../src/clean/read.ts';
import { loadReader } from '../../src/load-reader.ts';

const { rules, read } = await loadReader();

interface Gold {
  readonly id: string;
  readonly items: readonly unknown[];
}

for (const folder of process.argv.slice(2)) {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold[];
  for (const name of readdirSync(join(folder, 'texts')).sort()) {
    const items = gold.find((g) => g.id === parse(name).name)?.items ?? [];
    const bytes = readFileSync(join(folder, 'texts', name));
    for await (const { value, problems } of readReports(bytes, { source: name }, rules)) {
      const reading = read(value, problems);
      const ctx = contextOf(reading, rules);
      const claims = draftsIn(ctx, reading).map((draft) => ({ ...finished(ctx, draft), ...seen(ctx, draft) }));
      console.log(
        JSON.stringify({ id: parse(name).name, folder, text: value.text, items, claims, sentences: words(ctx) }),
      );
    }
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
