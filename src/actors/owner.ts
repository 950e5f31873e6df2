/** Who a noun phrase belongs to: "Russian", "Lithuania's", "of Kazakhstan", "Russian and US". In: a place. Out: codes and extent. */
import type { Hit } from './hits.ts';
import { type Draft, hitBefore, hitFrom, isHyphen, isPossessive, lower, type Scene } from './scene.ts';
import { pick, type Setting } from './senses.ts';
import { type ActorSense, covers } from './tables.ts';

export interface Owner {
  readonly codes: readonly string[];
  /** Where the owner's words begin, or end for owners after the head. */
  readonly edge: number;
  readonly organ: string | null;
  readonly sense: ActorSense;
}

/** The owner whose words end just before token `pos`, with all that are joined to it. */
export function ownerBefore(scene: Scene, pos: number, setting: Setting): Owner | null {
  const possessive = isPossessive(scene, pos - 1);
  const hit = hitBefore(scene, possessive ? pos - 1 : pos);
  const sense = hit && pick(scene, hit, setting);
  if (hit === null || sense === null || (sense.form === 'demonym' && !possessive && !isAlsoAdjective(hit))) return null;
  const outer = sense.form === 'organ' ? ownerBefore(scene, hit.first, setting) : null;
  // "the Ruritanian Coast Guard": the name of an organ that several states have goes to the one named before it.
  if (outer !== null) return { ...outer, organ: organOf(sense) };
  const codes = codesOf(sense, scene.day).reverse();
  const edge = joined(scene, hit.first, sense, codes, setting);
  return { codes: codes.reverse(), edge, organ: organOf(sense), sense };
}

function isAlsoAdjective(hit: Hit): boolean {
  return hit.actors.some((s) => s.form === 'adjective');
}

/** "Russian and US diplomats": steps over what is joined to the owner at `first`; gives the new edge. */
function joined(scene: Scene, first: number, sense: ActorSense, codes: string[], setting: Setting): number {
  let edge = first;
  let sawAnd = false;
  for (let n = 0; n < 8; n += 1) {
    const link = lower(scene, edge - 1);
    if (isHyphen(scene, edge - 1) || link === '/') sawAnd = true;
    else if (link === 'and' || link === '&') sawAnd = true;
    else if (link !== ',' || !sawAnd) break;
    // "Norway's and Denmark's ministers": each owner bears its own mark.
    const hit = hitBefore(scene, isPossessive(scene, edge - 2) ? edge - 2 : edge - 1);
    const other = hit && pick(scene, hit, setting);
    if (hit === null || other === null || !sameSort(other, sense) || codes.includes(other.actor.code)) break;
    codes.push(other.actor.code);
    edge = hit.first;
  }
  return edge;
}

function sameSort(a: ActorSense, b: ActorSense): boolean {
  const adjectival = (s: ActorSense): boolean => s.form === 'adjective' || s.form === 'name';
  return a.form === b.form || (adjectival(a) && adjectival(b));
}

/** The owner named after "of" at token `pos`: "of the Republic of Mali", "of Kazakhstan". */
export function ownerAfter(scene: Scene, pos: number, setting: Setting): Owner | null {
  const start = pastArticle(scene, pos);
  const hit = hitFrom(scene, start);
  const sense = hit && pick(scene, hit, setting);
  if (hit === null || sense === null || sense.form === 'adjective' || sense.form === 'demonym') return null;
  if (scene.taken[start] !== undefined) return null;
  const codes = codesOf(sense, scene.day);
  let edge = hit.last;
  for (let n = 0; n < 8; n += 1) {
    const link = lower(scene, edge);
    if (link !== 'and' && link !== ',') break;
    const at = lower(scene, edge + 1) === 'and' ? edge + 2 : edge + 1;
    const next = hitFrom(scene, lower(scene, at) === 'the' ? at + 1 : at);
    const other = next && pick(scene, next, setting);
    if (next === null || other === null || other.form !== sense.form || scene.taken[next.first]) break;
    // "of Norway, Denmark, and Finland": the comma before "and" closes the list itself.
    if (link === ',' && at === edge + 1 && !closesWithAnd(scene, next.last)) break;
    codes.push(...codesOf(other, scene.day));
    edge = next.last;
  }
  return { codes, edge, organ: organOf(sense), sense };
}

/** Past "the", "both", "both the". */
function pastArticle(scene: Scene, pos: number): number {
  const at = lower(scene, pos) === 'both' ? pos + 1 : pos;
  return lower(scene, at) === 'the' ? at + 1 : at;
}

/** A comma joins only where the list ends with "and". */
function closesWithAnd(scene: Scene, from: number): boolean {
  for (let t = from; t < Math.min(from + 6, scene.tokens.length); t += 1) {
    if (lower(scene, t) === 'and') return true;
    if (lower(scene, t) !== ',' && scene.scanned.at[t] === undefined) return false;
  }
  return false;
}

const SET_NAME =
  /^(?!united )(?!.* of ).*(?:countries|states|nations|republics|powers|members|nordics|baltics|baltic)$/i;

/** The codes a sense stands for: a closed set ("the Baltic states") for those who were in it, all others for themselves. */
export function codesOf(sense: ActorSense, day: string | null): string[] {
  const { actor } = sense;
  if (actor.kind !== 'organisation' || !SET_NAME.test(sense.name)) return [actor.code];
  // Without a date, those who left are left out.
  const within = (m: { readonly to?: string | undefined }): boolean => day !== null || m.to === undefined;
  return (actor.members ?? []).filter((m) => covers(m, day) && within(m)).map((m) => m.code);
}

export function organOf(sense: ActorSense): string | null {
  return sense.form === 'organ' || sense.form === 'metonym' ? (sense.organ ?? null) : null;
}

/** Gives a draft the codes of its owner. */
export function own(draft: Draft, codes: readonly string[], why: string): void {
  draft.codes = [...codes];
  draft.resolved = 'named';
  draft.why = why;
}
