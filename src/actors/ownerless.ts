/** Whose an office, organ or mission is that the words give to nobody. In: the phrase. Out: its owner, or null. */
import { body, type Found, organisation, several } from './antecedent.ts';
import { type Discourse, ofStates } from './discourse.ts';
import { type Draft, headOf, isMainSubject, isSubject, lower, type Scene, text } from './scene.ts';

/** "the ministry", "Foreign Minister Perić": the same organ named before, else the side that has the word here. */
export function ownerless(scene: Scene, draft: Draft, talk: Discourse, here: string | null): Found | null {
  const led = leads(scene, draft, here) ?? summoner(scene, draft, talk) ?? headOfState(scene, draft, here);
  if (led !== null) return led;
  if (draft.receiving !== undefined && draft.definite) return senderTo(scene, draft, talk);
  const envoy = draft.means === 'mission-head' ? envoyOf(scene, draft, talk) : null;
  if (envoy !== null) return envoy;
  const colleague = draft.nameAt === undefined ? null : colleagueBefore(scene, talk);
  if (colleague !== null) return colleague;
  const same = sameBefore(scene, draft, talk);
  if (same !== undefined) return same;
  const local = draft.partial || draft.foreign ? null : localState(scene, draft);
  if (local === null && here !== null && isPolice(scene, draft))
    return { codes: [here], from: null, why: 'police of the land the report was filed from' };
  if (draft.means === 'spokesman' && (draft.nameAt !== undefined || draft.definite)) {
    const own = ownPlan(scene, draft, talk);
    if (own !== null) return own;
    const speaksFor = body(scene, { ...draft, possessor: 'its' }, talk);
    if (speaksFor !== null) return { ...speaksFor, why: 'speaks for the body named before' };
  }
  if (!canBeGiven(draft) && local === null) return null;
  if (draft.means === 'of-organisation') return organisation(draft, talk);
  if (local !== null) return { codes: local.codes, from: local, why: 'the sentence is set there' };
  return spokenOf(scene, draft, talk, here);
}

/** "was summoned to the ministry": whoever summons has it, never the side that is summoned. */
function summoner(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  if (draft.use !== 'organ' || !draft.definite) return null;
  const verb = summonsBefore(scene, draft);
  if (verb < 0) return null;
  const passive = /^(?:was|were|been|be|being)$/.test(lower(scene, verb - 1));
  const there = [...talk.before(scene.index, draft.first, 0)].filter(
    (d) => d.codes.length > 0 && d.reading !== 'place',
  );
  const guests = new Set(there.filter((d) => d.first < verb === passive).flatMap((d) => d.codes));
  const host = there.find((d) => !d.codes.some((c) => guests.has(c)) && d.codes.length === 1);
  if (host !== undefined) return { codes: host.codes, from: host, why: 'whoever summons' };
  if (guests.size === 0) return null;
  const [other] = talk
    .salient(scene.index, draft.first)
    .filter((c) => !guests.has(c.code) && c.draft.kind !== 'organisation');
  return other === undefined ? null : { codes: [other.code], from: other.draft, why: 'not the side that is summoned' };
}

/** The verb of "was summoned to the", or -1. */
function summonsBefore(scene: Scene, draft: Draft): number {
  const to = lower(scene, draft.first - 1) === 'the' ? draft.first - 2 : draft.first - 1;
  if (lower(scene, to) !== 'to') return -1;
  for (let t = to - 1; t >= Math.max(0, to - 9); t -= 1) {
    if (scene.tables.words('verb', 'summons').has(scene.tokens[t]!.lemma)) return t;
  }
  return -1;
}

/** "The Head of State", with capitals, is what a land's own press calls its president. */
function headOfState(scene: Scene, draft: Draft, here: string | null): Found | null {
  if (here === null || draft.nameAt !== undefined || draft.plural || draft.codes.length > 0) return null;
  if (text(scene, draft.first, draft.last) !== 'Head of State' || scene.titled) return null;
  return { codes: [here], from: null, why: 'so the press of a land calls its own president' };
}

/** "The envoy will present her credentials, the foreign ministry in Strelsau said": the one who tells it owns it. */
function tellerBehind(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const named = [...talk.before(scene.index, draft.first, 0)].some((d) => d.codes.length > 0);
  if (named) return null;
  for (const d of talk.after(scene.index, draft.last, 0)) {
    const tells = d.use === 'organ' && d.codes.length === 1 && isSubject(scene, d);
    if (tells) return { codes: d.codes, from: d, why: 'the body that tells it in the same sentence' };
  }
  return null;
}

/** The side most present here; the press leaves out the land of its own ministers, so the dateline weighs too. */
function spokenOf(scene: Scene, draft: Draft, talk: Discourse, here: string | null): Found | null {
  const teller = tellerBehind(scene, draft, talk);
  if (teller !== null) return teller;
  const taken = new Set(scene.drafts.filter((d) => d.means === 'counterpart').flatMap((d) => d.codes));
  const weight = (code: string): number =>
    code === here && /ministry|government|presidency|parliament/.test(draft.organ ?? '') ? 0.8 : 0;
  const own = ownPlan(scene, draft, talk);
  if (own !== null) return own;
  const [best] = talk
    .salient(scene.index, draft.first, 'near')
    .filter((c) => c.draft.kind !== 'organisation' && ofStates(scene, [c.code]))
    .filter((c) => !taken.has(c.code) && !talk.hasHelper([c.code]))
    .filter((c) => !isDoneTo(scene, draft, c.draft) && !(c.code === here && isVisiting(scene, draft)))
    .map((c) => ({ ...c, score: c.score + weight(c.code) }))
    .sort((a, b) => b.score - a.score);
  if (best !== undefined) {
    return { codes: [best.code], from: best.draft, why: `no owner named; ${best.code} is the side spoken of here` };
  }
  return here === null || isVisiting(scene, draft)
    ? null
    : { codes: [here], from: null, why: 'no owner named; the land the report was filed from' };
}

