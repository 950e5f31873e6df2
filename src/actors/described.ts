/** Lands told by what they are like ("the landlocked West African country"): where such words stand, and which region they name. */
import { lower, type Scene } from './scene.ts';

const FARTHEST = 4;

/** "the former", "the latter" that qualify nothing; what follows may still show that they do. */
export function eitherOfTwo(scene: Scene): { readonly first: number; readonly last: number; readonly means: string }[] {
  return scene.tokens.flatMap((_, t) => {
    const means = lower(scene, t + 1);
    const stands = lower(scene, t) === 'the' && /^(?:former|latter)$/.test(means) && scene.taken[t + 1] === undefined;
    return stands ? [{ first: t, last: t + 2, means }] : [];
  });
}

/** Stretches from "the" to the noun, where at least one word between tells what the land is like. */
export function describedLands(scene: Scene): { readonly first: number; readonly last: number }[] {
  const nouns = scene.tables.words('land', 'noun');
  const out: { first: number; last: number }[] = [];
  for (let t = 2; t < scene.tokens.length; t += 1) {
    if (!nouns.has(lower(scene, t)) || scene.taken[t] !== undefined || isOwned(scene, t)) continue;
    const first = articleBefore(scene, t);
    if (first !== null && (lower(scene, t) !== 'state' || tellsPlace(scene, first, t)))
      out.push({ first, last: t + 1 });
  }
  return out;
}

/** "the young republic of Ruritania" tells its name; "accused the kingdom of helping" does not. */
function isOwned(scene: Scene, noun: number): boolean {
  return lower(scene, noun + 1) === 'of' && !lower(scene, noun + 2).endsWith('ing');
}

/** The "the" or "this" that opens the phrase, or null where it names an owner, another land or none. */
function articleBefore(scene: Scene, noun: number): number | null {
  const { words } = scene.tables;
  for (let t = noun - 1; t >= Math.max(0, noun - FARTHEST - 1); t -= 1) {
    const word = lower(scene, t);
    if (/^(?:the|this|that)$/.test(word)) return t < noun - 1 ? t : null;
    const taken = scene.taken[t] !== undefined && !isOfRegion(scene, t);
    if (taken || words('land', 'apart').has(word) || words('function').has(word)) return null;
    if (!/^[\p{L}-]+$/u.test(word) || scene.tokens[t]!.upos === 'VERB') return null;
    if (namesState(scene, t)) return null;
  }
  return null;
}

/** "the Norwegian state" is told by its name. */
function namesState(scene: Scene, t: number): boolean {
  const hit = scene.scanned.at[t];
  return (hit?.person ?? null) !== null || (hit?.actors.some((s) => s.actor.kind === 'state') ?? false);
}

/** "the nation state" is an idea; "the island state", "the Gulf state" are lands. */
function tellsPlace(scene: Scene, first: number, noun: number): boolean {
  for (let t = first + 1; t < noun; t += 1) {
    if (/^(?:island|desert|coastal|landlocked|city|mountain|himalayan|balkan|baltic|tiny)$/.test(lower(scene, t)))
      return true;
    if (isOfRegion(scene, t)) return true;
  }
  return false;
}

/** Unions whose members a word for their region can mean. */
const REGIONS = ['GCC', 'AU', 'PIF', 'CARICOM', 'LAS', 'ASEAN'] as const;

function isOfRegion(scene: Scene, t: number): boolean {
  return REGIONS.some((code) => scene.tables.words('land', code).has(lower(scene, t)));
}

/** Codes of the unions whose region the words from `first` to `last` name. */
export function regionsNamed(scene: Scene, at: { readonly first: number; readonly last: number }): string[] {
  return REGIONS.filter((code) => {
    for (let t = at.first; t < at.last; t += 1) if (scene.tables.words('land', code).has(lower(scene, t))) return true;
    return false;
  });
}
