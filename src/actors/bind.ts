/** Names of persons in a report: bound to offices beside them, then found again under full and short forms. */

import { fold } from './fold.ts';
import { capitalised, type Hit } from './hits.ts';
import type { KnownPerson } from './known.ts';
import { takeNames } from './named.ts';
import { nameRun } from './names.ts';
import { ownerAfter, ownerBefore } from './owner.ts';
import type { Figure, People } from './people.ts';
import { type Draft, hitBefore, hitFrom, isPossessive, lower, place, type Scene, text, widen } from './scene.ts';
import { isCalendarWord, pick, type Setting } from './senses.ts';

export type Bound = ReadonlyMap<Draft, Figure>;

/** Binds names to offices over the whole report, then finds all other mentions of persons. */
export function bindPeople(scenes: readonly Scene[], people: People, setting: Setting): Bound {
  const bound = new Map<Draft, Figure>();
  // Full names of the tables first, so that "President Perić" ahead of "Ana Perić" finds her.
  for (const scene of scenes)
    for (const hit of scene.scanned.hits) {
      const known = hit.person && whichOf(scene, hit, setting);
      if (known) people.fromTables(known);
    }
  for (const scene of scenes) {
    for (const draft of [...scene.drafts]) if (draft.nameAt === undefined) apposition(scene, draft);
    for (const draft of scene.drafts) {
      if (draft.nameAt !== undefined && draft.name !== undefined) bound.set(draft, people.bind(draft.name, draft));
    }
  }
  for (const scene of scenes) findNames(scene, people, setting, bound);
  return bound;
}

/** "the foreign minister, Jurgita Perić, said" and "Jurgita Perić, the foreign minister, said". */
function apposition(scene: Scene, draft: Draft): void {
  if (draft.use !== 'official') return;
  if (draft.plural) {
    if (lower(scene, draft.last) === ',') takeNames(scene, draft, draft.last + 1);
    return;
  }
  const end = draft.receivingEnd ?? draft.last;
  const behind = lower(scene, end) === ',' ? nameRun(scene, end + 1) : null;
  if (
    behind &&
    isWholeName(scene, behind) &&
    closes(scene, behind[1]) &&
    (draft.definite || draft.codes.length > 0 || draft.possessor)
  ) {
    join(scene, draft, behind);
    return;
  }
  const before = nameEndingAt(scene, beforeDeterminer(scene, draft.first) - 1);
  if (before && isWholeName(scene, before)) join(scene, draft, before);
}

function join(scene: Scene, draft: Draft, run: readonly [number, number]): void {
  draft.nameAt = run;
  draft.name = text(scene, run[0], run[1]);
  draft.kind = 'person';
  draft.form = 'person';
  widen(scene, draft, run[0], run[1]);
}

function isWholeName(scene: Scene, run: readonly [number, number]): boolean {
  if (scene.taken[run[0]] !== undefined || scene.taken[run[1] - 1] !== undefined) return false;
  return run[1] - run[0] > 1 || hitFrom(scene, run[0])?.person != null;
}

function closes(scene: Scene, t: number): boolean {
  return t >= scene.tokens.length || /^(?:[,.;:)—–-]|who|said|has|told|and|was|is)$/.test(lower(scene, t));
}

/** Index of the comma before "the", "a", "an" and words such as "former", if one stands there. */
function beforeDeterminer(scene: Scene, first: number): number {
  let t = first;
  while (t > 0 && /^(?:the|a|an|then|former|currently|now|also)$/.test(lower(scene, t - 1))) t -= 1;
  return t;
}

