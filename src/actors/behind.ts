/** What stands behind a head - portfolio, owner, receiving state - taken into its draft. */
import { capitalised } from './hits.ts';
import { own, ownerAfter } from './owner.ts';
import { absorb, type Draft, hitFrom, lower, type Scene, text, widen } from './scene.ts';
import type { Setting } from './senses.ts';
import type { WordGroup } from './tables.ts';

const HEADS: ReadonlySet<string> = new Set(['official', 'organ', 'mission', 'force', 'national', 'group']);

/** Takes in "of foreign affairs", "of Kazakhstan", "in Minsk", "to Russia" after the head. */
export function extendRight(scene: Scene, draft: Draft, group: WordGroup, setting: Setting): void {
  let pos = draft.last;
  if (/^(?:of|for)$/.test(lower(scene, pos))) {
    const end = portfolioEnd(scene, pos + 1);
    // "head of the North America department": the field belongs to the department.
    const inner = hitFrom(scene, end)?.words.some((g) => HEADS.has(g.use)) ?? false;
    if (!inner && end > pos + 1 && (group.means === 'portfolio' || group.use === 'official')) {
      widen(scene, draft, draft.first, end);
      pos = end;
    }
  }
  if (/^(?:of|at|for|in|to|from)$/.test(lower(scene, pos))) ownerBehind(scene, draft, group, pos, setting);
  if (draft.codes.length === 0 && draft.use === 'organ') ruledBy(scene, draft, pos, setting);
}

/** "the junta ruling Ruritania", "the soldiers' council that has governed Ruritania", "in power in Ruritania": rulers are told by what they rule. */
function ruledBy(scene: Scene, draft: Draft, pos: number, setting: Setting): void {
  const words = [0, 1, 2, 3].map((n) => lower(scene, pos + n)).join(' ');
  const rules =
    /^(?:(?:that|which|who) )?(?:has |have |had |now )?(?:ruling|rules?|ruled|running|runs|governing|governs?|governed|in power in) /.exec(
      `${words} `,
    )?.[0];
  if (rules === undefined) return;
  const from = pos + rules.trim().split(' ').length;
  const owner = ownerAfter(scene, from, setting);
  if (owner?.codes.length !== 1) return;
  own(draft, owner.codes, `"${text(scene, pos, owner.edge)}" says what it rules`);
}

/** Where a run of portfolio words that begins at `from` ends. */
function portfolioEnd(scene: Scene, from: number): number {
  let pos = from;
  for (let n = 0; n < 8; n += 1) {
    const at = /^(?:and|,|the)$/.test(lower(scene, pos)) ? pos + 1 : pos;
    const hit = hitFrom(scene, at);
    if (!hit?.words.some((g) => g.means === 'portfolio' && g.use === 'modifier')) break;
    pos = hit.last;
  }
  return pos;
}

function ownerBehind(scene: Scene, draft: Draft, group: WordGroup, pos: number, setting: Setting): void {
  const link = lower(scene, pos);
  const mission = group.use === 'mission' || group.means === 'mission-head';
  if (link === 'of' || link === 'at' || (link === 'for' && group.means === 'spokesman')) {
    if (link === 'of' && ownedByReference(scene, draft, pos + 1)) return;
    const inner = scene.taken[lower(scene, pos + 1) === 'the' ? pos + 2 : pos + 1] ?? countedSet(scene, pos + 1);
    if (link === 'of' && inner?.means === 'states' && inner.codes.length === 0) {
      // "ambassadors of nine countries": whose they are the words do not tell.
      draft.partial = true;
      draft.foreign = true;
      return;
    }
    if (inner && inner.codes.length + Number(inner.definite) > 0 && (link !== 'at' || inner.use === 'organ')) {
      takePhrase(scene, draft, inner);
      return;
    }
    const owner = link === 'of' || link === 'for' ? ownerAfter(scene, pos + 1, setting) : null;
    if (owner === null && draft.codes.length === 0 && isFirm(scene, pos + 1)) draft.foreign = true;
    if (owner === null || draft.codes.length > 0) return;
    own(draft, owner.codes, `"${text(scene, pos, owner.edge)}" names whose it is`);
    draft.officeEnd = pos;
    if (owner.organ !== null && draft.use === 'official') draft.organ = owner.organ;
    widen(scene, draft, draft.first, owner.edge);
    if (mission) receivingAfter(scene, draft, owner.edge, setting);
    return;
  }
  if (mission) {
    receivingAfter(scene, draft, pos, setting);
    return;
  }
  // "reporters in Beijing" may come from anywhere; "police in Beijing" do not.
  // Soldiers abroad are as good a reading as soldiers at home.
  const soldiers = draft.use === 'force' && draft.organ === 'armed forces';
  const anybody = draft.use === 'national' || draft.means === 'states' || draft.partial || soldiers;
  // "an international tribunal in Oslo" is of no state.
  const ofMany = /^(?:international|arbitral|multinational|joint|mixed)$/.test(lower(scene, draft.first - 1));
  if (link !== 'in' || draft.codes.length > 0 || anybody || ofMany) return;
  const owner = ownerAfter(scene, pos + 1, setting);
  if (owner !== null && owner.codes.length === 1)
    own(draft, owner.codes, `"${text(scene, pos, owner.edge)}" says where it is`);
}

