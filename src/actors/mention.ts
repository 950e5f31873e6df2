/** Drafts in, the mentions and roles of the model out. */
import type { ActorMention, PersonRole } from '../model/actor.ts';
import type { Bound } from './bind.ts';
import { type Draft, headOf, type Scene } from './scene.ts';

/** Private persons and firms of no nationality are no actors; the parse names them well enough. */
export function isWorthKeeping(d: Draft): boolean {
  return d.codes.length > 0 || d.use !== 'national' || d.nameAt !== undefined;
}

/** The mention a draft stands for; its head is the token that hangs outside it in the parse. */
export function mentionOf(scene: Scene, d: Draft): ActorMention {
  const start = scene.tokens[d.first]!.start;
  const end = scene.tokens[d.last - 1]!.end;
  return {
    start,
    end,
    text: printed(scene, d),
    sentence: scene.index,
    first: d.first,
    last: d.last,
    head: headOf(scene, d),
    kind: d.kind,
    form: d.form,
    codes: d.codes,
    ...(d.name === undefined ? {} : { name: d.name }),
    ...(d.office === undefined ? {} : { office: d.office }),
    ...(d.organ === undefined ? {} : { organ: d.organ.replaceAll('-', ' ') }),
    ...(d.receiving === undefined ? {} : { receiving: d.receiving }),
    partial: d.partial,
    reading: d.reading,
    resolved: d.codes.length === 0 ? 'unresolved' : d.resolved,
    ...(d.antecedent === undefined ? {} : { antecedent: d.antecedent }),
    rule: d.rule,
    why: d.why,
  };
}

/** The words as they stand in the sentence, white space included. */
function printed(scene: Scene, d: Draft): string {
  let out = '';
  for (let t = d.first; t < d.last; t += 1) {
    const token = scene.tokens[t]!;
    if (t > d.first) out += ' '.repeat(Math.min(1, token.start - scene.tokens[t - 1]!.end));
    out += token.text;
  }
  return out;
}

/** Offices the text itself binds to names, each once. */
export function rolesOf(scenes: readonly Scene[], bound: Bound): PersonRole[] {
  const seen = new Set<string>();
  const out: PersonRole[] = [];
  for (const [d, figure] of bound) {
    if (d.nameAt === undefined || d.office === undefined || d.means === 'counterpart' || !hasOfficeWords(d)) continue;
    // Who stands in a picture is not who the report is about.
    if (scenes[d.sentence]!.aside) continue;
    const key = [figure.name, d.office.toLowerCase(), d.tense].join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    const scene = scenes[d.sentence]!;
    out.push({
      start: scene.tokens[Math.min(d.first, d.sharedFrom ?? d.first)]!.start,
      end: scene.tokens[d.last - 1]!.end,
      name: figure.name,
      office: d.office,
      organ: d.organ?.replaceAll('-', ' ') ?? null,
      code: d.codes[0] ?? null,
      tense: d.tense,
      rule: d.rule,
    });
  }
  return out.sort((a, b) => a.start - b.start);
}

/** True where the mention holds more than the name. */
function hasOfficeWords(d: Draft): boolean {
  if (d.sharedFrom !== undefined) return true;
  return d.rule !== 'actors/person' && d.nameAt![1] - d.nameAt![0] < d.last - d.first;
}