/** The name that ends right before a comma at `comma`. */
function nameEndingAt(scene: Scene, comma: number): readonly [number, number] | null {
  if (lower(scene, comma) !== ',') return null;
  let best: readonly [number, number] | null = null;
  for (let t = comma - 1; t >= Math.max(0, comma - 8); t -= 1) {
    if (scene.taken[t] !== undefined || /^[,.;:"“”‘()]$/.test(scene.tokens[t]!.text)) break;
    if (!capitalised(scene.tokens[t]!.text)) continue;
    const run = nameRun(scene, t);
    if (run !== null && run[1] === comma && !startsWithFunction(scene, t)) best = run;
  }
  return best;
}

function startsWithFunction(scene: Scene, t: number): boolean {
  return scene.tables.words('function').has(lower(scene, t));
}

/** Finds persons that stand in a sentence without an office. */
function findNames(scene: Scene, people: People, setting: Setting, bound: Map<Draft, Figure>): void {
  for (let t = 0; t < scene.tokens.length; t += 1) {
    if (scene.taken[t] !== undefined || !capitalised(scene.tokens[t]!.text)) continue;
    const hit = hitFrom(scene, t);
    if (hit && !hit.person && (hit.words.length > 0 || pick(scene, hit, setting) !== null)) continue;
    const run = nameRun(scene, t);
    if (run === null) continue;
    nameWithLand(scene, run, people, setting);
    const known = hit?.person ? whichOf(scene, hit, setting) : null;
    const figure = known === null ? figureOf(scene, run, people, setting) : people.fromTables(known);
    if (figure !== null) bound.set(placePerson(scene, run, figure), figure);
    // "Later Perić left": the first word of a sentence may be no part of the name.
    else if (t === 0 && run[1] > 1 && opensSentence(scene)) continue;
    t = run[1] - 1;
  }
}

/** Of two kings of one name the one whose land stands beside it, else the one whose land the report speaks of more. */
function whichOf(scene: Scene, hit: Hit, setting: Setting): KnownPerson | null {
  if (hit.namesakes.length < 2) return hit.person?.person ?? null;
  const beside =
    ownerBefore(scene, hit.first, setting) ??
    (lower(scene, hit.last) === 'of' ? ownerAfter(scene, hit.last + 1, setting) : null);
  const ofLand = (p: KnownPerson, codes: readonly string[]): boolean => p.roles.some((r) => codes.includes(r.code));
  const people = hit.namesakes.map((s) => s.person);
  if (beside !== null) return people.find((p) => ofLand(p, beside.codes)) ?? null;
  const weight = (p: KnownPerson): number => Math.max(...p.roles.map((r) => setting.weight.get(r.code) ?? 0));
  const [best, next] = people.sort((a, b) => weight(b) - weight(a));
  const oneLand = best!.roles.some((r) => ofLand(next!, [r.code]));
  return oneLand || weight(best!) > weight(next!) ? best! : null;
}

/** "Ms Ana Berg (Ruritania)": lists of envoys put the land behind the name. */
function nameWithLand(scene: Scene, run: readonly [number, number], people: People, setting: Setting): void {
  if (lower(scene, run[1]) !== '(' || run[1] - run[0] < 2) return;
  const land = hitFrom(scene, run[1] + 1);
  const sense = land && lower(scene, land.last) === ')' ? pick(scene, land, setting) : null;
  if (sense?.form === 'name') people.settle(text(scene, run[0], run[1]), sense.actor.code);
}

function opensSentence(scene: Scene): boolean {
  return startsWithFunction(scene, 0) || !/^(?:PROPN|NOUN|X)$/.test(scene.tokens[0]!.upos);
}

function figureOf(scene: Scene, run: readonly [number, number], people: People, setting: Setting): Figure | null {
  const name = text(scene, run[0], run[1]);
  const titled = honorificBefore(scene, run[0]) !== null;
  const plain = fold(name);
  if (run[1] - run[0] > 1) return people.find(name);
  const owner = isPossessive(scene, run[0] - 1) ? ownerBefore(scene, run[0], setting) : null;
  const owned = owner?.codes.length === 1 ? people.inOfficeOf(owner.codes[0]!, name) : null;
  if (owned !== null) return owned;
  const known = people.find(name);
  if (known !== null && known.name.length > 1) return known;
  const plainWord = plain.length < 3 || startsWithFunction(scene, run[0]) || isCalendarWord(scene, run[0]);
  if ((plainWord || scene.tables.words('clash-context', 'word-surname').has(plain)) && !titled) return null;
  if (isInsideOtherName(scene, run)) return null;
  return people.inOffice(name);
}

/** "Prayut Putin Street": a capitalised word right beside the surname makes another name of it. */
function isInsideOtherName(scene: Scene, run: readonly [number, number]): boolean {
  const before = scene.tokens[run[0] - 1];
  return (
    before !== undefined && run[0] > 1 && capitalised(before.text) && hitBefore(scene, run[0]) === null && !scene.titled
  );
}

function honorificBefore(scene: Scene, t: number): number | null {
  const dot = lower(scene, t - 1) === '.' ? t - 1 : t;
  const hit = hitBefore(scene, dot);
  return hit?.words.some((g) => g.use === 'honorific') ? hit.first : null;
}

function placePerson(scene: Scene, run: readonly [number, number], figure: Figure): Draft {
  const first = honorificBefore(scene, run[0]) ?? run[0];
  const title = lower(scene, first).replace('.', '');
  if (/^(?:mr|sir|lord)$/.test(title)) figure.gender ??= 'm';
  if (/^(?:mrs|ms|miss|lady|madame)$/.test(title)) figure.gender ??= 'f';
  return place(scene, {
    sentence: scene.index,
    first: scene.taken[first] === undefined ? first : run[0],
    last: run[1],
    kind: 'person',
    form: 'person',
    codes: [],
    name: figure.name,
    partial: false,
    reading: 'actor',
    resolved: 'unresolved',
    rule: 'actors/person',
    why: '',
    headToken: run[1] - 1,
    tense: figure.tense,
    plural: false,
    use: 'official',
    means: '',
    nameAt: run,
    definite: false,
    foreign: false,
  });
}

/** Gives every mention of a person what the report or the tables know of them. */
export function spread(bound: Bound): void {
  for (const [draft, figure] of bound) {
    draft.name = figure.name;
    if (draft.means === 'counterpart' && figure.office !== null) draft.office = figure.office;
    draft.office ??= figure.office ?? '';
    if (draft.office === '') delete draft.office;
    if (draft.organ === undefined && figure.organ !== null) draft.organ = figure.organ;
    if (figure.gender !== null) draft.gender ??= figure.gender;
    if (draft.codes.length > 0 || figure.code === null) continue;
    draft.codes = [figure.code];
    draft.resolved = figure.learnt ? 'inferred' : 'named';
    const basis = figure.learnt ? 'the report binds this name to' : 'the tables give on the day of the report';
    draft.why = `${basis} ${figure.office ?? 'an office'} of ${figure.code}`;
  }
}

/** Puts the name of its holder on an office that the report leaves unnamed, where the tables are sure for that day. */
export function nameHolders(scenes: readonly Scene[], people: People): void {
  for (const scene of scenes) {
    for (const d of scene.drafts) {
      const [code] = d.codes;
      // A guessed owner is no ground for a name.
      if (d.form !== 'office' || d.plural || d.tense !== 'current' || d.codes.length !== 1 || !d.office) continue;
      if (d.resolved !== 'named' && d.means !== 'counterpart') continue;
      const holder = people.holder(code!, d.office);
      if (holder === null) continue;
      d.name = holder.name;
      d.why += `; ${holder.name} held the office on the day of the report`;
    }
  }
}
