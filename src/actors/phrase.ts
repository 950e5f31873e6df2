/** Noun phrases around a known head in ("deputy foreign minister", "embassy", "rebels"), drafts with owner, organ and name out. */
import { extendRight } from './behind.ts';
import { capitalised, type Hit } from './hits.ts';
import { officeStart, takeName } from './named.ts';
import { type Owner, own, ownerBefore } from './owner.ts';
import {
  absorb,
  type Draft,
  hitBefore,
  hitFrom,
  isHyphen,
  isPossessive,
  lower,
  place,
  type Scene,
  text,
  widen,
} from './scene.ts';
import { isGeneric, type Setting } from './senses.ts';
import type { WordGroup } from './tables.ts';

const HEADS: ReadonlySet<string> = new Set(['official', 'organ', 'mission', 'force', 'national', 'group']);

/** Drafts of all phrases with a known head, right to left, so that what stands after "of" is there first. */
export function findPhrases(scene: Scene, setting: Setting): void {
  const { hits } = scene.scanned;
  for (let i = hits.length - 1; i >= 0; i -= 1) {
    const hit = hits[i]!;
    const group = headGroup(scene, hit, setting);
    if (group !== null && scene.taken[hit.first] === undefined) phraseAt(scene, hit, group, setting);
  }
}

/** The group a hit heads a phrase by, or null where it is no head here. */
function headGroup(scene: Scene, hit: Hit, setting: Setting): WordGroup | null {
  const group = hit.words.find((g) => HEADS.has(g.use)) ?? null;
  if (group === null || hit.person || (hit.actors.length > 0 && !isAnybodys(hit, setting))) return null;
  const token = scene.tokens[hit.last - 1]!;
  // "heads", "forces", "sides" as verbs; "charge" as what one is charged with.
  if (
    hit.last - hit.first === 1 &&
    (/^(?:VERB|AUX|ADV)$/.test(token.upos) || (token.upos === 'ADJ' && token.rel === 'amod'))
  )
    return null;
  if (!isSpelt(scene, hit, group)) return null;
  // "at the head of the march" leads nothing.
  if (
    /^heads?$/.test(lower(scene, hit.last - 1)) &&
    (lower(scene, hit.last) !== 'of' || lower(scene, hit.first - 2) === 'at')
  ) {
    return null;
  }
  return group;
}

/** "the Senate" where nothing else speaks of the land that has one by that name: the senate of whoever is spoken of. */
function isAnybodys(hit: Hit, setting: Setting): boolean {
  return isGeneric(hit) && !hit.actors.some((s) => setting.weight.has(s.actor.code));
}

/** Accents count in single words: "chargés" are diplomats, "charges" are not. */
function isSpelt(scene: Scene, hit: Hit, group: WordGroup): boolean {
  return hit.last - hit.first > 1 || group.words.includes(lower(scene, hit.first).replaceAll('’', "'"));
}

function phraseAt(scene: Scene, hit: Hit, group: WordGroup, setting: Setting): void {
  const draft = place(scene, draftOf(scene, hit, group));
  extendLeft(scene, draft, group, setting);
  extendRight(scene, draft, group, setting);
  takeName(scene, draft, setting);
  noteProper(scene, draft);
  noteUsual(draft, hit, group, setting);
  settle(scene, draft, group);
}

function draftOf(scene: Scene, hit: Hit, group: WordGroup): Draft {
  const word = lower(scene, hit.last - 1);
  return {
    sentence: scene.index,
    first: hit.first,
    last: hit.last,
    kind: 'organ',
    form: 'organ',
    codes: [],
    partial: false,
    reading: 'actor',
    resolved: 'unresolved',
    rule: `actors/${group.use}`,
    why: '',
    headToken: hit.last - 1,
    noun: hit.last - 1,
    tense: 'current',
    plural: /(?:s|men|people|women|police|military|media)$/.test(word) && !/ss$/.test(word),
    use: group.use,
    means: group.means ?? '',
    definite: false,
    foreign: false,
    ...(group.organ === undefined ? {} : { organ: group.organ }),
    ...genderOf(word),
  };
}

