/** Lookups in what was said before, one for each kind of reference. In: a reference. Out: whom it means, or null. */
import { type Discourse, isParty } from './discourse.ts';
import { type Draft, hitFrom, isMainSubject, isSubject, lower, type Scene, text } from './scene.ts';

/** What a reference was resolved to. */
export interface Found {
  readonly codes: readonly string[];
  readonly from: Draft | null;
  readonly why: string;
}

const STATES = /countr|nation|state|neighbo|government|president|minister|leader|arm(?:y|ies)|capital|embass|people/i;

/** "both countries": the company named just before, else the two most present parties. */
export function pair(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const company = talk.company(scene.index, draft.first, 2, 2);
  if (company !== null && !talk.hasHelper(company.codes))
    return { codes: company.codes, from: company.draft, why: 'the two named together just before' };
  const best = talk.pair(scene.index, draft.first, STATES.test(text(scene, draft.first, draft.last)));
  if (best.length < 2) return null;
  const codes = best.map((c) => c.code);
  return { codes, from: best[0]!.draft, why: `the two parties most present here: ${codes.join(', ')}` };
}

/** "the parties", "all three countries": a company of that size, else nobody unless just two are in play. */
export function set(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const wanted = numberIn(text(scene, draft.first, draft.last));
  const company = talk.company(scene.index, draft.first, wanted, 30);
  const all = talk.salient(scene.index, draft.first);
  if (company !== null && (wanted > 0 || company.codes.length > 2 || all.length <= 2)) {
    return { codes: company.codes, from: company.draft, why: 'those named together before' };
  }
  if (wanted > 2)
    return all.length === wanted ? { codes: all.map((c) => c.code), from: null, why: 'all parties named' } : null;
  const third = all[2];
  // More than two in play and nothing that says which: left open.
  if (third !== undefined && third.score > 0.6 * all[1]!.score) return null;
  return pair(scene, draft, talk);
}

/** 3 to 5 where the words say so, 0 for any number. */
function numberIn(words: string): number {
  const at = ['three', 'four', 'five'].findIndex((n) => words.toLowerCase().includes(n));
  return at < 0 ? 0 : at + 3;
}

/** "it", "its": the body that is the subject here, else the one the sentence before was about. */
export function body(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const own = lower(scene, draft.first) === 'its' || draft.possessor !== undefined;
  if (!own && talk.hasTree && !actsHere(scene, draft)) return null;
  for (let back = 0; back <= 2; back += 1) {
    const there = [...talk.before(scene.index - back, back === 0 ? draft.first : Number.MAX_SAFE_INTEGER, 0)];
    const bodies = there.filter(isBody);
    if (bodies.length === 0) continue;
    const found = back === 0 ? nearBody(talk, bodies, own) : mainBody(talk, bodies);
    if (found) return { codes: found.codes, from: found, why: 'the body that acted last' };
  }
  return null;
}

/** "it" is a body only as the subject of what bodies do; papers, deals and weather are "it" too. */
function actsHere(scene: Scene, draft: Draft): boolean {
  const { rel, head } = scene.tokens[draft.first]!;
  const verb = scene.tokens[head];
  const thing = verb !== undefined && scene.tables.words('verb', 'of-things').has(verb.lemma);
  // "It did not elaborate": with "did" it is a verb whatever the tagger took it for.
  const done = verb?.upos === 'VERB' || scene.tokens.some((t) => t.head === head && t.lemma === 'do');
  return /^(?:nsubj|expl)$/.test(rel) && done && !thing;
}

function isBody(d: Draft): boolean {
  const one = d.codes.length === 1 && !d.plural && d.kind !== 'person' && d.form !== 'office' && d.means !== 'person';
  return one && isParty(d) && d.reading !== 'place' && !(d.form === 'adjective');
}

