/** Whether a name of a state, capital or organisation acts, only says where, or only qualifies another noun. */
import type { Hit } from './hits.ts';
import { capitalised } from './hits.ts';
import { glued, hitFrom, isHyphen, isPossessive, lower, type Scene } from './scene.ts';
import { type ActorSense, covers } from './tables.ts';

export interface Read {
  readonly reading: 'actor' | 'place' | 'modifier';
  readonly why: string;
}

const ACTOR: Read = { reading: 'actor', why: 'named as a party' };

/** How the words at a hit are to be read. */
export function readingOf(scene: Scene, hit: Hit, sense: ActorSense): Read {
  if (
    sense.form === 'place' ||
    (sense.form === 'capital' && sense.actor.kind === 'organisation' && sense.actor.code !== 'EU')
  )
    return { reading: 'place', why: 'a place of this state that never stands for it' };
  if (isDateline(scene, hit)) return { reading: 'place', why: 'dateline' };
  if (isPieceOfWord(scene, hit)) return { reading: 'modifier', why: 'part of a longer word' };
  const compound = compoundReading(scene, hit);
  if (compound !== null) return compound;
  if (sense.form === 'adjective') return adjectiveReading(scene, hit);
  if (isPossessive(scene, hit.last)) return { reading: 'modifier', why: 'owner of what follows' };
  if (receives(scene, hit)) return { reading: 'place', why: 'receives the mission named before' };
  if (sense.form === 'capital') return capitalReading(scene, hit);
  return nameReading(scene, hit, sense);
}

/** "MINSK." as a sentence of its own. */
function isAlone(scene: Scene, hit: Hit): boolean {
  return (
    hit.first === 0 && isShouted(scene, 0) && scene.tokens.length - hit.last <= 1 && lower(scene, hit.last) === '.'
  );
}

/** "MINSK, 3 May —", "KUALA LUMPUR (Agency) -": where the report was filed. */
function isDateline(scene: Scene, hit: Hit): boolean {
  if (isAlone(scene, hit)) return true;
  if (hit.first > 4) return false;
  for (let t = 0; t < hit.first; t += 1) {
    if (!/^[,/]$/.test(scene.tokens[t]!.text) && !/^\p{Lu}/u.test(scene.tokens[t]!.text)) return false;
  }
  for (let t = hit.last; t < Math.min(hit.last + 12, scene.tokens.length); t += 1) {
    const word = scene.tokens[t]!.text;
    if (word === '(' && scene.tokens[t + 2]?.text === ')' && isShouted(scene, 0)) return true;
    if (/^(?:—|–|--|-)$/.test(word) && !isHyphen(scene, t)) return true;
    if (/^:$/.test(word) && t === hit.last)
      return scene.tokens[hit.first]!.text === scene.tokens[hit.first]!.text.toUpperCase();
    const hitHere = hitFrom(scene, t);
    if (/^\p{Ll}/u.test(word) && !hitHere && word !== 'and') return false;
  }
  return false;
}

/** "ambassador to Greece", "embassy in Minsk". */
function receives(scene: Scene, hit: Hit): boolean {
  const t = prepositionBefore(scene, hit.first);
  return t > 0 && scene.taken[t - 1]?.receiving !== undefined && /^(?:to|in|at|for)$/.test(lower(scene, t));
}

/** "post-Madrid": the tokeniser left prefix and name in one piece. */
function isPieceOfWord(scene: Scene, hit: Hit): boolean {
  return scene.tokens[hit.first]!.start < hit.start || scene.tokens[hit.last - 1]!.end > hit.end + 1;
}

function isShouted(scene: Scene, t: number): boolean {
  const word = scene.tokens[t]!.text;
  return word.length > 2 && word === word.toUpperCase();
}

/** "Moscow-based", "US-led", "Moscow talks", "Washington Post". */
function compoundReading(scene: Scene, hit: Hit): Read | null {
  const { tokens, tables } = scene;
  if (hit.first > 1 && isHyphen(scene, hit.first - 1)) return { reading: 'modifier', why: 'part of a compound' };
  if (isHyphen(scene, hit.last)) {
    const word = lower(scene, hit.last + 1);
    if (/^(?:based|born|bound|area|registered|flagged|educated)$/.test(word))
      return { reading: 'place', why: `"-${word}" tells where` };
    return { reading: 'modifier', why: `part of a compound with "${word}"` };
  }
  const next = tokens[hit.last];
  if (next === undefined) return null;
  const { rel, head } = tokens[hit.last - 1]!;
  if (
    (rel === 'compound' || rel === 'amod') &&
    head === hit.last &&
    /^\p{Ll}/u.test(next.text) &&
    hit.actors[0]!.form !== 'capital' &&
    // "flew to Norway days after": the parse joins what only follows.
    !tables.words('place-cue', 'time').has(lower(scene, hit.last)) &&
    !looksLikeVerb(scene, hit)
  ) {
    return { reading: 'modifier', why: `qualifies "${next.text}"` };
  }
  const bare = next.text.toLowerCase();
  const seat = /^(?:capital|metonym)$/.test(hit.actors[0]!.form);
  if (seat && tables.words('place-noun').has(bare) && !isVerbHere(scene, hit.last)) {
    return { reading: 'place', why: `"${bare}" after a seat of government tells where or which` };
  }
  // "a Moscow cafe"; what may be a verb the parse has misread is left to act.
  if (
    seat &&
    rel === 'compound' &&
    head === hit.last &&
    next.upos === 'NOUN' &&
    !/s$/.test(bare) &&
    !capitalised(next.text)
  )
    return { reading: 'modifier', why: `qualifies "${next.text}"` };
  if (glued(scene, hit.last) && bare === '/') return null;
  const named = capitalised(next.text) && !scene.titled && !scene.scanned.capitals && hitFrom(scene, hit.last) === null;
  if (named && hit.actors[0]!.form !== 'adjective' && !isPossessive(scene, hit.last) && !isCalendar(scene, hit.last)) {
    return { reading: 'modifier', why: 'part of a longer name' };
  }
  return null;
}