/** "the visiting minister": of any land but the one the report was filed from. */
function isVisiting(scene: Scene, draft: Draft): boolean {
  return [draft.first - 1, draft.first].some((t) => /^(?:visiting|touring)$/.test(lower(scene, t)));
}

/** Steps a side makes known by its own officials: "Ruritania has offered to mediate, the minister said". */
const OWN_STEPS: ReadonlySet<string> = new Set(
  'offer propose decide agree ask invite request accept reject refuse suspend recall expel approve withdraw sign lift send'.split(
    ' ',
  ),
);

/** "Ruritania will not reply, the minister said": who tells what a side is going to do is of that side. */
function ownPlan(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  if (!isSubject(scene, draft)) return null;
  for (const d of [...talk.before(scene.index, draft.first, 0), ...talk.after(scene.index, draft.last, 0)]) {
    const side = d.codes.length === 1 && d.kind !== 'person' && d.kind !== 'organisation' && d.use === '';
    if (!side || !isSubject(scene, d)) continue;
    const verb = scene.tokens[headOf(scene, d)]!.head;
    const aux = (words: RegExp): boolean =>
      scene.tokens.some((t) => isOfVerb(scene, t.head, verb) && t.rel.startsWith('aux') && words.test(t.text));
    const decided = aux(/^(?:has|have|had)$/i) && OWN_STEPS.has(scene.tokens[verb]?.lemma ?? '');
    const plans = aux(/^(?:will|would|shall|'ll|’ll)$/i);
    if (plans || decided) return { codes: d.codes, from: d, why: 'tells what that side is going to do' };
  }
  return null;
}

/** The verb itself or one joined to it: "has formed a committee and will explore". */
function isOfVerb(scene: Scene, at: number, verb: number): boolean {
  const token = scene.tokens[at];
  return at === verb || (token !== undefined && token.rel === 'conj' && token.head === verb);
}

/** "The ministry summoned the Ruritanian envoy": what stands behind the verb is the other side. */
function isDoneTo(scene: Scene, draft: Draft, other: Draft): boolean {
  if (other.sentence !== scene.index || other.first < draft.last || other.reading === 'place') return false;
  if (!isSubject(scene, draft)) return false;
  const verb = scene.tokens[headOf(scene, draft)]!.head;
  let t = headOf(scene, other);
  for (let n = 0; n < 12 && t >= 0; n += 1) {
    if (t === verb) return true;
    const { rel, head } = scene.tokens[t]!;
    if (/^(?:ccomp|parataxis|advcl|acl|conj)/.test(rel)) return false;
    t = head;
  }
  return false;
}

/** "His colleague in Strelsau was less sure. No date is fixed, Minister Berg said": the name comes a sentence later. */
function colleagueBefore(scene: Scene, talk: Discourse): Found | null {
  for (const d of talk.before(scene.index - 1, Number.MAX_SAFE_INTEGER, 0)) {
    const unnamed = d.means === 'counterpart' && d.nameAt === undefined && !d.plural && d.codes.length === 1;
    if (unnamed && isMainSubject(talk.scene(d), d))
      return { codes: d.codes, from: d, why: 'the colleague just spoken of' };
  }
  return null;
}

/** "Deputy Minister Tolipov led the Uzbek side": who leads a delegation is of it. */
function leads(scene: Scene, draft: Draft, here: string | null): Found | null {
  for (let t = draft.last; t < draft.last + 3; t += 1) {
    if (!/^(?:led|leads|heads|headed|chairs|chaired)$/.test(lower(scene, t))) continue;
    if (lower(scene, t + 2) === 'host' && here !== null) return { codes: [here], from: null, why: 'leads the hosts' };
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
    const both = draft.plural ? several(scene, { ...draft, first: t }, talk) : null;
    const actor = both ?? body(scene, { ...draft, possessor: 'its', first: t }, talk);
    if (actor?.codes[0] === undefined) return null;
    if (own || both !== null) return { ...actor, why: `${actor.codes[0]} does this with its own envoys` };
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
  for (const d of talk.before(scene.index, draft.first, 0)) {
    const state = d.codes.length === 1 && d.codes[0] !== draft.receiving && d.kind === 'state' && d.use === '';
    if (state && isMainSubject(scene, d)) return { codes: d.codes, from: d, why: 'whoever acts through it or upon it' };
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

/** "police captain Sefa Kelemete": forces of order are those of the place, unless the words say otherwise. */
function isPolice(scene: Scene, draft: Draft): boolean {
  if (draft.nameAt === undefined || draft.partial || draft.foreign) return false;
  for (let t = draft.first; t < draft.nameAt[0]; t += 1) if (lower(scene, t) === 'police') return true;
  return false;
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