/** Bodies come nearest first. */
function nearBody(talk: Discourse, bodies: readonly Draft[], own: boolean): Draft | undefined {
  const main = own ? undefined : bodies.find((d) => isMainSubject(talk.scene(d), d));
  const subject = main ?? bodies.find((d) => isSubject(talk.scene(d), d));
  return subject ?? (own || !talk.hasTree ? bodies[0] : undefined);
}

function mainBody(talk: Discourse, bodies: readonly Draft[]): Draft | undefined {
  const main = bodies.find((d) => isMainSubject(talk.scene(d), d));
  return main ?? bodies.findLast((d) => isSubject(talk.scene(d), d)) ?? bodies.at(-1);
}

/** "they", "their": a company or a plural named last. */
export function several(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const company = talk.company(scene.index, draft.first, 0, 1);
  for (const d of talk.before(scene.index, draft.first, 2)) {
    if (d === draft || d.reading === 'place' || d.codes.length === 0) continue;
    if (company !== null && d.sentence === company.sentence && d.first < company.last) {
      return { codes: company.codes, from: company.draft, why: 'those named together before' };
    }
    if (d.plural || d.codes.length > 1) return { codes: d.codes, from: d, why: 'the people or parties named last' };
  }
  return null;
}

/** "he", "she": the person who speaks or acts here, else the last one before. */
export function person(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  for (let back = 0; back <= 3; back += 1) {
    const there = [...talk.before(scene.index - back, back === 0 ? draft.first : Number.MAX_SAFE_INTEGER, 0)];
    const people = there.filter((d) => isPerson(d) && agrees(d, draft));
    const subject = people.find((d) => isSubject(talk.scene(d), d));
    const main = back > 0 ? people.find((d) => isMainSubject(talk.scene(d), d)) : undefined;
    const near = back === 0 && /^(?:his|her)$/.test(lower(scene, draft.first)) ? people[0] : undefined;
    const object = back === 0 && isObject(scene, draft) ? people.find((d) => !isSubject(talk.scene(d), d)) : undefined;
    const found = near ?? object ?? main ?? subject ?? people[0];
    if (othersBetween(scene, draft, talk, back, found)) return null;
    if (found) return { codes: found.codes, from: found, why: 'the person named last' };
  }
  return null;
}

/** A mother, a shopkeeper or a name nobody knows stands nearer: the pronoun is theirs. */
function othersBetween(scene: Scene, draft: Draft, talk: Discourse, back: number, found: Draft | undefined): boolean {
  const there = talk.sceneAt(scene.index - back);
  if (there === undefined) return false;
  const to = back === 0 ? draft.first : there.tokens.length;
  for (let t = found?.last ?? 0; t < to; t += 1) {
    if (there.taken[t] !== undefined || !there.tokens[t]!.rel.startsWith('nsubj')) continue;
    const word = lower(there, t);
    if (there.tables.words('kin', draft.gender ?? 'm').has(word)) return true;
    const given = there.tables.words('given-name', draft.gender ?? 'm').has(word);
    if (there.tokens[t]!.upos === 'PROPN' && given) return true;
  }
  return false;
}

/** "handed him a note": not the one who does the handing. */
function isObject(scene: Scene, draft: Draft): boolean {
  return /^(?:obj|iobj|obl)/.test(scene.tokens[draft.first]!.rel);
}

function isPerson(d: Draft): boolean {
  return d.kind === 'person' || (d.form === 'office' && !d.plural);
}

function agrees(d: Draft, draft: Draft): boolean {
  return d.gender === undefined || draft.gender === undefined || d.gender === draft.gender;
}

/** "the country": the land of who acted last, else the one named last. */
export function country(draft: Draft, talk: Discourse): Found | null {
  const ofState = (d: Draft): boolean =>
    (d.kind === 'state' || d.kind === 'organ') && d.use !== 'reference' && d.form !== 'metonym';
  for (let back = 0; back <= 2; back += 1) {
    const at = back === 0 ? draft.first : Number.MAX_SAFE_INTEGER;
    const there = [...talk.before(draft.sentence - back, at, 0)].filter((d) => d.codes.length === 1 && ofState(d));
    const subject = there.find((d) => d.reading !== 'place' && isSubject(talk.scene(d), d));
    const found = subject ?? there.find((d) => d.reading !== 'place') ?? (back > 0 ? there[0] : undefined);
    if (found) return { codes: found.codes, from: found, why: 'the state spoken of last' };
  }
  return lastOf(draft, talk, (d) => d.kind === 'state' && d.use !== 'reference', 'the state named last');
}