/** "Ruritania promises to pay": at the head of a sentence the tagger may take the verb for a plural. */
function looksLikeVerb(scene: Scene, hit: Hit): boolean {
  const next = lower(scene, hit.last);
  const opens = hit.first === 0 || (hit.first === 1 && lower(scene, 0) === 'the');
  return (
    opens &&
    next.endsWith('s') &&
    (scene.tables.words('verb').has(stem(next)) || scene.tables.words('verb').has(next.slice(0, -1)))
  );
}

function isCalendar(scene: Scene, t: number): boolean {
  return scene.tables.words('month').has(lower(scene, t).replace('.', ''));
}

function isVerbHere(scene: Scene, t: number): boolean {
  const upos = scene.tokens[t]!.upos;
  return upos === 'VERB' || upos === 'AUX';
}

function adjectiveReading(scene: Scene, hit: Hit): Read {
  const { rel } = scene.tokens[hit.last - 1]!;
  const next = scene.tokens[hit.last];
  const word = next !== undefined && /^[\p{L}\p{N}]/u.test(next.text) && !isFunctionWord(scene, hit.last);
  if (rel === 'amod' || rel === 'compound' || (word && !isVerbHere(scene, hit.last))) {
    return { reading: 'modifier', why: 'qualifies another noun' };
  }
  return { reading: 'actor', why: 'a nationality used as a noun' };
}

function isFunctionWord(scene: Scene, t: number): boolean {
  return scene.tables.words('function').has(lower(scene, t));
}

/** The preposition before a name, past "the" and words such as "nearby", with its index; -1 where none. */
function prepositionBefore(scene: Scene, first: number): number {
  let t = first - 1;
  for (let n = 0; n < 3 && t >= 0; n += 1, t -= 1) {
    const word = lower(scene, t);
    if (
      /^(?:in|at|to|from|near|of|on|by|with|for|between|against|inside|outside|across|throughout|within|around|through|via|into|over|off|beyond|along|toward|towards|onto|about|under|after|and|,)$/.test(
        word,
      )
    )
      return t;
    if (
      !/^(?:the|nearby|neighbouring|neighboring|central|downtown|southern|northern|eastern|western|occupied|both)$/.test(
        word,
      )
    )
      return -1;
  }
  return -1;
}

/** "between Minsk and Vilnius", "in Minsk and Vilnius": the preposition of the first holds for the second. */
function governor(scene: Scene, first: number): number {
  let t = prepositionBefore(scene, first);
  for (let n = 0; n < 6 && t >= 0 && /^(?:and|,)$/.test(lower(scene, t)); n += 1) {
    // "in Nairobi, Kenya, and Dar es Salaam": a comma may stand before "and".
    const end = lower(scene, t) === 'and' && lower(scene, t - 1) === ',' ? t - 1 : t;
    const before = scene.scanned.at[end - 1];
    if (before === undefined || before.actors.length === 0) return -1;
    t = prepositionBefore(scene, before.first);
  }
  return t;
}

function capitalReading(scene: Scene, hit: Hit): Read {
  const t = governor(scene, hit.first);
  if (isTaken(scene, hit)) return { reading: 'place', why: 'a town that something is done to' };
  if (t < 0)
    return isOwnPlace(scene, hit)
      ? { reading: 'place', why: 'in a list of places' }
      : { reading: 'actor', why: 'a capital that acts stands for its government' };
  const word = lower(scene, t);
  if (scene.tables.words('place-cue', 'preposition').has(word)) return { reading: 'place', why: `behind "${word}"` };
  const cue = cueBefore(scene, t);
  if (/^(?:to|from|for|toward|towards|between|of)$/.test(word)) {
    if (cue === 'motion' || (word === 'from' && isSaidFrom(scene, t)))
      return { reading: 'place', why: `the way ${word} it is meant` };
    if (cue === 'message' || word === 'between')
      return { reading: 'actor', why: `what goes "${word}" it is for its government` };
    if (word !== 'for') return { reading: 'place', why: `behind "${word}"` };
  }
  if (isTopic(scene, t)) return { reading: 'place', why: 'what the talk is about' };
  return { reading: 'actor', why: `dealt with ("${word}")` };
}

