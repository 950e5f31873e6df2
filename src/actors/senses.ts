/** A hit with several readings in, the one that holds here out; null where the words are no actor at all ("Jordan Peterson"). */

import { fold } from './fold.ts';
import { capitalised, type Hit } from './hits.ts';
import { glued, hitBefore, hitFrom, isPossessive, lower, type Scene } from './scene.ts';
import { type ActorSense, covers } from './tables.ts';

/** What the whole report says, as far as it bears on ambiguous names. */
export interface Setting {
  /** How often each code is named by words that can mean nothing else. */
  readonly weight: ReadonlyMap<string, number>;
  /** Keys of all words of the report that are clues for clashes. */
  readonly clues: ReadonlySet<string>;
}

export function settingOf(scenes: readonly Scene[]): Setting {
  const weight = new Map<string, number>();
  const clues = new Set<string>();
  const wanted = scenes[0]?.tables.words('clash-context', 'us-state-context') ?? new Set<string>();
  for (const scene of scenes) {
    for (const hit of scene.scanned.hits) {
      const codes = new Set(hit.actors.map((s) => s.actor.code));
      const [only] = codes;
      if (codes.size === 1 && only !== undefined && !isInitials(scene, hit) && !isStock(scene, hit) && !isGeneric(hit))
        weight.set(only, (weight.get(only) ?? 0) + 1);
    }
    for (const t of scene.tokens) {
      const key = fold(t.text);
      if (wanted.has(key)) clues.add(key);
    }
  }
  return { weight, clues };
}

/** "Soviet missiles" long after: the adjective of a state that is gone clings to things and tells no time. */
function isStock(scene: Scene, hit: Hit): boolean {
  const [first] = hit.actors;
  return first?.form === 'adjective' && first.actor.exists?.to !== undefined && scene.day === null;
}

const HEADS: ReadonlySet<string> = new Set(['official', 'organ', 'mission', 'force']);

/** "the Senate", "the Foreign Office": the name of an organ that is the common word for such a body as well. */
export function isGeneric(hit: Hit): boolean {
  const organs = hit.actors.length > 0 && hit.actors.every((s) => s.form === 'organ' && s.actor.kind === 'state');
  return organs && hit.words.some((g) => HEADS.has(g.use));
}

/** "AFP", "MID": initials of an organ, which may as well be those of anything else. */
function isInitials(scene: Scene, hit: Hit): boolean {
  if (hit.last - hit.first !== 1 || hit.actors[0]!.form !== 'organ') return false;
  return scene.tables.words('clash-context', 'initials').has(lower(scene, hit.first).split('-')[0]!);
}

/** The reading of a hit as an actor, or null. */
export function pick(scene: Scene, hit: Hit, setting: Setting): ActorSense | null {
  const first = hit.actors[0];
  if (first === undefined || hit.clash) return null;
  if (isNoActorHere(scene, hit, first, setting)) return null;
  if (hit.actors.every((s) => s.actor.code === first.actor.code)) return first;
  let best = first;
  let top = -1;
  for (const s of hit.actors) {
    // Names outrank places of the same word (Jerusalem, Georgetown); after that the report's own weight decides.
    // Brussels is the Union where the report speaks of it at all.
    const union = s.actor.code === 'EU' && setting.weight.has('EU') ? 100 : 0;
    // While a state that is gone lasted, its capital was no other's.
    const then = s.actor.exists?.to !== undefined && scene.day !== null && covers(s.actor.exists, scene.day) ? 0.7 : 0;
    // Without a date, what has ended is the less likely one.
    const gone = scene.day === null && s.actor.exists?.to !== undefined ? -0.2 : 0;
    const score = then + gone + (setting.weight.get(s.actor.code) ?? 0) + (s.form === 'place' ? 0 : 0.5) + union;
    if (score > top) {
      best = s;
      top = score;
    }
  }
  return best;
}

function isNoActorHere(scene: Scene, hit: Hit, sense: ActorSense, setting: Setting): boolean {
  const { tables } = scene;
  const key = fold(scene.tokens[hit.first]!.text);
  const single = hit.last - hit.first === 1;
  if (single && tables.words('clash-context', 'turkey').has(lower(scene, hit.last)) && key === 'turkey') return true;
  if (isMoney(scene, hit) || inUsState(scene, hit, sense) || isHomeCouncil(scene, hit, sense)) return true;
  if (single && isFirmSuffix(scene, hit)) return true;
  if (isInstitution(scene, hit) || isPlainWord(scene, hit)) return true;
  if (isInitials(scene, hit) && !setting.weight.has(sense.actor.code)) return true;
  // "Mary Jo White": a town of that name gives way to a person.
  if (single && isTownOnly(hit)) return !scene.titled && !scene.scanned.capitals && isUnknownName(scene, hit.last);
  if (!single || !tables.words('clash-context', 'given').has(key)) return false;
  if (key === 'georgia' && setting.clues.size >= 2 && (setting.weight.get('GEO') ?? 0) <= 1) return true;
  return isPartOfPersonName(scene, hit);
}