/** "the bloc": the organisation named last. */
export function organisation(draft: Draft, talk: Discourse): Found | null {
  return lastOf(draft, talk, (d) => d.kind === 'organisation', 'the organisation named last', 20);
}

function lastOf(draft: Draft, talk: Discourse, fits: (d: Draft) => boolean, why: string, reach = 8): Found | null {
  for (const d of talk.before(draft.sentence, draft.first, reach)) {
    if (d.codes.length === 1 && fits(d)) return { codes: d.codes, from: d, why };
  }
  return null;
}

/** "its western neighbour", "his counterpart": the party that deals with the one meant by "its" or "his". */
export function otherSide(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const named = namedBehind(scene, draft);
  if (named !== null) return { codes: named.codes, from: named, why: 'named right behind' };
  const one = sideOf(scene, draft, talk);
  if (one === null || one.codes[0] === undefined) return null;
  const other = talk.partner(one.codes[0], scene.index, draft.first);
  return other && { codes: [other.code], from: other.draft, why: `the other side than ${one.codes[0]}` };
}

/** "its neighbour, Ruritania": what follows the comma says who. */
function namedBehind(scene: Scene, draft: Draft): Draft | null {
  if (lower(scene, draft.last) !== ',' || hitFrom(scene, draft.last + 1) === null) return null;
  const next = scene.taken[draft.last + 1];
  return next !== undefined && next.codes.length === 1 && next.form === 'name' ? next : null;
}

function sideOf(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const his = draft.possessor ?? lower(scene, draft.first);
  if (/^(?:his|her)$/.test(his)) return person(scene, { ...draft, gender: his === 'his' ? 'm' : 'f' }, talk);
  if (/^(?:its|their)$/.test(his)) return body(scene, { ...draft, possessor: his }, talk);
  return lastOf(draft, talk, (d) => d.reading !== 'place' && d.use !== 'national', '');
}

/** "its embassy", "his government", "whose ministry". */
export function ofPossessor(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const found = possessor(scene, draft, talk);
  const whose = found?.codes.join(', ') || 'a person without a state';
  return found && { ...found, why: `"${draft.possessor}" points at ${whose}` };
}

function possessor(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  switch (draft.possessor) {
    case 'his':
      return person(scene, { ...draft, gender: 'm' }, talk);
    case 'her':
      return person(scene, { ...draft, gender: 'f' }, talk);
    case 'whose':
      return lastOf(draft, talk, () => true, '');
    case 'their':
      return several(scene, draft, talk) ?? body(scene, draft, talk);
    case 'its':
      return body(scene, draft, talk);
    default:
      return null;
  }
}

/** "the ministry", "Foreign Minister Perić": the same organ named before, else the side that has the word here. */
export function ownerless(scene: Scene, draft: Draft, talk: Discourse, here: string | null): Found | null {
  const led = leads(scene, draft);
  if (led !== null) return led;
  if (draft.receiving !== undefined && draft.definite) return senderTo(scene, draft, talk);
  const envoy = draft.means === 'mission-head' ? envoyOf(scene, draft, talk) : null;
  if (envoy !== null) return envoy;
  const same = sameBefore(scene, draft, talk);
  if (same !== undefined) return same;
  if (!canBeGiven(draft)) return null;
  if (draft.means === 'of-organisation') return organisation(draft, talk);
  const local = localState(scene, draft);
  if (local !== null) return { codes: local.codes, from: local, why: 'the sentence is set there' };
  return spokenOf(scene, draft, talk, here);
}

