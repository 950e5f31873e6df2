/** Lookups in what was said before, one for each kind of reference. In: a reference. Out: whom it means, or null. */
import { type Discourse, isParty } from './discourse.ts';
import { type Draft, headOf, hitFrom, isMainSubject, isSubject, lower, type Scene } from './scene.ts';

/** What a reference was resolved to. */
export interface Found {
  readonly codes: readonly string[];
  readonly from: Draft | null;
  readonly why: string;
}

/** "it", "its": the body that is the subject here, else the one the sentence before was about. */
export function body(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const own = lower(scene, draft.first) === 'its' || draft.possessor !== undefined;
  const doer = own ? clauseBody(scene, draft) : null;
  if (doer !== null) return { codes: doer.codes, from: doer, why: 'the body that does it' };
  if (!own && isDoneTo(scene, draft)) return objectBody(scene, draft, talk);
  const acts = own || !talk.hasTree || actsHere(scene, draft);
  const teller = !own && (acts || endsSomething(scene, draft)) ? tellerOfIt(scene, draft) : null;
  if (teller !== null) return { codes: teller.codes, from: teller, why: 'the body that tells it of itself' };
  if (!acts) return null;
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
  const states = scene.tables.words('verb', 'body-state');
  const such = verb !== undefined && (states.has(verb.text.toLowerCase()) || states.has(lower(scene, head + 1)));
  return /^(?:nsubj|expl)/.test(rel) && (such || (done && !thing));
}

/** "it would end the programme": a war ends, a body ends something. */
function endsSomething(scene: Scene, draft: Draft): boolean {
  const verb = scene.tokens[draft.first]!.head;
  if (verb < 0) return false;
  const both = /^(?:end|begin|start|break|drop|run|take)$/.test(scene.tokens[verb]!.lemma);
  return both && scene.tokens.some((t) => t.head === verb && t.rel === 'obj');
}

/** "Norway, since it left, gives as its reason": the subject of the verb that "its" hangs on, if a body is that. */
function clauseBody(scene: Scene, draft: Draft): Draft | null {
  const from = lower(scene, draft.first - 1) === draft.possessor ? draft.first - 1 : draft.first;
  const path = new Set<number>();
  for (let t = from, n = 0; t >= 0 && n < 12; t = scene.tokens[t]!.head, n += 1) {
    path.add(t);
    const subject = scene.tokens.findIndex((x, i) => x.head === t && /^nsubj/.test(x.rel) && !path.has(i));
    if (subject < 0) continue;
    const found = scene.taken[subject];
    const before = found !== undefined && found.last <= from && found !== draft;
    return before && isBody(found) && headOf(scene, found) === subject ? found : null;
  }
  return null;
}

/** "when Norway announced that it was": the body that is the subject of the verb under which "it" acts. */
function tellerOfIt(scene: Scene, draft: Draft): Draft | null {
  const verb = scene.tokens[draft.first]!.head;
  const token = scene.tokens[verb];
  if (token?.rel !== 'ccomp') return null;
  const subject = scene.tokens.findIndex((t) => t.head === token.head && t.rel.startsWith('nsubj'));
  const found = subject < 0 ? undefined : scene.taken[subject];
  const fits = found !== undefined && found.last <= draft.first && isBody(found) && headOf(scene, found) === subject;
  return fits ? found : null;
}

/** "accused it of arming rebels": whom one does that to is a body. */
function isDoneTo(scene: Scene, draft: Draft): boolean {
  const { rel, head } = scene.tokens[draft.first]!;
  const verb = scene.tokens[head]?.lemma ?? '';
  return /^(?:obj|iobj)$/.test(rel) && scene.tables.words('verb', 'to-bodies').has(verb);
}

/** The body that "accused it" points at: the last one that is not the one who does it. */
function objectBody(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const verb = scene.tokens[draft.first]!.head;
  const all = [...talk.before(scene.index, draft.first, 1)].filter(isBodyOrLand);
  const main = all.find((d) => d.sentence === scene.index && isSubject(scene, d));
  const ownDoer = all.find(
    (d) => d.sentence === scene.index && isSubject(scene, d) && scene.tokens[headOf(scene, d)]!.head === verb,
  );
  // "Norway broke away, with most states recognising it": others do it, so it may be who the sentence is about.
  if (ownDoer === undefined && main !== undefined && othersDo(scene, verb, main))
    return { codes: main.codes, from: main, why: 'the body that others do this to' };
  const doer = ownDoer ?? main;
  const other = all.find((d) => d.codes[0] !== doer?.codes[0]);
  return doer === undefined || other === undefined
    ? null
    : { codes: other.codes, from: other, why: `the body that ${doer.codes[0]} does this to` };
}

/** Whether the verb has a subject of its own behind the body, that is neither a pronoun nor the body itself. */
function othersDo(scene: Scene, verb: number, body: Draft): boolean {
  const at = scene.tokens.findIndex((t) => t.head === verb && t.rel.startsWith('nsubj'));
  if (at < body.last || scene.tokens[at]!.upos === 'PRON') return false;
  return scene.taken[at]?.codes.some((code) => body.codes.includes(code)) !== true;
}