function genderOf(word: string): { gender?: 'm' | 'f' } {
  if (/(?:woman|women|queen|princess|actress)$/.test(word)) return { gender: 'f' };
  return /(?:spokesman|chairman|king|prince|emir|sultan|businessman)$/.test(word) ? { gender: 'm' } : {};
}

/** Takes in ranks, portfolios and organs before the head, then its owner. */
function extendLeft(scene: Scene, draft: Draft, group: WordGroup, setting: Setting): void {
  let pos = draft.first;
  for (let n = 0; n < 12 && pos > 0; n += 1) {
    const before = isHyphen(scene, pos - 1) ? pos - 1 : pos;
    const hit = hitBefore(scene, before);
    if (hit === null || hit.actors.length > 0 || hit.person || !modifies(scene, draft, hit)) {
      const joined = joinedPortfolio(scene, draft, pos);
      if (joined === pos) break;
      pos = joined;
      continue;
    }
    pos = hit.first;
  }
  if (pos < draft.first) widen(scene, draft, pos, draft.last);
  if (group.use === 'group' && /led|backed/.test(lower(scene, pos))) draft.partial = true;
  findOwner(scene, draft, setting);
}

/** "trade and industry minister": a portfolio joined by "and" or a comma to one that is already in. */
function joinedPortfolio(scene: Scene, draft: Draft, pos: number): number {
  if (pos === draft.first && pos === draft.headToken) return pos;
  if (!/^(?:and|,|&)$/.test(lower(scene, pos - 1))) return pos;
  const hit = hitBefore(scene, pos - 1);
  const fits = hit?.words.some((g) => g.use === 'modifier' && g.means === 'portfolio') ?? false;
  return fits && hitFrom(scene, pos)?.words.some((g) => g.means === 'portfolio') ? hit!.first : pos;
}

/** Whether the hit before the phrase belongs to it; notes what it says of office, organ and time. */
function modifies(scene: Scene, draft: Draft, hit: Hit): boolean {
  const verb = scene.tokens[hit.last - 1]!.upos;
  if (verb === 'VERB' && (!/ed$|ing$/.test(lower(scene, hit.last - 1)) || hasSubject(scene, hit.last - 1)))
    return false;
  for (const g of hit.words) {
    if (g.use === 'tense') draft.tense = g.means as Draft['tense'];
    if (g.use === 'tense' || g.use === 'modifier') return true;
    if (g.use === 'partial') {
      draft.partial = draft.plural;
      return true;
    }
    if (g.use === 'honorific') return true;
    if (HEADS.has(g.use) && hit.last === draft.first) {
      if (g.use === 'group' || g.use === 'national') draft.use = g.use;
      if (g.use === 'organ' || g.use === 'mission') draft.organ = organWords(scene, hit, g);
      return g.use !== 'official' || draft.use === 'official';
    }
  }
  return false;
}

/** "the coup that ousted the president": the verb of a clause, no word for a president who was ousted. */
function hasSubject(scene: Scene, verb: number): boolean {
  return scene.tokens.some((t) => t.head === verb && t.rel.startsWith('nsubj'));
}

function organWords(scene: Scene, hit: Hit, group: WordGroup): string {
  return group.means === 'portfolio'
    ? text(scene, hit.first, hit.last)
    : (group.organ ?? text(scene, hit.first, hit.last).toLowerCase());
}

/** Looks for the owner right before the phrase, past a few adjectives. */
function findOwner(scene: Scene, draft: Draft, setting: Setting): void {
  let pos = draft.first;
  for (let skipped = 0; skipped < 4 && pos > 0; skipped += 1) {
    const owner = ownerBefore(scene, pos, setting);
    if (owner !== null && (skipped === 0 || mayBeFar(scene, owner, pos))) {
      own(draft, owner.codes, `${text(scene, owner.edge, draft.first)} names whose it is`);
      if (owner.organ !== null && draft.use === 'official') draft.organ = owner.organ;
      widen(scene, draft, owner.edge, draft.last);
      noteBeforeOwner(scene, draft);
      return;
    }
    if (ownedByPhrase(scene, draft, pos, setting)) return;
    // "a Ruritanian-backed government" is not Ruritania's.
    if (!mayStandBetween(scene, pos - 1) || isHyphen(scene, pos - 1)) break;
    pos -= 1;
  }
  noteDeterminer(scene, draft, pos);
}

