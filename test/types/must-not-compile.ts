/** What must not compile: each line below an `@ts-expect-error` is an error, or `tsc` fails. Checked by `npm run check`. */
import type { Claim, Layers, Outcome, Sourced } from '../../src/model/index.ts';
import { pipeline, type Stage } from '../../src/stage.ts';

declare const sentences: Stage<never, 'sentences'>;
declare const dates: Stage<'sentences', 'dates'>;
declare const claims: Stage<'dates' | 'actors', 'claims'>;

pipeline().add(sentences).add(dates);
// @ts-expect-error dates need sentences, which nothing has given yet
pipeline().add(dates);
// @ts-expect-error claims need actors, which are missing
pipeline().add(sentences).add(dates).add(claims);

// @ts-expect-error no value goes into the ledger without its words
export const unsourced: Sourced = { evidence: [], rule: 'dates/en/weekday' };
// @ts-expect-error nor without the rule that read it
export const unruled: Sourced = { evidence: [{ start: 0, end: 1, quote: 'x' }] };
// @ts-expect-error a rule is a path
export const badRule: Sourced = { evidence: [{ start: 0, end: 1, quote: 'x' }], rule: 'weekday' };

declare const whole: Claim;
const { evidence: _dropped, ...rest } = whole;
// @ts-expect-error a claim cannot be built without evidence
export const claim: Claim = rest;
// @ts-expect-error a claim always has an attribution; the narrator is a link too
export const voiceless: Claim = { ...whole, attribution: [] };
// @ts-expect-error layers are never changed in place
whole.evidence.push({ start: 0, end: 1, quote: 'x' });
// @ts-expect-error an outcome always carries its problems
export const silent: Outcome<Pick<Layers, 'dates'>> = { value: { dates: [] } };
