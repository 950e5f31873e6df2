/**
 * The matter a claim belongs to: a sum of evidence. What the claim itself names counts most, then the rest of its sentence, the
 * sentences around it, and what the report is about as a whole. Words of the rules name matters; a learned table hears the others.
 */
import type { Rules } from '../rules/rules.ts';
import type { Topic } from './matter.ts';
import { add, FORMS, type Matters, type Weights } from './report-matters.ts';
import { cueHits, cueWeight, leaningOf } from './track-cues.ts';
import { trackModel } from './track-model.ts';
import { PLACES, type Place, placesOf } from './track-places.ts';
import { hear, nothingSaid, type Said, trackRows } from './track-words.ts';
import type { Tree } from './tree.ts';

/** Evidence that the rules find, by where it stands or what the claim is; `training/tracks` gives each its weight. */
type Feature =
  | Place
  /** Within the name of the body that acts. */
  | 'body'
  /** What bodies that vote and rule do or say is their own matter. */
  | 'bodyActs'
  | 'bodySays'
  /** The sentences around, the paragraph, the report; forms of dealing are weighed apart from matters proper. */
  | 'before'
  | 'twoBefore'
  | 'after'
  | 'block'
  | 'report'
  | 'headline'
  | 'reportForm'
  | 'headlineForm'
  /** What the claim is leans to a matter. */
  | 'meeting'
  | 'leadersMeet'
  | 'leaderVisits'
  | 'leaderAsked'
  | 'summitNamed'
  | 'class'
  /** Leaders do not meet in it. */
  | 'unmet';

/** What a claim is, as far as it leans to a matter. */
export interface ClaimForm extends Topic {
  readonly kind: string;
  readonly plover: string | null;
}

/** How much of each kind of evidence there is for each matter. */
export type TrackEvidence = ReadonlyMap<Feature, Weights>;

/** The best matter of a claim, or `other` where nothing tells. */
export function chooseTrack(rules: Rules, matters: Matters, tree: Tree, form: ClaimForm): string {
  const evidence = trackEvidence(rules, matters, tree, form);
  const open = openness(evidence);
  const learned = learnedScores(matters, tree, form, open);
  // A matter that the table does not know yet is found by its words alone.
  const score = new Map(rules.tracks.map(({ id }) => [id, learned.get(id) ?? 0]));
  for (const [feature, weights] of evidence) {
    const heard = trackModel.features[feature]! * (AROUND.has(feature) ? open : 1);
    for (const [track, weight] of weights) add(score, track, heard * weight);
  }
  for (const track of matters.impossible) score.delete(track);
  return heaviest(score);
}

const AROUND: ReadonlySet<string> = new Set(
  'before twoBefore after block headline report headlineForm reportForm'.split(' '),
);

/** The more a claim names a matter itself, the less it takes from what stands around it. */
function openness(evidence: TrackEvidence): number {
  const named = [evidence.get('trigger'), evidence.get('close')].flatMap((weights) => [...(weights?.values() ?? [])]);
  return 1 / (1 + Math.max(0, ...named));
}

const meets = ({ plover, kind }: ClaimForm): boolean => plover === 'CONSULT' || kind === 'meeting' || kind === 'visit';

/** What words, class and kind of a claim say of each matter. */
function learnedScores(matters: Matters, tree: Tree, form: ClaimForm, open: number): Map<string, number> {
  const { tracks, bias, classes } = trackModel;
  const leans = [bias, classes[form.plover ?? 'none'], classes[`kind:${form.kind}`]];
  const said = saidOf(matters, tree, form, open);
  return new Map(tracks.map((t, n) => [t, said[n]! + leans.reduce((sum, lean) => sum + (lean?.[n] ?? 0), 0)]));
}

/** What the words say, by place: the whole report as a share, any other place by the root of its words. */
function saidOf(matters: Matters, tree: Tree, form: ClaimForm, open: number): Float64Array {
  const { places } = trackModel;
  const out = nothingSaid().sums;
  const put = (place: string, said: Said | undefined): void => {
    if (said === undefined || said.count === 0) return;
    const norm = place === 'report' ? REPORT.weight / (said.count + REPORT.short) : 1 / Math.sqrt(said.count + 1);
    const weight = places[place]! * norm * (AROUND.has(place) ? open : 1);
    for (let t = 0; t < out.length; t++) out[t]! += weight * said.sums[t]!;
  };
  const near = new Map<Place, Said>(PLACES.map((place) => [place, nothingSaid()]));
  const standing = placesOf(tree, form);
  trackRows(tree).forEach((row, i) => {
    hear(near.get(standing[i]!)!, row);
  });
  for (const [place, said] of near) put(place, said);
  put('before', matters.said.bySentence.get(tree.index - 1));
  put('twoBefore', matters.said.bySentence.get(tree.index - 2));
  put('after', matters.said.bySentence.get(tree.index + 1));
  put('headline', matters.said.headline);
  put('report', matters.said.report);
  return out;
}

/** What a report says as a whole weighs as if it were so many words; one of few words tells little of what it is about. */
const REPORT = { weight: 4, short: 40 } as const;

/** All that speaks for a matter by the rules. */
export function trackEvidence(rules: Rules, matters: Matters, tree: Tree, form: ClaimForm): TrackEvidence {
  const out = new Map<Feature, Map<string, number>>();
  const put = (feature: Feature, track: string, weight: number): void => {
    const weights = out.get(feature) ?? new Map<string, number>();
    add(weights, track, weight);
    out.set(feature, weights);
  };
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