/** "the former Norwegian minister", "her Danish counterpart". */
function noteBeforeOwner(scene: Scene, draft: Draft): void {
  const tense = hitBefore(scene, draft.first)?.words.find((g) => g.use === 'tense');
  if (tense !== undefined && draft.use === 'official' && !hasSubject(scene, draft.first - 1)) {
    draft.tense = tense.means as Draft['tense'];
    widen(scene, draft, hitBefore(scene, draft.first)!.first, draft.last);
  }
  const before = lower(scene, draft.first - 1);
  if (POSSESSIVES.has(before)) draft.possessor = before;
  if (before === 'the') draft.definite = true;
}

/** Only adjectives and possessives own a noun past other words: "Minsk caps embassy staff" has no embassy of Minsk. */
function mayBeFar(scene: Scene, owner: Owner, pos: number): boolean {
  if (owner.sense.form === 'place') return false;
  return owner.sense.form === 'adjective' || isPossessive(scene, pos - 1);
}

/** "the ministry's spokesman": the owner is a phrase itself. */
function ownedByPhrase(scene: Scene, draft: Draft, pos: number, setting: Setting): boolean {
  if (!isPossessive(scene, pos - 1)) return false;
  const hit = hitBefore(scene, pos - 1);
  if (hit?.words.some((g) => g.use === 'reference')) {
    draft.ownerAt = hit.last - 1;
    return true;
  }
  const group = hit && headGroup(scene, hit, setting);
  if (group === null && isName(scene, pos - 2, hit)) {
    // "Elphberg's spokesman": his land is known once the names are.
    draft.ownerAt = pos - 2;
    return false;
  }
  if (!hit || !group || group.use === 'national') return false;
  phraseAt(scene, hit, group, setting);
  const inner = scene.taken[hit.first];
  if (inner === undefined) return false;
  if (inner.codes.length > 0) own(draft, inner.codes, `belongs to "${text(scene, inner.first, inner.last)}"`);
  if (inner.organ !== undefined && draft.use === 'official') draft.organ = inner.organ;
  draft.definite = true;
  absorb(scene, inner);
  widen(scene, draft, inner.first, draft.last);
  return true;
}

function isName(scene: Scene, t: number, hit: Hit | null): boolean {
  return hit?.person != null || (hit === null && capitalised(scene.tokens[t]?.text ?? ''));
}

/** Words that may stand between an owner and the head: adjectives the tables do not know. */
function mayStandBetween(scene: Scene, t: number): boolean {
  const token = scene.tokens[t];
  if (token === undefined || !/^[\p{L}-]/u.test(token.text)) return false;
  const hit = scene.scanned.at[t];
  if (hit !== undefined && (hit.person || hit.clash)) return false;
  if (/^(?:the|a|an|his|her|its|their|our|my|your|no|any|every|each|both|all)$/i.test(token.text)) return false;
  if (scene.tables.words('function').has(token.text.toLowerCase())) return false;
  return token.upos !== 'VERB' || (token.rel === 'amod' && /(?:ed|ing)$/.test(token.text));
}

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'whose']);

/** "both ministries", "either embassy", "the two parliaments". */
function notePair(scene: Scene, draft: Draft): void {
  if (draft.use === 'national' || draft.use === 'group') return;
  const near = lower(scene, draft.first - 1);
  const definite = near === 'two' && /^(?:the|their|these)$/.test(lower(scene, draft.first - 2));
  if (/^(?:both|either|neither)$/.test(near) || definite) draft.paired = true;
}

