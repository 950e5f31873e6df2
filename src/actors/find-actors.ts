/** Names, adjectives, capitals and metonyms that no phrase has taken, as drafts of their own. */
import type { ActorKind } from '../model/actor.ts';
import type { Hit } from './hits.ts';
import { codesOf, organOf, ownerBefore } from './owner.ts';
import { readingOf } from './reading.ts';
import { type Draft, hitBefore, lower, place, type Scene } from './scene.ts';
import { pick, type Setting } from './senses.ts';
import type { ActorSense } from './tables.ts';

/** Adds a draft for every hit that names an actor and lies in no other draft. */
export function findActors(scene: Scene, setting: Setting): void {
  // From the right, so that an organ can take in the owner before it.
  for (const hit of scene.scanned.hits.toReversed()) {
    if (scene.taken[hit.first] !== undefined || hit.actors.length === 0) continue;
    const sense = pick(scene, hit, setting);
    if (sense === null) continue;
    const draft = draftOf(scene, hit, sense);
    if (sense.form === 'organ') takeOwner(scene, draft, setting);
    place(scene, draft);
  }
}

/** "the Ruritanian Coast Guard": what stands before the name of an organ tells whose it is, whatever the tables say. */
function takeOwner(scene: Scene, draft: Draft, setting: Setting): void {
  const outer = ownerBefore(scene, draft.first, setting);
  if (outer === null || scene.taken[outer.edge] !== undefined) return;
  draft.codes = [...outer.codes];
  draft.first = outer.edge;
  draft.reading = 'actor';
}

function draftOf(scene: Scene, hit: Hit, sense: ActorSense): Draft {
  const { reading, why } = readingOf(scene, hit, sense);
  const people = sense.form === 'demonym' || (sense.form === 'adjective' && reading === 'actor');
  const organ = organOf(sense);
  // "neighbouring Norway" is all of Norway; only people and members come in parts.
  const whole = sense.form === 'name' && sense.actor.kind === 'state';
  const partial = reading === 'actor' && !whole && isPartialBefore(scene, hit.first);
  return {
    sentence: scene.index,
    first: hit.first,
    last: hit.last,
    kind: people ? peopleKind(scene, hit) : kindOf(sense),
    form: people ? 'demonym' : sense.form,
    codes: codesOf(sense, scene.day),
    ...(organ === null ? {} : { organ }),
    partial,
    reading,
    resolved: 'named',
    rule: `actors/${sense.form}`,
    why,
    headToken: hit.last - 1,
    tense: 'current',
    plural: people && peopleKind(scene, hit) !== 'person',
    use: '',
    means: '',
    definite: lower(scene, hit.first - 1) === 'the',
    foreign: false,
  };
}

function kindOf(sense: ActorSense): ActorKind {
  if (sense.form === 'metonym' || sense.form === 'organ') return 'organ';
  return sense.actor.kind;
}

/** "the Russians" deal as a state, "the Russian" is somebody named before, "nine Russians" are nationals. */
function peopleKind(scene: Scene, hit: Hit): ActorKind {
  if (lower(scene, hit.first - 1) !== 'the') return 'group';
  const word = lower(scene, hit.last - 1);
  return /(?:s|sh|ch|ese|men)$/.test(word) ? 'state' : 'person';
}

function isPartialBefore(scene: Scene, first: number): boolean {
  const at = lower(scene, first - 1) === 'the' ? first - 1 : first;
  return hitBefore(scene, at)?.words.some((g) => g.use === 'partial') ?? false;
}