/** The side most present here; the press leaves out the land of its own ministers, so the dateline weighs too. */
function spokenOf(scene: Scene, draft: Draft, talk: Discourse, here: string | null): Found | null {
  const taken = new Set(scene.drafts.filter((d) => d.means === 'counterpart').flatMap((d) => d.codes));
  const weight = (code: string): number =>
    code === here && /ministry|government|presidency|parliament/.test(draft.organ ?? '') ? 0.8 : 0;
  const [best] = talk
    .salient(scene.index, draft.first, 'near')
    .filter((c) => c.draft.kind !== 'organisation' && !taken.has(c.code))
    .map((c) => ({ ...c, score: c.score + weight(c.code) }))
    .sort((a, b) => b.score - a.score);
  if (best !== undefined) {
    return { codes: [best.code], from: best.draft, why: `no owner named; ${best.code} is the side spoken of here` };
  }
  return here === null
    ? null
    : { codes: [here], from: null, why: 'no owner named; the land the report was filed from' };
}

/** "Deputy Minister Tolipov led the Uzbek side": who leads a delegation is of it. */
function leads(scene: Scene, draft: Draft): Found | null {
  for (let t = draft.last; t < draft.last + 3; t += 1) {
    if (!/^(?:led|leads|heads|headed|chairs|chaired)$/.test(lower(scene, t))) continue;
    const next = scene.taken[t + 1] ?? scene.taken[t + 2];
    if (next !== undefined && next.codes.length === 1 && next.use === 'organ') {
      return { codes: next.codes, from: next, why: 'leads its delegation' };
    }
  }
  return null;
}

/** "Norway summoned the ambassador", "Norway will send an ambassador": the verb tells whose. */
function envoyOf(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const { words } = scene.tables;
  for (let t = draft.first - 1; t >= Math.max(0, draft.first - 4); t -= 1) {
    const { lemma } = scene.tokens[t]!;
    const own = words('verb', 'to-own').has(lemma);
    if (!own && !words('verb', 'to-theirs').has(lemma)) continue;
    const actor = body(scene, { ...draft, possessor: 'its', first: t }, talk);
    if (actor?.codes[0] === undefined) return null;
    if (own) return { ...actor, why: `${actor.codes[0]} does this with its own envoys` };
    const other = talk.partner(actor.codes[0], scene.index, draft.first);
    return other && { codes: [other.code], from: other.draft, why: `${actor.codes[0]} does this to envoys of others` };
  }
  return null;
}

/** "the embassy in Tehran": sent by the other side of the pair that Tehran's state is in. */
function senderTo(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  for (const d of talk.before(scene.index, draft.first, 12)) {
    if (d.receiving === draft.receiving && d.codes.length === 1)
      return { codes: d.codes, from: d, why: 'the same mission was named before' };
  }
  const other = talk.partner(draft.receiving!, scene.index, draft.first);
  return other && { codes: [other.code], from: other.draft, why: `the party that deals with ${draft.receiving}` };
}

/** Posts that, named without a land, belong to the one spoken of; a chief or chairman may be a firm's. */
const STATE_POSTS =
  /^(?:president|government|foreign-ministry|foreign ministry|embassy|parliament|armed-forces|presidency)$|ministry/;

/** Only what is one known body or named person is given to the side spoken of; "officials" are anybody's. */
function canBeGiven(draft: Draft): boolean {
  if (draft.use === 'national' || draft.use === 'group' || draft.partial) return false;
  const post = draft.organ !== undefined && STATE_POSTS.test(draft.organ);
  if (draft.nameAt !== undefined) return post;
  if (draft.plural) return draft.definite && draft.use === 'organ';
  return draft.definite || (draft.use === 'official' && /ministry/.test(draft.organ ?? ''));
}

/** "In Port of Spain, meanwhile, the energy ministry said". */
function localState(scene: Scene, draft: Draft): Draft | null {
  if (lower(scene, 0) !== 'in') return null;
  const there = scene.taken[1];
  return there !== undefined && there.reading === 'place' && there.last < draft.first && there.codes.length === 1
    ? there
    : null;
}