/** "seized Kabul", "left Minsk". */
function isTaken(scene: Scene, hit: Hit): boolean {
  const { rel, head } = scene.tokens[hit.last - 1]!;
  const verb = scene.tokens[head]?.lemma ?? '';
  const { words } = scene.tables;
  return rel === 'obj' && (words('place-cue', 'taken').has(verb) || words('place-cue', 'motion').has(verb));
}

function isOwnPlace(scene: Scene, hit: Hit): boolean {
  // "at State House, Strelsau,": a place within the capital.
  const inside = lower(scene, hit.first - 1) === ',' && /^[,.]?$/.test(lower(scene, hit.last));
  const house = scene.scanned.at[hit.first - 2];
  const isHouse =
    house === undefined || (house.actors.length === 0 && /^(?:at|in)$/.test(lower(scene, house.first - 1)));
  if (inside && isHouse && capitalised(scene.tokens[hit.first - 2]?.text ?? '')) return true;
  return lower(scene, hit.first - 1) === '(' && lower(scene, hit.last) === ')';
}

/** Whether the words before a preposition speak of a way or of a message. */
function cueBefore(scene: Scene, t: number): 'motion' | 'message' | null {
  const motion = scene.tables.words('place-cue', 'motion');
  const message = scene.tables.words('place-cue', 'communication');
  for (let i = t - 1; i >= Math.max(0, t - 4); i -= 1) {
    const { lemma } = scene.tokens[i]!;
    const word = lower(scene, i);
    if (message.has(word) || message.has(lemma) || message.has(stem(word))) return 'message';
    if (motion.has(word) || motion.has(lemma) || motion.has(stem(word))) return 'motion';
    if (/^[,;:.]$/.test(word)) return null;
  }
  return null;
}

/** Rough stem for when no lemma is known. */
function stem(word: string): string {
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ed|ing|s)$/, '');
}

/** "a statement issued from Oslo", "speaking from Oslo": where somebody is, not whose word it is. */
function isSaidFrom(scene: Scene, t: number): boolean {
  const said = scene.tables.words('place-cue', 'said-from');
  const { lemma } = scene.tokens[t - 1] ?? { lemma: '' };
  return said.has(lower(scene, t - 1)) || said.has(lemma) || said.has(stem(lower(scene, t - 1)));
}

/** "views on Norway", "a resolution on Norway": an item of the agenda. */
function isTopic(scene: Scene, t: number): boolean {
  return lower(scene, t) === 'on' && scene.tables.words('place-cue', 'topic').has(lower(scene, t - 1));
}

/** "on the sidelines of the General Assembly", "at the United Nations": where others meet. */
function isVenue(scene: Scene, sense: ActorSense, t: number): boolean {
  const word = lower(scene, t);
  if (word === 'of') return scene.tables.words('place-cue', 'beside').has(lower(scene, t - 1));
  // "diplomats at the United Nations" are its people.
  const people = scene.taken[t - 1]?.use === 'official';
  return word === 'at' && sense.actor.kind === 'organisation' && !people && !isTarget(scene, t);
}

/** "aimed at Norway", "anger at the Union". */
function isTarget(scene: Scene, t: number): boolean {
  const { lemma, text } = scene.tokens[t - 1] ?? { lemma: '', text: '' };
  const cues = scene.tables.words('place-cue', 'target');
  return lower(scene, t) === 'at' && (cues.has(lemma) || cues.has(text.toLowerCase()));
}

/** "since the Gulf", "a daughter of Yugoslavia" long after: a time or a land that was, and no party. */
function isOfThePast(scene: Scene, hit: Hit, sense: ActorSense, word: string): boolean {
  const before = lower(scene, hit.first - 1);
  if (before === 'since') return !scene.tokens[hit.last - 1]!.rel.startsWith('nsubj');
  const gone = sense.actor.exists?.to !== undefined && scene.day !== null && !covers(sense.actor.exists, scene.day);
  if (!gone || before === 'former') return gone;
  const t = prepositionBefore(scene, hit.first);
  return word === 'of' && scene.tables.words('place-cue', 'past').has(lower(scene, t - 1));
}

function nameReading(scene: Scene, hit: Hit, sense: ActorSense): Read {
  const t = governor(scene, hit.first);
  if (t >= 0 && isVenue(scene, sense, t)) return { reading: 'place', why: 'where others meet' };
  const word = t < 0 ? '' : lower(scene, t);
  if (isOfThePast(scene, hit, sense, word)) return { reading: 'place', why: 'a time or a land that was' };
  if (sense.form === 'metonym' || sense.form === 'organ' || sense.actor.kind !== 'state') return ACTOR;
  if (isTarget(scene, t)) return { reading: 'actor', why: 'what is aimed at it is for its government' };
  if (isTopic(scene, t)) return { reading: 'place', why: 'what the talk is about' };
  if (scene.tables.words('place-cue', 'preposition').has(word)) return { reading: 'place', why: `behind "${word}"` };
  if (/^(?:to|from|for|toward|towards)$/.test(word) && cueBefore(scene, t) === 'motion')
    return { reading: 'place', why: `the way ${word} it is meant` };
  return ACTOR;
}
