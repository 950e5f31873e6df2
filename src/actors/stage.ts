/** The actors stage: sentences and rules in; mentions of actors and the roles of persons out. */
import type { ActorMention, PersonRole } from '../model/actor.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Rules } from '../rules/rules.ts';
import { appointments } from './appoint.ts';
import { bindPeople, nameHolders, spread } from './bind.ts';
import { findActors } from './find-actors.ts';
import { groundOf } from './ground.ts';
import { isWorthKeeping, mentionOf, rolesOf } from './mention.ts';
import { MOST_FUZZY, People } from './people.ts';
import { findPhrases } from './phrase.ts';
import { actorProblem } from './problem-codes.ts';
import { resolveReferences } from './reference.ts';
import { type Scene, sceneOf } from './scene.ts';
import { settingOf } from './senses.ts';
import { tablesOf } from './tables.ts';

export interface ActorLayers {
  readonly actors: ActorMention[];
  readonly people: PersonRole[];
}

/**
 * Finds states, organisations, organs, missions, persons and references, with the codes they stand for.
 *
 * @example
 * actorsOf(sentences, report, rules).value.actors[0].codes; // ['LTU']
 */
export function actorsOf(
  sentences: readonly Sentence[],
  report: Pick<Report, 'published' | 'dateline'> & { readonly blocks?: Report['blocks'] },
  rules: Rules,
): Outcome<ActorLayers> {
  const tables = tablesOf(rules);
  const day = report.published?.latest ?? report.published?.earliest ?? null;
  const page = { tables, day, blocks: report.blocks ?? [] };
  const scenes = sentences.map((s, i) => sceneOf(s, i, page));
  const setting = settingOf(scenes);
  for (const scene of scenes) findPhrases(scene, setting);
  const people = new People(tables, day);
  const bound = bindPeople(scenes, people, setting);
  for (const scene of scenes) findActors(scene, setting);
  spread(bound);
  resolveReferences(scenes, bound, groundOf(scenes, report, tables));
  spread(bound);
  nameHolders(scenes, people);
  const actors = scenes.flatMap((scene) =>
    scene.drafts
      .filter(isWorthKeeping)
      .sort((a, b) => a.first - b.first)
      .map((d) => mentionOf(scene, d)),
  );
  const roles = [
    ...rolesOf(scenes, bound),
    ...appointments(
      scenes.filter((s) => !s.aside),
      people,
    ),
  ].sort((a, b) => a.start - b.start);
  return { value: { actors, people: roles }, problems: [...crowded(people), ...mixedWords(scenes)] };
}

function crowded(people: People): Problem[] {
  const n = people.figures.length;
  return n > MOST_FUZZY ? [actorProblem('ACTOR-001', { n: String(n), most: String(MOST_FUZZY) })] : [];
}

const MIXED =
  /\p{Script=Latin}.*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}].*\p{Script=Latin}/u;

/** A few are enough to show that the text was tampered with or badly converted. */
const MOST_TOLD = 3;

/** Names that were found only because letters of another script were read as Latin ones. */
function mixedWords(scenes: readonly Scene[]): Problem[] {
  const out: Problem[] = [];
  for (const scene of scenes) {
    for (const t of scene.scanned.hits.flatMap((h) => scene.tokens.slice(h.first, h.last))) {
      if (out.length >= MOST_TOLD) return out;
      if (!MIXED.test(t.text)) continue;
      out.push(actorProblem('ACTOR-002', { word: t.text }, { at: { start: t.start, end: t.end }, excerpt: t.text }));
    }
  }
  return out;
}