/** The last phrase with the same head word, else with the same organ; null where that one has no owner either. */
function sameBefore(scene: Scene, draft: Draft, talk: Discourse): Found | null | undefined {
  if (!draft.definite && draft.nameAt === undefined) return undefined;
  const why = 'the same office or body was named before';
  let organ: Found | undefined;
  for (const d of talk.before(draft.sentence, draft.first, 12)) {
    if (d.plural !== draft.plural || d.means === 'counterpart') continue;
    if (draft.definite && isSameWord(talk, d, draft)) {
      if (d.codes.length > 0) return { codes: d.codes, from: d, why };
      // "the official" is the unnamed one before; a president or minister can still be told by the rest.
      if (!STATE_POSTS.test(draft.organ ?? '')) return null;
    }
    if (organ === undefined && d.codes.length > 0 && isSameBody(scene, d, draft))
      organ = { codes: d.codes, from: d, why };
  }
  return organ;
}

function isSameWord(talk: Discourse, d: Draft, draft: Draft): boolean {
  if (d.use !== draft.use && d.form !== 'organ' && d.form !== 'person') return false;
  const head = headWord(talk.scene(draft), draft);
  const alike = headWord(talk.scene(d), d) === head || isSameCrown(talk, d, head) || isHeadOfState(d, draft);
  return alike && !differ(d.organ, draft.organ);
}

/** The ministry of a minister, the embassy of an ambassador, "the ministry" of somebody in a ministry. */
function isSameBody(scene: Scene, d: Draft, draft: Draft): boolean {
  if (draft.use === 'mission') return draft.definite && d.organ === 'embassy';
  if (draft.definite && headWord(scene, draft) === 'ministry' && !differ(d.organ, draft.organ))
    return /ministry/.test(d.organ ?? '');
  if (draft.organ === undefined || d.organ === undefined || !/ministry/.test(draft.organ)) return false;
  return d.organ === draft.organ || (draft.organ === 'ministry' && /ministry/.test(d.organ));
}

const ROYAL = /king|queen|monarch|emir|sultan|prince/;

/** "the monarch" for a king named before. */
function isSameCrown(talk: Discourse, d: Draft, head: string): boolean {
  return ROYAL.test(head) && ROYAL.test(headWord(talk.scene(d), d));
}

/** Two ministries of different fields are not the same, however few words name them. */
function differ(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  const field = (organ: string): string =>
    organ
      .toLowerCase()
      .replace(/-/g, ' ')
      .replace(/ministry|department|office/, '')
      .trim();
  const [x, y] = [field(a), field(b)];
  return x !== '' && y !== '' && x !== 'government' && y !== 'government' && x !== y;
}

/** "the head of state" for a president named before. */
function isHeadOfState(d: Draft, draft: Draft): boolean {
  const state = /^head of state$/i.test(draft.office ?? '');
  return state && d.organ === 'presidency' && d.use === 'official';
}

function headWord(scene: Scene, d: Draft): string {
  if (d.noun !== undefined) return lower(scene, d.noun);
  return d.office?.split(' ').at(-1)?.toLowerCase() ?? lower(scene, d.headToken);
}

/** "the North" of the Koreas. */
export function halfOfKorea(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const present = new Set(talk.salient(scene.index, draft.first).map((c) => c.code));
  if (!present.has('KOR') && !present.has('PRK')) return null;
  const code = lower(scene, draft.last - 1) === 'north' ? 'PRK' : 'KOR';
  return { codes: [code], from: null, why: 'the half of Korea so called' };
}

/** "here": inside a quotation it is where the speaker stands, which the dateline does not tell. */
export function standing(scene: Scene, draft: Draft, here: string | null): Found | null {
  if (here === null || isQuoted(scene, draft.first)) return null;
  return { codes: [here], from: null, why: 'the land the report was filed from' };
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
