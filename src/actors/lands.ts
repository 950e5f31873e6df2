/** A state meant by a word for what it is: "the country", "the kingdom", "the Gulf state". In: the words. Out: whom they mean. */
import { type Found, lastOf } from './antecedent.ts';
import { regionsNamed } from './described.ts';
import type { Discourse } from './discourse.ts';
import { type Draft, headOf, isMainSubject, isSubject, type Scene, text } from './scene.ts';
import { covers } from './tables.ts';

/** "the country": the land of who acted last, else the one named last. */
export function country(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const doers = doersTo(scene, draft, talk);
  const isSuch = (d: Draft): boolean => d.codes.every((code) => isCalled(scene, code, draft) && !doers.has(code));
  const ofState = (d: Draft): boolean =>
    d.codes.length === 1 &&
    (d.kind === 'state' || d.kind === 'organ') &&
    (d.use !== 'reference' || actsAsPronoun(talk, d)) &&
    d.form !== 'metonym' &&
    isSuch(d);
  const near = spokenOf(scene, draft, talk, ofState, 0);
  const why = 'the state spoken of last';
  if (near !== null) return { codes: near.codes, from: near, why };
  const speaker = realmOf(draft, scene) ? nearestHere(scene, draft, talk, isSuch) : null;
  if (speaker !== null) return { codes: speaker.codes, from: speaker, why: 'the realm named in this sentence' };
  for (let back = 1; back <= 2; back += 1) {
    const found = spokenOf(scene, draft, talk, ofState, back);
    if (found !== null) return { codes: found.codes, from: found, why };
  }
  return (
    lastOf(draft, talk, (d) => d.kind === 'state' && d.use !== 'reference' && isSuch(d), 'the state named last') ??
    lastOf(draft, talk, (d) => d.kind === 'person' && isSuch(d), 'the land of the one named last', 1)
  );
}

/** "It has agreed": a pronoun that acts in a sentence of its own is what that sentence is about. */
function actsAsPronoun(talk: Discourse, d: Draft): boolean {
  return (d.means === 'it' || d.means === 'they') && isMainSubject(talk.scene(d), d);
}

/** Of the states spoken of in one sentence the one that acts, else one that is no mere place. */
function spokenOf(
  scene: Scene,
  draft: Draft,
  talk: Discourse,
  fits: (d: Draft) => boolean,
  back: number,
): Draft | null {
  const at = back === 0 ? draft.first : Number.MAX_SAFE_INTEGER;
  const there = [...talk.before(scene.index - back, at, 0)].filter(fits);
  const subject = there.find((d) => d.reading !== 'place' && isSubject(talk.scene(d), d));
  // "in Norway, before a meeting with the country's leaders": a town is none, a land is.
  const land = there.find((d) => back > 0 || d.form === 'name');
  return subject ?? there.find((d) => d.reading !== 'place') ?? land ?? null;
}

/** "The sultanate's news agency said the sultanate": whoever speaks in the sentence, if it is such a realm. */
function nearestHere(scene: Scene, draft: Draft, talk: Discourse, fits: (d: Draft) => boolean): Draft | null {
  const there = [...talk.before(scene.index, draft.first, 0)];
  return there.find((d) => d.codes.length === 1 && d.reading !== 'place' && fits(d)) ?? null;
}

/** "Norway accused the kingdom": whoever does it is not the one it is done to. */
function doersTo(scene: Scene, draft: Draft, talk: Discourse): ReadonlySet<string> {
  const { rel, head } = scene.tokens[headOf(scene, draft)]!;
  if (!/^(?:obj|iobj)/.test(rel)) return new Set();
  const doers = [...talk.before(scene.index, draft.first, 0)].filter(
    (d) => isSubject(scene, d) && scene.tokens[headOf(scene, d)]!.head === head,
  );
  return new Set(doers.flatMap((d) => d.codes));
}

const REALM = /kingdom|sultanate|islamic republic|federation/;

function realmOf(draft: Draft, scene: Scene): string | undefined {
  return REALM.exec(text(scene, draft.first, draft.last).toLowerCase())?.[0];
}

/** "the kingdom" is a state that has the word in one of its names, "the Gulf state" one of that region. */
function isCalled(scene: Scene, code: string, draft: Draft): boolean {
  const actor = scene.tables.actors.get(code);
  if (actor !== undefined && actor.kind !== 'state') return false;
  const realm = realmOf(draft, scene);
  if (realm !== undefined && !(actor?.names ?? []).some((name) => name.toLowerCase().includes(realm))) return false;
  return regionsNamed(scene, draft).every((region) => isIn(scene, code, region));
}

function isIn(scene: Scene, code: string, region: string): boolean {
  const members = scene.tables.actors.get(region)?.members ?? [];
  return members.some((m) => m.code === code && covers(m, scene.day));
}
