/** References in ("the two sides", "his counterpart", "the ministry", "it"), drafts with codes and antecedents out. */
import type { Span } from '../model/span.ts';
import type { Bound } from './bind.ts';
import { type Candidate, Discourse, isParty } from './discourse.ts';
import type { Hit } from './hits.ts';
import { type Draft, lower, place, type Scene, text } from './scene.ts';
import type { WordGroup } from './tables.ts';

/** The land a report was filed from, where the page or the dateline says. */
export interface Ground {
  readonly here: string | null;
}

interface Found {
  readonly codes: readonly string[];
  readonly from: Draft | null;
  readonly why: string;
}

/** Resolves, sentence by sentence, phrases without an owner and all references. */
export function resolveReferences(scenes: readonly Scene[], bound: Bound, ground: Ground): void {
  const talk = new Discourse(scenes);
  for (const scene of scenes) {
    for (const hit of scene.scanned.hits) {
      const group = hit.words.find((g) => g.use === 'reference');
      if (group && scene.taken[hit.first] === undefined) addReference(scene, hit, group);
    }
    const inOrder = [...scene.drafts].sort((a, b) => a.first - b.first);
    for (const draft of inOrder) {
      if (draft.codes.length > 0) continue;
      settle(scene, draft, find(scene, draft, talk, ground), scenes);
      const figure = bound.get(draft);
      if (figure === undefined) continue;
      if (draft.codes.length === 1) figure.code ??= draft.codes[0]!;
      else if (figure.code !== null)
        settle(scene, draft, { codes: [figure.code], from: null, why: 'known from elsewhere in the report' }, scenes);
    }
  }
}

function addReference(scene: Scene, hit: Hit, group: WordGroup): void {
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
    ...(words === 'she' || words === 'her'
      ? { gender: 'f' as const }
      : words === 'he' || words === 'his' || words === 'him'
        ? { gender: 'm' as const }
        : {}),
  });
}

/** "It is unclear whether", "it was said that": no party. */
function isEmptySubject(scene: Scene, after: number): boolean {
  const words = [0, 1, 2, 3].map((n) => lower(scene, after + n)).join(' ');
  return /^(?:is|was|were|'s|’s|has been|had been|would be|will be|may be|remains|seems|seemed|appears|appeared|became|takes|took|emerged|turned out|could not be|could be|should be|must be|might be)\b/.test(
    words,
  );
}

/** "the state media", "the country house": the noun phrase goes on, so the words point at nothing. */
function goesOn(scene: Scene, after: number): boolean {
  const token = scene.tokens[after];
  if (token === undefined || !/^[\p{L}]/u.test(token.text)) return false;
  if (token.upos === 'X')
    return (
      scene.scanned.at[after]?.words.some((g) => /^(?:official|organ|mission|force|national)$/.test(g.use)) ?? false
    );
  return /^(?:NOUN|PROPN|ADJ)$/.test(token.upos) && !scene.tables.words('month').has(lower(scene, after));
}

/** "the North" of Korea is written with a capital and ends there. */
function isHalf(scene: Scene, hit: Hit): boolean {
  const noun = scene.tokens[hit.last - 1]!.text;
  return /^[NS]/.test(noun) && !/^\p{Lu}/u.test(scene.tokens[hit.last]?.text ?? '');
}

