/**
 * The matter a claim belongs to: a small scored model. What the claim itself names counts most, then the rest of its sentence, the
 * sentences around it, and what the report is about as a whole.
 */
import type { Rules } from '../rules/rules.ts';
import { add, FORMS, type Matters, type Weights } from './report-matters.ts';
import { type CueHit, cueHits, cueWeight, leaningOf } from './track-cues.ts';
import { ancestors, type Tree } from './tree.ts';

/**
 * What a piece of evidence adds to a matter. Set by hand, then nudged by a fit on the coded reports in which every report was left
 * out in turn; the fit stayed near the hand's values, so none of them stands for a single text.
 */
const WEIGHT = {
  /** On the word the claim hangs on, close below it, far below it. */
  trigger: 2.9,
  close: 2.7,
  far: 1.9,
  /** On words that govern it, beside it in the sentence, farther off there. */
  above: 2,
  beside: 1.3,
  apart: 0.8,
  /** Within the name of a party; within that of the body that acts. */
  name: 1.4,
  body: 1.1,
  /** What bodies that vote and rule do or say is their own matter. */
  bodyActs: 1.4,
  bodySays: 1.1,
  before: 0.6,
  twoBefore: 0.2,
  after: 0.4,
  block: 0.3,
  report: 3,
  headline: 0.8,
  reportForm: 2,
  headlineForm: 0.5,
  /** What the claim is leans to a matter. */
  meeting: 2.6,
  leadersMeet: 2.6,
  leaderVisits: 1.7,
  summitNamed: 1.5,
  class: 1.7,
} as const;

/** How readily the words of a matter turn up where it is not meant. */
const BIAS: ReadonlyMap<string, number> = new Map([
  ['consultations', 0.2],
  ['mission-staffing', -0.2],
  ['multilateral', -0.3],
  ['other', -0.3],
  ['sanctions', -0.2],
  ['security-conflict', -0.2],
  ['summits', 0.3],
  ['trade', -0.3],
]);

/** What a claim is, as far as it leans to a matter. */
export interface ClaimForm {
  readonly kind: string;
  readonly plover: string | null;
  /** Heads of state or government on both sides. */
  readonly leaders: boolean;
  /** One of them at least. */
  readonly leader: boolean;
}

type Place = 'trigger' | 'close' | 'far' | 'above' | 'beside' | 'apart' | 'name' | 'body';

/** The best matter of the claim that hangs on token `at`, or `other` where nothing tells. */
export function chooseTrack(rules: Rules, matters: Matters, tree: Tree, at: number, form: ClaimForm): string {
  const score = new Map(rules.tracks.map((t) => [t.id, BIAS.get(t.id) ?? 0]));
  const meets = form.plover === 'CONSULT' || form.kind === 'meeting' || form.kind === 'visit';
  const named = namedBy(rules, tree, at, meets);
  for (const [place, weights] of named) {
    for (const [track, weight] of weights) add(score, track, WEIGHT[place] * Math.log1p(weight));
  }
  const body = named.get('body')?.get('multilateral') ?? 0;
  if (body > 0) add(score, 'multilateral', WEIGHT.bodyActs * Math.log1p(body));
  if (body > 0 && form.kind === 'statement') add(score, 'multilateral', WEIGHT.bodySays);
  addAround(score, matters, tree);
  for (const track of leaningOf(rules, form.plover)) add(score, track, WEIGHT.class);
  if (meets) addMeeting(score, rules, tree, at, form);
  else if (form.leader && named.get('close')?.has('consultations')) add(score, 'summits', WEIGHT.leaderVisits);
  else score.delete('summits');
  for (const track of matters.impossible) score.delete(track);
  return heaviest(score);
}

/** What the sentence names, by where it stands to the claim; the same phrase counts once in a place. */
function namedBy(rules: Rules, tree: Tree, at: number, meets: boolean): Map<Place, Map<string, number>> {
  const out = new Map<Place, Map<string, number>>();
  const above = ancestors(tree, at);
  const seen = new Set<string>();
  for (const hit of cueHits(rules, tree)) {
    // That a meeting is a meeting says nothing of its matter.
    if (meets && hit.track === 'consultations') continue;
    const place = placeOf(tree, hit, at, above);
    const key = `${place} ${hit.track} ${hit.phrase}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const named = out.get(place) ?? new Map<string, number>();
    add(named, hit.track, cueWeight(hit));
    out.set(place, named);
  }
  return out;
}

const CLOSE_STEPS = 2;
const BESIDE_STEPS = 3;

function placeOf(tree: Tree, hit: CueHit, at: number, above: readonly number[]): Place {
  if (hit.doer) return 'body';
  if ((tree.actorAt[hit.at] ?? -1) >= 0) return 'name';
  const path = ancestors(tree, hit.at);
  const below = path.indexOf(at);
  if (below === 0) return 'trigger';
  if (below > 0) return below <= CLOSE_STEPS ? 'close' : 'far';
  if (above.includes(hit.at)) return 'above';
  const up = above.findIndex((i) => path.includes(i));
  return up >= 0 && up + path.indexOf(above[up]!) <= BESIDE_STEPS ? 'beside' : 'apart';
}

function addAround(score: Map<string, number>, matters: Matters, tree: Tree): void {
  const logs = (weights: Weights | undefined, scale: number): void => {
    for (const [track, weight] of weights ?? []) add(score, track, scale * Math.log1p(weight));
  };
  logs(matters.bySentence.get(tree.index - 1), WEIGHT.before);
  logs(matters.bySentence.get(tree.index - 2), WEIGHT.twoBefore);
  logs(matters.bySentence.get(tree.index + 1), WEIGHT.after);
  const own = matters.bySentence.get(tree.index);
  for (const [track, weight] of matters.byBlock.get(tree.sentence.block) ?? []) {
    add(score, track, WEIGHT.block * Math.log1p(weight - (own?.get(track) ?? 0)));
  }
  for (const [track, share] of matters.report) {
    add(score, track, share * (FORMS.has(track) ? WEIGHT.reportForm : WEIGHT.report));
  }
  for (const [track, share] of matters.headline) {
    add(score, track, share * (FORMS.has(track) ? WEIGHT.headlineForm : WEIGHT.headline));
  }
}

/** A meeting without a matter of its own is a consultation; leaders hold summits. */
function addMeeting(score: Map<string, number>, rules: Rules, tree: Tree, at: number, form: ClaimForm): void {
  add(score, 'consultations', WEIGHT.meeting);
  if (form.leaders) add(score, 'summits', WEIGHT.leadersMeet);
  else if (form.leader && form.kind === 'visit') add(score, 'summits', WEIGHT.leaderVisits);
  const named = cueHits(rules, tree).some((hit) => {
    const below = ancestors(tree, hit.at).indexOf(at);
    return hit.track === 'summits' && hit.strong && below >= 0 && below <= CLOSE_STEPS;
  });
  if (named) add(score, 'summits', WEIGHT.summitNamed);
}

function heaviest(score: Weights): string {
  let best = 'other';
  let most = Number.NEGATIVE_INFINITY;
  for (const [track, weight] of score) {
    if (weight > most || (weight === most && track < best)) {
      best = track;
      most = weight;
    }
  }
  return best;
}
