/** References in ("the two sides", "his counterpart", "the ministry", "it"), drafts with codes and antecedents out. */
import type { Span } from '../model/span.ts';
import * as seek from './antecedent.ts';
import type { Bound } from './bind.ts';
import { describedLands, eitherOfTwo } from './described.ts';
import { Discourse } from './discourse.ts';
import type { Hit } from './hits.ts';
import { country } from './lands.ts';
import { ownerless } from './ownerless.ts';
import { counted, ofTwo, oneOfPair, pair, set } from './pairs.ts';
import type { Figure } from './people.ts';
import { type Draft, isHyphen, isSubject, lower, place, type Scene } from './scene.ts';
import type { WordGroup } from './tables.ts';

/** The land a report was filed from, where the page or the dateline says. */
export interface Ground {
  readonly here: string | null;
}

/** Resolves, sentence by sentence, phrases without an owner and all references. */
export function resolveReferences(scenes: readonly Scene[], bound: Bound, ground: Ground): void {
  const talk = new Discourse(scenes);
  const across = acrossFrom(scenes, bound);
  for (const scene of scenes) {
    for (const hit of scene.scanned.hits) {
      const group = hit.words.find((g) => g.use === 'reference');
      if (group && scene.taken[hit.first] === undefined) addReference(scene, hit, group);
    }
    for (const land of describedLands(scene)) addReference(scene, land, { means: 'country' });
    for (const one of eitherOfTwo(scene)) addReference(scene, one, one);
    for (const draft of scene.drafts) {
      const named = draft.use === 'group' && draft.codes.length === 0 ? counted(scene, draft, talk) : null;
      if (named === null) continue;
      draft.partial = false;
      settle(scene, draft, named, scenes);
    }
    const inOrder = [...scene.drafts].sort((a, b) => a.first - b.first);
    for (const draft of inOrder) {
      const own = bound.get(draft)?.known ?? null;
      if (draft.means === 'counterpart' && own === null) takeOffice(draft, seek.ofPossessor(scene, draft, talk));
      if (draft.codes.length > 0) continue;
      const figure = bound.get(draft);
      const known = figure?.code ?? null;
      if (known !== null)
        settle(scene, draft, { codes: [known], from: null, why: 'bound elsewhere in the report' }, scenes);
      else {
        const found = find(scene, draft, talk, ground) ?? usual(draft);
        settle(scene, draft, figure === undefined ? found : notAcross(scene, found, across.get(figure), talk), scenes);
      }
      if (figure !== undefined && draft.codes.length === 1) figure.code ??= draft.codes[0]!;
    }
  }
}

/** For each person the lands that the report puts opposite: "his Danish counterpart" makes him no Dane. */
function acrossFrom(scenes: readonly Scene[], bound: Bound): ReadonlyMap<Figure, ReadonlySet<string>> {
  const out = new Map<Figure, Set<string>>();
  let last: Figure | undefined;
  for (const scene of scenes) {
    for (const draft of [...scene.drafts].sort((a, b) => a.first - b.first)) {
      const figure = bound.get(draft);
      const opposite = draft.means === 'counterpart' && /^(?:his|her)$/.test(draft.possessor ?? '');
      if (opposite && last !== undefined && draft.codes.length === 1)
        out.set(last, (out.get(last) ?? new Set()).add(draft.codes[0]!));
      else if (figure !== undefined && isSubject(scene, draft)) last = figure;
    }
  }
  return out;
}

/** The other party of the pair where the one found sits across the table. */
function notAcross(
  scene: Scene,
  found: seek.Found | null,
  across: ReadonlySet<string> | undefined,
  talk: Discourse,
): seek.Found | null {
  const [code] = found?.codes ?? [];
  if (code === undefined || across?.has(code) !== true) return found;
  const other = talk.partner(code, scene.index, Number.MAX_SAFE_INTEGER);
  return other === null || across.has(other.code)
    ? null
    : { codes: [other.code], from: other.draft, why: `not ${code}, whose office-holder is called a counterpart` };
}

function usual(draft: Draft): seek.Found | null {
  if (draft.usual === undefined) return null;
  return { codes: [draft.usual], from: null, why: `no other owner in sight; ${draft.usual} has one by this name` };
}

/** A counterpart holds the office of the one whose counterpart it is. */
function takeOffice(draft: Draft, other: seek.Found | null): void {
  if (other?.from?.office !== undefined) draft.office = other.from.office;
  if (other?.from?.organ !== undefined) draft.organ = other.from.organ;
}

function addReference(scene: Scene, hit: Pick<Hit, 'first' | 'last'>, group: Pick<WordGroup, 'means'>): void {
  if (group.means === 'it' && isEmptySubject(scene, hit.last)) return;
  if (group.means === 'pair' && lower(scene, hit.last) === 'of') return;
  if (group.means === 'half' && !isHalf(scene, hit)) return;
  if (group.means !== 'it' && group.means !== 'they' && group.means !== 'person' && goesOn(scene, hit.last)) return;
  const words = lower(scene, hit.first);
  place(scene, {
    sentence: scene.index,
    first: hit.first,
    last: hit.last,
    kind: group.means === 'person' ? 'person' : group.means === 'bloc' ? 'organisation' : 'state',
    form: 'reference',
    codes: [],
    partial: false,
    reading: /^(?:its|his|her|their)$/.test(words) && hit.last - hit.first === 1 ? 'modifier' : 'actor',
    resolved: 'unresolved',
    rule: `actors/reference-${group.means ?? 'other'}`,
    why: 'points at nothing the report names for sure',
    headToken: hit.last - 1,
    tense: 'current',
    plural: group.means === 'pair' || group.means === 'set' || group.means === 'they',
    use: 'reference',
    means: group.means ?? '',
    definite: true,
    foreign: false,
    ...(/^(?:she|her)\b/.test(words)
      ? { gender: 'f' as const }
      : /^(?:he|his|him)\b/.test(words)
        ? { gender: 'm' as const }
        : {}),
  });
}