function settle(scene: Scene, draft: Draft, found: Found | null, scenes: readonly Scene[]): void {
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

function find(scene: Scene, draft: Draft, talk: Discourse, ground: Ground): Found | null {
  if (draft.use === 'reference') return byMeaning(scene, draft, talk, ground);
  const owner = draft.ownerAt === undefined ? undefined : scene.taken[draft.ownerAt];
  if (owner)
    return owner.codes.length === 0 ? null : { codes: owner.codes, from: owner, why: 'its owner is a reference' };
  if (draft.foreign) return null;
  if (draft.means === 'counterpart') return otherThanLast(scene, draft, talk);
  if (draft.possessor !== undefined) return ofPossessor(draft, talk);
  return ownerless(scene, draft, talk, ground);
}

function byMeaning(scene: Scene, draft: Draft, talk: Discourse, ground: Ground): Found | null {
  switch (draft.means) {
    case 'pair':
      return pair(scene, draft, talk, 2);
    case 'set':
      return pair(scene, draft, talk, numberIn(text(scene, draft.first, draft.last)));
    case 'it':
      return lastBody(draft, talk);
    case 'they':
      return lastPlural(draft, talk);
    case 'person':
      return lastPerson(draft, talk);
    case 'country':
      return lastOf(draft, talk, (d) => d.kind === 'state' && d.use !== 'reference', 'the state named last');
    case 'bloc':
      return lastOf(draft, talk, (d) => d.kind === 'organisation', 'the organisation named last');
    case 'neighbour':
    case 'other':
      return otherThanLast(scene, draft, talk);
    case 'half':
      return halfOfKorea(scene, draft, talk);
    case 'koreas':
      return { codes: ['KOR', 'PRK'], from: null, why: 'the words name both' };
    case 'here':
      return standing(scene, draft, ground);
    default:
      return null;
  }
}

function halfOfKorea(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const present = new Set(talk.salient(scene.index, draft.first).map((c) => c.code));
  if (!present.has('KOR') && !present.has('PRK')) return null;
  const code = lower(scene, draft.last - 1) === 'north' ? 'PRK' : 'KOR';
  return { codes: [code], from: null, why: 'the half of Korea so called' };
}

/** Inside a quotation "here" is where the speaker stands, which the dateline does not tell. */
function standing(scene: Scene, draft: Draft, ground: Ground): Found | null {
  if (ground.here === null || isQuoted(scene, draft.first)) return null;
  return { codes: [ground.here], from: null, why: 'the land the report was filed from' };
}

function isQuoted(scene: Scene, at: number): boolean {
  let open = false;
  for (let t = 0; t < at; t += 1) {
    const word = scene.tokens[t]!.text;
    if (/^(?:“|„|``|»)$/.test(word)) open = true;
    else if (/^(?:”|''|«)$/.test(word)) open = false;
    else if (word === '"') open = !open;
  }
  return open;
}

function numberIn(words: string): number {
  if (/three/.test(words)) return 3;
  if (/four/.test(words)) return 4;
  return /five/.test(words) ? 5 : 2;
}

/** The most present parties at this place, as many as the words say. */
function pair(scene: Scene, draft: Draft, talk: Discourse, wanted: number): Found | null {
  const best = talk.salient(scene.index, draft.first).slice(0, wanted + 1);
  if (best.length < wanted) return null;
  const chosen = best.slice(0, wanted);
  const names = chosen.map((c) => c.code);
  return { codes: names, from: chosen[0]!.draft, why: `the ${wanted} parties most present here: ${names.join(', ')}` };
}

/** The last state, organisation or organ that could act, subjects first. */
function lastBody(draft: Draft, talk: Discourse): Found | null {
  let fallback: Draft | null = null;
  for (const d of talk.before(draft.sentence, draft.first, 2)) {
    if (!isParty(d) || d.kind === 'person' || d.plural || d.reading === 'place' || d.means === 'person') continue;
    if (d.form === 'office') continue;
    if (d.codes.length > 1) continue;
    if (fallback !== null && d.sentence !== fallback.sentence) break;
    if (d.reading === 'actor') {
      fallback = d;
      continue;
    }
    fallback ??= d;
  }
  return fallback && { codes: fallback.codes, from: fallback, why: 'the body that acted last' };
}

function lastPlural(draft: Draft, talk: Discourse): Found | null {
  for (const d of talk.before(draft.sentence, draft.first, 2)) {
    if (!isParty(d) || d.reading === 'place' || d === draft) continue;
    if (d.plural || d.codes.length > 1) return { codes: d.codes, from: d, why: 'the people or parties named last' };
  }
  return null;
}

function lastPerson(draft: Draft, talk: Discourse): Found | null {
  for (const d of talk.before(draft.sentence, draft.first, 3)) {
    const person = d.kind === 'person' || (d.form === 'office' && !d.plural);
    if (!person || (d.gender && draft.gender && d.gender !== draft.gender)) continue;
    return { codes: d.codes, from: d, why: 'the person named last' };
  }
  return null;
}

function lastOf(draft: Draft, talk: Discourse, fits: (d: Draft) => boolean, why: string): Found | null {
  for (const d of talk.before(draft.sentence, draft.first)) {
    if (d.codes.length === 1 && fits(d)) return { codes: d.codes, from: d, why };
  }
  return null;
}

/** The one of the pair that was not named last. */
function otherThanLast(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const last = lastOf(draft, talk, (d) => d.reading !== 'place' && d.use !== 'national', '');
  if (last === null) return null;
  const other = talk.salient(scene.index, draft.first).find((c: Candidate) => !last.codes.includes(c.code));
  return other ? { codes: [other.code], from: other.draft, why: `the other side than ${last.codes[0]}` } : null;
}

function ofPossessor(draft: Draft, talk: Discourse): Found | null {
  const person = draft.possessor === 'his' || draft.possessor === 'her';
  const owner = person ? lastPerson({ ...draft, gender: draft.possessor === 'his' ? 'm' : 'f' }, talk) : null;
  const near = draft.possessor === 'whose' ? lastOf(draft, talk, () => true, '') : null;
  const body = draft.possessor === 'its' || draft.possessor === 'their' ? lastBody(draft, talk) : null;
  const found = owner ?? near ?? body;
  return (
    found && { ...found, why: `"${draft.possessor}" points at ${found.codes.join(', ') || 'a person without a state'}` }
  );
}

/** "the ministry", "Foreign Minister Perić": the same organ named before, else the side that has the word here. */
function ownerless(scene: Scene, draft: Draft, talk: Discourse, ground: Ground): Found | null {
  const same = sameBefore(scene, draft, talk);
  if (same !== null) return same;
  const named = draft.nameAt !== undefined;
  if (!named && !draft.definite && draft.use !== 'organ') return null;
  if (draft.use === 'national' || draft.use === 'group' || draft.partial || (draft.plural && !draft.definite))
    return null;
  if (draft.means === 'of-organisation')
    return lastOf(draft, talk, (d) => d.kind === 'organisation', 'the organisation named last');
  const [best] = talk.salient(scene.index, draft.first).filter((c) => c.draft.kind !== 'organisation');
  if (best !== undefined)
    return { codes: [best.code], from: best.draft, why: `no owner named; ${best.code} is the side spoken of here` };
  return ground.here === null
    ? null
    : { codes: [ground.here], from: null, why: 'no owner named; the land the report was filed from' };
}

/** The last phrase with the same head word or organ that had an owner. */
function sameBefore(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  if (!draft.definite && draft.nameAt === undefined) return null;
  const head = draft.office?.split(' ').at(-1)?.toLowerCase() ?? lower(scene, draft.headToken);
  for (const d of talk.before(draft.sentence, draft.first, 12)) {
    if (d.codes.length === 0 || d.use !== draft.use || d.plural !== draft.plural) continue;
    const organ = d.organ !== undefined && d.organ === draft.organ;
    const word = draft.definite && endsAlike(d, head);
    if (organ || word) return { codes: d.codes, from: d, why: 'the same office or body was named before' };
  }
  return null;
}

function endsAlike(d: Draft, head: string): boolean {
  return (d.office ?? d.organ ?? '').toLowerCase().endsWith(head);
}
