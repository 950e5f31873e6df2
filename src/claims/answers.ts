/** Whom a side answers that names nobody: the one that did or said something to it just before. */
import type { ActorCode } from '../model/index.ts';
import { type ReportContext, treeAt } from './context.ts';
import type { Draft } from './draft.ts';
import { actingIn, codesOf, shares } from './parties.ts';

/** A draft as far as its sides and its place tell. */
type Told = Pick<Draft, 'sentence' | 'actors' | 'counterparts' | 'trigger' | 'headline'>;

const REACH = 2;

/** "Quito blamed Lima for the fire. Lima's envoy said it was an invention": the one other side of what was told last with the speaker in it. */
export function toldWith(
  drafts: readonly Told[],
  at: number,
  sentence: number,
  speaker: readonly ActorCode[],
): ActorCode[] {
  const before = drafts.filter(
    (d) => !d.headline && d.trigger.start < at && d.sentence >= sentence - REACH && d.sentence <= sentence,
  );
  const sorted = [...before].sort((a, b) => a.trigger.start - b.trigger.start);
  for (const { actors, counterparts } of sorted.reverse()) {
    const sides = codesOf([...actors, ...counterparts]);
    if (!shares(sides, speaker)) continue;
    const others = sides.filter((code) => !speaker.includes(code));
    if (others.length > 0) return others.length === 1 ? others : [];
  }
  return [];
}

/** The one other side that acts in the sentence or, where none does, in the one before. */
export function actsBeside(ctx: ReportContext, sentence: number, speaker: readonly ActorCode[]): ActorCode[] {
  for (const index of [sentence, sentence - 1]) {
    const tree = treeAt(ctx, index);
    const acting = tree && !tree.headline ? actingIn(tree) : [];
    const codes = new Set(acting.flatMap((m) => m.codes));
    const others = [...codes].filter((code) => !speaker.includes(code));
    if (others.length > 0) return others.length === 1 ? others : [];
  }
  return [];
}