/** "It is unclear whether", "it was said that": no party. */
function isEmptySubject(scene: Scene, after: number): boolean {
  if (isStateOfBody(scene, after)) return false;
  const words = [0, 1, 2, 3].map((n) => lower(scene, after + n)).join(' ');
  return /^(?:is|was|were|'s|’s|has been|had been|would be|will be|may be|remains|seems|seemed|appears|appeared|became|takes|took|emerged|turned out|could not be|could be|should be|must be|might be)\b/.test(
    words,
  );
}

/** "it was ready to talk", "it is considering a reply": what only somebody can be or do. */
function isStateOfBody(scene: Scene, after: number): boolean {
  if (!/^(?:is|was|'s|’s|remains|remained|be|been|stands|stood|feels|felt)$/.test(lower(scene, after))) return false;
  let t = after + 1;
  while (scene.tokens[t]?.upos === 'ADV' || /^(?:not|n't|n’t)$/.test(lower(scene, t))) t += 1;
  const word = lower(scene, t);
  const states = scene.tables.words('verb', 'body-state');
  const does = word.endsWith('ing') && scene.tokens[t]?.upos === 'VERB';
  return states.has(word) || (does && !scene.tables.words('verb', 'of-things').has(scene.tokens[t]!.lemma));
}

/** "the state media", "the country house": the noun phrase goes on, so the words point at nothing. */
function goesOn(scene: Scene, after: number): boolean {
  const token = scene.tokens[after];
  // "the three-hour meeting"
  if (isHyphen(scene, after)) return true;
  if (token === undefined || !/^[\p{L}]/u.test(token.text)) return false;
  if (token.upos === 'X')
    return (
      scene.scanned.at[after]?.words.some((g) => /^(?:official|organ|mission|force|national)$/.test(g.use)) ?? false
    );
  return /^(?:NOUN|PROPN|ADJ)$/.test(token.upos) && !scene.tables.words('month').has(lower(scene, after));
}

/** "the North" of Korea is written with a capital and ends there. */
function isHalf(scene: Scene, hit: Pick<Hit, 'first' | 'last'>): boolean {
  const noun = scene.tokens[hit.last - 1]!.text;
  return /^[NS]/.test(noun) && !/^\p{Lu}/u.test(scene.tokens[hit.last]?.text ?? '');
}

function settle(scene: Scene, draft: Draft, found: seek.Found | null, scenes: readonly Scene[]): void {
  if (found === null || found.codes.length === 0) return;
  draft.codes = [...found.codes];
  draft.resolved = 'inferred';
  draft.why = found.why;
  if (found.from === null) return;
  const source = scenes[found.from.sentence] ?? scene;
  draft.antecedent = spanOf(source, found.from);
  if (draft.means === 'person') {
    if (found.from.name !== undefined) draft.name = found.from.name;
    if (found.from.office !== undefined) draft.office = found.from.office;
  }
  if (draft.means === 'it' && found.from.organ !== undefined) draft.organ = found.from.organ;
}

function spanOf(scene: Scene, draft: Draft): Span {
  return { start: scene.tokens[draft.first]!.start, end: scene.tokens[draft.last - 1]!.end };
}

function find(scene: Scene, draft: Draft, talk: Discourse, ground: Ground): seek.Found | null {
  if (draft.use === 'reference') return byMeaning(scene, draft, talk, ground);
  if (draft.pairPlace !== undefined) return oneOfPair(scene, draft, talk, ground.here);
  const owner = draft.ownerAt === undefined ? undefined : scene.taken[draft.ownerAt];
  if (owner)
    return owner.codes.length === 0 ? null : { codes: owner.codes, from: owner, why: 'its owner is a reference' };
  // A bare name is told by its office where that stands, never by who is spoken of.
  if (draft.foreign || draft.rule === 'actors/person') return null;
  if (draft.paired === true) return pair(scene, draft, talk);
  if (draft.means === 'counterpart') return seek.otherSide(scene, draft, talk);
  if (draft.possessor !== undefined) return seek.ofPossessor(scene, draft, talk);
  return ownerless(scene, draft, talk, ground.here);
}

function byMeaning(scene: Scene, draft: Draft, talk: Discourse, ground: Ground): seek.Found | null {
  switch (draft.means) {
    case 'pair':
      return pair(scene, draft, talk);
    case 'set':
      return set(scene, draft, talk);
    case 'it':
      return seek.body(scene, draft, talk);
    case 'they':
      return seek.several(scene, draft, talk);
    case 'person':
      return seek.person(scene, draft, talk);
    case 'country':
      return country(scene, draft, talk);
    case 'own-country':
      return seek.person(scene, draft, talk);
    case 'bloc':
      return seek.organisation(draft, talk);
    case 'former':
      return ofTwo(scene, draft, talk, 0);
    case 'latter':
      return ofTwo(scene, draft, talk, 1) ?? seek.otherSide(scene, draft, talk);
    case 'neighbour':
    case 'other':
      return seek.otherSide(scene, draft, talk);
    case 'half':
      return seek.halfOfKorea(scene, draft, talk);
    case 'koreas':
      return { codes: ['KOR', 'PRK'], from: null, why: 'the words name both' };
    case 'here':
      return seek.standing(scene, draft, ground.here);
    default:
      return null;
  }
}