/** Notes "the", "some", "his" and names of others before the phrase. */
function noteDeterminer(scene: Scene, draft: Draft, edge: number): void {
  const before = lower(scene, edge - 1);
  if (POSSESSIVES.has(before)) draft.possessor = before;
  if (before === 'the' || before === 'this' || before === 'that') draft.definite = true;
  // A state has one president; "a vice president" is a firm's.
  if (/^an?$/.test(before) && lower(scene, draft.headToken) === 'president' && draft.tense === 'current')
    draft.foreign = true;
  notePair(scene, draft);
  const word = scene.tokens[draft.first - 1];
  const named = word !== undefined && capitalised(word.text) && !scene.titled && !scene.scanned.capitals;
  const opens = draft.first === 1 || /^["“‘'(–—-]$/.test(scene.tokens[draft.first - 2]?.text ?? '');
  const other = isPossessive(scene, draft.first - 1) && capitalised(scene.tokens[draft.first - 2]?.text ?? '');
  const hit = hitBefore(scene, draft.first);
  if ((named && !opens && hit?.words.length !== 1) || other) draft.foreign = !isFunction(scene, draft.first - 1);
}

function isFunction(scene: Scene, t: number): boolean {
  return scene.tables.words('function').has(lower(scene, t)) || /^(?:the|a|an)$/i.test(lower(scene, t));
}

/** "Parliament voted", "State House said": with a capital and no article it is the one known body. */
function noteProper(scene: Scene, draft: Draft): void {
  if (draft.use !== 'organ' || draft.plural || draft.partial || scene.titled || scene.scanned.capitals) return;
  if (
    capitalised(scene.tokens[draft.first]!.text) &&
    !/^(?:a|an|no|any|each|every)$/.test(lower(scene, draft.first - 1))
  )
    draft.definite = true;
}

/** Notes the state that has an office or body by this name, for when the report tells of no other. */
function noteUsual(draft: Draft, hit: Hit, group: WordGroup, setting: Setting): void {
  const usual = group.usual ?? hit.actors[0]?.actor.code;
  if (usual === undefined || draft.codes.length > 0 || draft.foreign) return;
  const most = Math.max(...setting.weight.values());
  // Named once in passing it is not the side spoken of.
  if (2 * (setting.weight.get(usual) ?? 0) >= most && setting.weight.has(usual))
    own(draft, [usual], `${usual} has an office or body by this name`);
  // Where several others are spoken of, it may be any of theirs.
  else if (setting.weight.size < 2) draft.usual = usual;
}

/** Fixes kind and form once the words are known, and the default owner of offices that only one state has. */
function settle(scene: Scene, draft: Draft, group: WordGroup): void {
  if (draft.codes.length === 0 && group.code !== undefined && !draft.foreign) {
    own(draft, [group.code], `only ${group.code} has this office or body`);
    draft.resolved = 'inferred';
  }
  if (draft.means === 'states') draft.partial = true;
  if (/-(?:designate|elect)$/i.test(draft.office ?? text(scene, draft.first, draft.last))) draft.tense = 'designate';
  if (draft.use === 'official') {
    draft.kind = draft.nameAt ? 'person' : 'organ';
    draft.form = draft.nameAt ? 'person' : 'office';
    draft.office ??= text(scene, officeStart(scene, draft), draft.officeEnd ?? draft.last);
  } else if (draft.use === 'mission') draft.form = 'mission';
  else if (draft.use === 'national' || draft.use === 'group') {
    draft.kind = draft.nameAt ? 'person' : 'group';
    draft.form = draft.use === 'national' ? 'demonym' : 'organ';
    if (draft.nameAt) draft.form = 'person';
  }
  if (group.means === 'portfolio') fieldOf(scene, draft);
  if (draft.why === '') draft.why = 'a known kind of party; the words do not say whose';
}

/** Names the ministry by its field: "Minister of External Affairs" and "foreign minister" are of the foreign ministry. */
function fieldOf(scene: Scene, draft: Draft): void {
  if (!/minist|secretar/.test(lower(scene, draft.noun ?? draft.headToken))) return;
  const words: string[] = [];
  const name = draft.nameAt ?? [draft.last, draft.last];
  for (let t = draft.first; t < draft.last; t += 1) {
    const inName = t >= name[0] && t < name[1];
    const groups = inName ? [] : (scene.scanned.at[t]?.words ?? []);
    if (groups.some((g) => g.use === 'modifier' && g.means === 'portfolio')) words.push(lower(scene, t));
  }
  const field = words.join(' ');
  if (/foreign|external/.test(field)) draft.organ = 'foreign ministry';
  else if (/defen[cs]e/.test(field)) draft.organ = 'defence ministry';
  else if (field !== '') draft.organ = `${field} ministry`;
}
