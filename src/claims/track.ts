/**
 * The matter a claim belongs to: a sum of evidence. What the claim itself names counts most, then the rest of its sentence, the
 * sentences around it, and what the report is about as a whole.
 */
import type { Rules } from '../rules/rules.ts';
import type { Topic } from './matter.ts';
import { add, FORMS, type Matters, type Weights } from './report-matters.ts';
import { cueHits, cueWeight, leaningOf } from './track-cues.ts';
import { type Place, placesOf } from './track-places.ts';
import type { Tree } from './tree.ts';

/**
 * What a piece of evidence adds to a matter. Set by hand, then nudged by a fit on the coded reports in which every report was left
 * out in turn; the fit stayed near the hand's values, so none of them stands for a single text.
 */
const WEIGHT = {
  trigger: 2.9,
  close: 2.7,
  far: 1.9,
  above: 2,
  beside: 1.3,
  apart: 0.8,
  name: 1.4,
  /** Within the name of the body that acts. */
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
  leaderAsked: 1.7,
  summitNamed: 1.5,
  class: 1.7,
  /** Leaders do not meet in it. */
  unmet: -99,
  /** How readily the words of a matter turn up where it is not meant. */
  bias: 1,
} as const;

type Feature = keyof typeof WEIGHT;

const BIAS: Weights = new Map([
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
export interface ClaimForm extends Topic {
  readonly kind: string;
  readonly plover: string | null;
}

/** How much of each kind of evidence there is for each matter. */
export type TrackEvidence = ReadonlyMap<Feature, Weights>;

/** The best matter of a claim, or `other` where nothing tells. */
export function chooseTrack(rules: Rules, matters: Matters, tree: Tree, form: ClaimForm): string {
  const score = new Map(rules.tracks.map((t) => [t.id, 0]));
  for (const [feature, weights] of trackEvidence(rules, matters, tree, form)) {
    for (const [track, weight] of weights) add(score, track, WEIGHT[feature] * weight);
  }
  for (const track of matters.impossible) score.delete(track);
  return heaviest(score);
}

const meets = ({ plover, kind }: ClaimForm): boolean => plover === 'CONSULT' || kind === 'meeting' || kind === 'visit';

/** All that speaks for a matter. */
export function trackEvidence(rules: Rules, matters: Matters, tree: Tree, form: ClaimForm): TrackEvidence {
  const out = new Map<Feature, Map<string, number>>();
  const put = (feature: Feature, track: string, weight: number): void => {
    const weights = out.get(feature) ?? new Map<string, number>();
    add(weights, track, weight);
    out.set(feature, weights);
  };
  for (const [track, weight] of BIAS) put('bias', track, weight);
  const named = namedBy(rules, tree, form);
  for (const [place, weights] of named) {
    for (const [track, weight] of weights) put(place, track, Math.log1p(weight));
  }
  const body = named.get('body')?.get('multilateral') ?? 0;
  if (body > 0) put('bodyActs', 'multilateral', Math.log1p(body));
  if (body > 0 && form.kind === 'statement') put('bodySays', 'multilateral', 1);
  addAround(put, matters, tree);
  for (const track of leaningOf(rules, form.plover)) put('class', track, 1);
  if (meets(form)) addMeeting(put, rules, tree, form);
  else if (form.leader && speaksOfMeeting(named)) put('leaderAsked', 'summits', 1);
  else put('unmet', 'summits', 1);
  return out;
}

/** "invited his colleague", "accepted an invitation to pay a visit", "offered to host the two presidents". */
function speaksOfMeeting(named: ReadonlyMap<string, Weights>): boolean {
  return NEAR.some((place) => named.get(place)?.has('consultations') || named.get(place)?.has('summits'));
}

const NEAR: readonly Place[] = ['trigger', 'close', 'far'];

type Put = (feature: Feature, track: string, weight: number) => void;

/** What the sentence names, by where it stands to the claim; the same phrase counts once in a place. */
function namedBy(rules: Rules, tree: Tree, form: ClaimForm): Map<Place | 'body', Map<string, number>> {
  const out = new Map<Place | 'body', Map<string, number>>();
  const places = placesOf(tree, form);
  const seen = new Set<string>();
  for (const hit of cueHits(rules, tree)) {
    // That a meeting is a meeting says nothing of its matter.
    if (meets(form) && hit.track === 'consultations') continue;
    const place = hit.doer ? 'body' : places[hit.at]!;
    const key = `${place} ${hit.track} ${hit.phrase}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const named = out.get(place) ?? new Map<string, number>();
    add(named, hit.track, cueWeight(hit));
    out.set(place, named);
  }
  return out;
}

function addAround(put: Put, matters: Matters, tree: Tree): void {
  const logs = (weights: Weights | undefined, feature: Feature): void => {
    for (const [track, weight] of weights ?? []) put(feature, track, Math.log1p(weight));
  };
  logs(matters.bySentence.get(tree.index - 1), 'before');
  logs(matters.bySentence.get(tree.index - 2), 'twoBefore');
  logs(matters.bySentence.get(tree.index + 1), 'after');
  const own = matters.bySentence.get(tree.index);
  for (const [track, weight] of matters.byBlock.get(tree.sentence.block) ?? []) {
    put('block', track, Math.log1p(weight - (own?.get(track) ?? 0)));
  }
  for (const [track, share] of matters.report) put(FORMS.has(track) ? 'reportForm' : 'report', track, share);
  for (const [track, share] of matters.headline) put(FORMS.has(track) ? 'headlineForm' : 'headline', track, share);
}

/** A meeting without a matter of its own is a consultation; leaders hold summits. */
function addMeeting(put: Put, rules: Rules, tree: Tree, form: ClaimForm): void {
  put('meeting', 'consultations', 1);
  if (form.leaders) put('leadersMeet', 'summits', 1);
  else if (form.leader && form.kind === 'visit') put('leaderVisits', 'summits', 1);
  const places = placesOf(tree, { ...form, words: null });
  const named = cueHits(rules, tree).some(
    (hit) => hit.track === 'summits' && hit.strong && ['trigger', 'close'].includes(places[hit.at]!),
  );
  if (named) put('summitNamed', 'summits', 1);
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