const BODIES =
  /^(?:company|firm|group|bank|university|college|union|association|club|unit|division|hospital|foundation)$/;

/** "president of Gazprom", "a director of the company": what is led bears a name that is no state's. */
function isFirm(scene: Scene, from: number): boolean {
  const at = /^(?:the|a|an|its|his|her)$/.test(lower(scene, from)) ? from + 1 : from;
  const word = scene.tokens[at];
  if (word === undefined || scene.titled || scene.scanned.capitals) return false;
  return BODIES.test(lower(scene, at)) || (word.upos === 'PROPN' && capitalised(word.text) && !hitFrom(scene, at));
}

/** "the presidents of the two countries": known once the reference is. */
function ownedByReference(scene: Scene, draft: Draft, pos: number): boolean {
  const hit = hitFrom(scene, pos);
  const refers = hit?.words.some(
    (g) => g.use === 'reference' && /^(?:pair|set|country|bloc|koreas)$/.test(g.means ?? ''),
  );
  if (refers !== true || draft.codes.length > 0) return false;
  draft.ownerAt = hit!.last - 1;
  return true;
}

/** "of nine countries", "of several states": the set behind a number. */
function countedSet(scene: Scene, pos: number): Draft | undefined {
  return /^(?:NUM|X)$/.test(scene.tokens[pos]?.upos ?? '') ? scene.taken[pos + 1] : undefined;
}

/** "head of the consular department of the ministry": the phrase behind "of" is taken in. */
function takePhrase(scene: Scene, draft: Draft, inner: Draft): void {
  if (inner.nameAt !== undefined) {
    // "the presidency of Ana Berg": whose she is, is known once the names are.
    draft.foreign = true;
    return;
  }
  if (draft.codes.length === 0 && inner.codes.length > 0)
    own(draft, inner.codes, `belongs to "${text(scene, inner.first, inner.last)}"`);
  if (draft.means === 'states' && /^(?:mission|organ|force|official)$/.test(inner.use)) {
    // "members of the embassy" are its people, not a set of states.
    draft.use = 'official';
    draft.means = '';
  }
  if (inner.organ !== undefined && draft.use === 'official') draft.organ = inner.organ;
  if (inner.use === 'group' || inner.use === 'national') draft.use = inner.use;
  draft.definite ||= inner.definite;
  absorb(scene, inner);
  widen(scene, draft, draft.first, inner.last);
}

/** "embassy in Minsk", "ambassador to Russia": the state that receives keeps a mention of its own. */
function receivingAfter(scene: Scene, draft: Draft, pos: number, setting: Setting): void {
  const link = lower(scene, pos);
  if (!/^(?:in|to|at)$/.test(link) && !(link === 'for' && draft.means === 'mission-head')) return;
  const owner = ownerAfter(scene, pos + 1, setting);
  if (owner === null || owner.codes[0] === undefined) return;
  draft.receiving = owner.codes[0];
  draft.receivingEnd = owner.edge;
}