function isBodyOrLand(d: Draft): boolean {
  return isBody(d) || (d.form === 'name' && d.kind === 'state' && d.codes.length === 1);
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
  const subject = main ?? bodies.findLast((d) => isSubject(talk.scene(d), d));
  // A resolution or a bomb was the subject there: "it" may be that.
  return subject ?? (talk.hasTree && hasSubject(talk.scene(bodies[0]!)) ? undefined : bodies.at(-1));
}

function hasSubject(scene: Scene): boolean {
  return scene.tokens.some((t) => t.rel.startsWith('nsubj') && t.upos !== 'PRON');
}

/** "they", "their": a company or a plural named last. */
export function several(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const speaker = whoSpoke(scene, draft, talk);
  if (speaker !== null) return { codes: speaker.codes, from: speaker, why: 'the body that spoke last' };
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

/** "..., they added", behind a quotation: whoever was the subject before, not somebody named within its words. */
function whoSpoke(scene: Scene, draft: Draft, talk: Discourse): Draft | null {
  const { rel, head } = scene.tokens[draft.first]!;
  const says = scene.tables.words('verb', 'adding').has(scene.tokens[head]?.lemma ?? '');
  if (!says || !rel.startsWith('nsubj') || !isQuoteEnd(scene, draft.first)) return null;
  for (let back = 1; back <= 2; back += 1) {
    const there = [...talk.before(scene.index - back, Number.MAX_SAFE_INTEGER, 0)];
    const main = there.find((d) => d.codes.length > 0 && d.kind !== 'person' && isMainSubject(talk.scene(d), d));
    if (main !== undefined) return main;
  }
  return null;
}

function isQuoteEnd(scene: Scene, t: number): boolean {
  return /^(?:”|''|"|»|’)$/.test(scene.tokens[t - 1]?.text ?? '') || lower(scene, t - 1) === ',';
}

/** "he", "she": the person who speaks or acts here, else the last one before. */
export function person(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const land = herLand(scene, draft, talk);
  if (land !== null) return { codes: land.codes, from: land, why: 'the land that does it, told of as "her"' };
  for (let back = 0; back <= 3; back += 1) {
    const there = [...talk.before(scene.index - back, back === 0 ? draft.first : Number.MAX_SAFE_INTEGER, 0)];
    const people = there.filter((d) => isPerson(d) && agrees(d, draft));
    const subject = people.find((d) => isSubject(talk.scene(d), d));
    const main = back > 0 ? people.find((d) => isMainSubject(talk.scene(d), d)) : undefined;
    // "Berg named a diplomat as her envoy": whoever is made something is not the one whose it is.
    const asHis = lower(scene, draft.first - 1) === 'as' || lower(scene, draft.first - 2) === 'as';
    const own = /^(?:his|her)\b/.test(lower(scene, draft.first)) || asHis;
    const near = back === 0 && own ? people.find((d) => !asHis || isSubject(scene, d)) : undefined;
    const object = back === 0 && isObject(scene, draft) ? people.find((d) => !doesIt(scene, d, draft)) : undefined;
    const found = near ?? object ?? main ?? subject ?? people[0];
    if (othersBetween(scene, draft, talk, back, found)) return null;
    if (found) return { codes: found.codes, from: found, why: 'the person named last' };
  }
  return null;
}

/** "Norway closed the border with her neighbour": a land where no woman was spoken of. */
function herLand(scene: Scene, draft: Draft, talk: Discourse): Draft | null {
  if (draft.possessor !== 'her' && lower(scene, draft.first) !== 'her') return null;
  if ([...talk.before(scene.index, draft.first, 2)].some((d) => d.gender === 'f')) return null;
  const doer = clauseBody(scene, draft);
  return doer !== null && doer.kind === 'state' && doer.use === '' ? doer : null;
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

/** Subject of the very verb whose object the pronoun is. */
function doesIt(scene: Scene, d: Draft, draft: Draft): boolean {
  return isSubject(scene, d) && scene.tokens[headOf(scene, d)]!.head === scene.tokens[draft.first]!.head;
}

function isPerson(d: Draft): boolean {
  return d.kind === 'person' || (d.form === 'office' && !d.plural);
}

function agrees(d: Draft, draft: Draft): boolean {
  return d.gender === undefined || draft.gender === undefined || d.gender === draft.gender;
}

/** "the bloc": the organisation named last. */
export function organisation(draft: Draft, talk: Discourse): Found | null {
  return lastOf(draft, talk, isBloc, 'the organisation named last', 20);
}

/** An organisation, or an armed group under its own name. */
function isBloc(d: Draft): boolean {
  return d.kind === 'organisation' || (d.kind === 'group' && d.form === 'name');
}

export function lastOf(
  draft: Draft,
  talk: Discourse,
  fits: (d: Draft) => boolean,
  why: string,
  reach = 8,
): Found | null {
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