/** "the Supreme Security Council" is a state's own. */
function isHomeCouncil(scene: Scene, hit: Hit, sense: ActorSense): boolean {
  const own = /^(?:national|supreme|high|higher|federal|state)$/.test(lower(scene, hit.first - 1));
  return own && sense.form === 'organ' && sense.actor.kind === 'organisation';
}

/** "Bonnard S.A.", "Harker PLC": letters after a name say what kind of firm it is. */
function isFirmSuffix(scene: Scene, hit: Hit): boolean {
  if (!/^(?:s\.?a\.?|plc|p\.l\.c\.)$/.test(lower(scene, hit.first)) || hit.first === 0) return false;
  return capitalised(scene.tokens[hit.first - 1]!.text) && hitBefore(scene, hit.first) === null;
}

/** "US$5 million", "the US dollar": the sign or name of a currency makes money of it. */
function isMoney(scene: Scene, hit: Hit): boolean {
  const { text, start } = scene.tokens[hit.last - 1]!;
  if (/^[$€£¥]/.test(text.slice(hit.end - start))) return true;
  // "US $5 million" is money; "lent Niger $5 million" is not.
  const close = glued(scene, hit.last) || /^(?:\p{Lu}\.?){1,3}$/u.test(text);
  return close && /^[$€£¥]/.test(scene.tokens[hit.last]?.text ?? '');
}

/** Nothing but a town or region by that name. */
export function isTownOnly(hit: Hit): boolean {
  return hit.actors.length > 0 && hit.actors.every((s) => s.form === 'place');
}

/** "Athens, Georgia" and "Lebanon, Pa." lie in the United States. */
function inUsState(scene: Scene, hit: Hit, sense: ActorSense): boolean {
  if (lower(scene, hit.last) !== ',' || sense.form === 'adjective') return false;
  const states = scene.tables.words('clash-context', 'us-state');
  const one = scene.tokens[hit.last + 1]?.text ?? '';
  const two = `${one} ${scene.tokens[hit.last + 2]?.text ?? ''}`;
  const listed = states.has(fold(one)) || states.has(fold(one.replace(/\.$/, ''))) || states.has(fold(two));
  if (!listed || !capitalised(one)) return false;
  // "Tbilisi, Georgia": the name after the comma is the state of the capital before it.
  const after = hitFrom(scene, hit.last + 1);
  return after === null || !after.actors.some((s) => s.actor.code === sense.actor.code);
}

/** "Twelve", "Fund": capitalised only because the sentence begins. */
function isPlainWord(scene: Scene, hit: Hit): boolean {
  const opens = hit.first === 0 || (hit.first === 1 && /^["“‘'(]$/.test(scene.tokens[0]!.text));
  const single = hit.last - hit.first === 1;
  return opens && single && scene.tables.words('clash-context', 'plain-word').has(lower(scene, hit.first));
}

function isInstitution(scene: Scene, hit: Hit): boolean {
  const next = scene.tokens[hit.last];
  if (next === undefined || !capitalised(next.text) || scene.titled || scene.scanned.capitals) return false;
  if (isPossessive(scene, hit.last)) return false;
  return scene.tables.words('clash-context', 'after').has(fold(next.text)) && hit.actors[0]!.form !== 'organ';
}

/** "Israel Katz", "Denzel Washington": another capitalised word that the tables do not know stands beside it. */
function isPartOfPersonName(scene: Scene, hit: Hit): boolean {
  if (scene.titled || scene.scanned.capitals) return false;
  return isUnknownName(scene, hit.last) || (hit.first > 0 && isNameBefore(scene, hit.first));
}

function isUnknownName(scene: Scene, t: number): boolean {
  const word = scene.tokens[t]?.text ?? '';
  return capitalised(word) && hitFrom(scene, t) === null && word.length > 1 && !isCalendarWord(scene, t);
}

function isNameBefore(scene: Scene, first: number): boolean {
  const word = scene.tokens[first - 1]!.text;
  const before = hitBefore(scene, first);
  if (before?.words.some((g) => g.use === 'honorific' && !/^(?:king|president|chief)/i.test(word))) return true;
  if (!capitalised(word) || before !== null || isCalendarWord(scene, first - 1)) return false;
  // The first word of a sentence is capitalised whatever it is.
  return (
    first > 1 && !scene.tables.words('function').has(fold(word)) && !/^["“‘'(]$/.test(scene.tokens[first - 2]!.text)
  );
}

export function isCalendarWord(scene: Scene, t: number): boolean {
  return scene.tables.words('month').has(fold(scene.tokens[t]!.text).replace(/\.$/, ''));
}
