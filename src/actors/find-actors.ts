/** Names, adjectives, capitals and metonyms that no phrase has taken, as drafts of their own. */
import type { ActorKind } from '../model/actor.ts';
import type { Hit } from './hits.ts';
import { codeOf, organOf } from './owner.ts';
import { readingOf } from './reading.ts';
import { type Draft, hitBefore, lower, place, type Scene } from './scene.ts';
import { pick, type Setting } from './senses.ts';
import type { ActorSense } from './tables.ts';

/** Adds a draft for every hit that names an actor and lies in no other draft. */
export function findActors(scene: Scene, setting: Setting): void {
  for (const hit of scene.scanned.hits) {
    if (scene.taken[hit.first] !== undefined || hit.actors.length === 0) continue;
    const sense = pick(scene, hit, setting);
    if (sense !== null) place(scene, draftOf(scene, hit, sense));
  }
}

function draftOf(scene: Scene, hit: Hit, sense: ActorSense): Draft {
  const { reading, why } = readingOf(scene, hit, sense);
  const people = sense.form === 'demonym' || (sense.form === 'adjective' && reading === 'actor');
  const organ = organOf(sense);
  const partial = isPartialBefore(scene, hit.first);
  return {
    sentence: scene.index,
    first: hit.first,
    last: hit.last,
    kind: people && !isWholePeople(scene, hit) ? 'group' : kindOf(sense),
    form: people ? 'demonym' : sense.form,
    codes: partial && people ? [codeOf(sense)] : [codeOf(sense)],
    ...(organ === null ? {} : { organ }),
    partial,
    reading,
    resolved: 'named',
    rule: `actors/${sense.form}`,
    why,
    headToken: hit.last - 1,
    tense: 'current',
    plural: people,
    use: '',
    means: '',
    definite: lower(scene, hit.first - 1) === 'the',
    foreign: false,
  };
}

function kindOf(sense: ActorSense): ActorKind {
  if (sense.form === 'metonym' || sense.form === 'organ' || sense.actor.partOf !== undefined) return 'organ';
  return sense.actor.kind;
}

/** "the Russians" deal as a state; "nine Russians" are nationals. */
function isWholePeople(scene: Scene, hit: Hit): boolean {
  const before = lower(scene, hit.first - 1);
  return (
    before === 'the' ||
    before === '' ||
    /^[^\p{L}\p{N}]$/u.test(before) ||
    /^(?:that|and|with|by|if|as|but|when)$/.test(before)
  );
}

function isPartialBefore(scene: Scene, first: number): boolean {
  const at = lower(scene, first - 1) === 'the' ? first - 1 : first;
  return hitBefore(scene, at)?.words.some((g) => g.use === 'partial') ?? false;
}
