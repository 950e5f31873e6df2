/** Words of the rules that tell how real a content is, by the way they stand. In: rules. Out: maps from word to effect. */
import type { Rules } from '../rules/rules.ts';

export type Effect =
  | 'negated'
  | 'planned'
  | 'future'
  | 'hypothetical'
  | 'conditional'
  | 'alleged'
  | 'demanded'
  | 'offered'
  | 'agreed'
  | 'denied'
  | 'ongoing'
  | 'happened'
  | 'purpose'
  | 'pending'
  | 'settled'
  | 'none';

/** Status cues by the way they stand, and by lemma. */
type CueMap = ReadonlyMap<string, Effect>;
export interface Cues {
  readonly auxiliary: CueMap;
  readonly head: CueMap;
  readonly adverb: CueMap;
  readonly mark: CueMap;
  readonly determiner: CueMap;
  readonly provisos: readonly (readonly string[])[];
}

const made = new WeakMap<Rules, Cues>();

export function cuesOf(rules: Rules): Cues {
  const known = made.get(rules);
  if (known) return known;
  const maps: Record<string, Map<string, Effect>> = {};
  for (const file of rules.status) {
    for (const cue of file.cues) {
      maps[cue.as] ??= new Map();
      for (const word of cue.words) maps[cue.as]!.set(word, cue.effect as Effect);
    }
  }
  const of = (name: string): CueMap => maps[name] ?? new Map();
  const cues: Cues = {
    auxiliary: of('auxiliary'),
    head: of('head'),
    adverb: of('adverb'),
    mark: of('mark'),
    determiner: of('determiner'),
    provisos: [...of('proviso').keys()].map((phrase) => phrase.split(' ')),
  };
  made.set(rules, cues);
  return cues;
}
