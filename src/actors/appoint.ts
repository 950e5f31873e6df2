/** "Ana Berg was named ambassador to Norway", "appointed Ana Berg as minister": posts to be held, with their words. */
import type { PersonRole } from '../model/actor.ts';
import { nameRun } from './names.ts';
import type { People } from './people.ts';
import { type Draft, lower, type Scene, text } from './scene.ts';

const APPOINTS =
  /^(?:appoint(?:ed|s)?|nam(?:ed|es)|nominat(?:ed|es)|designat(?:ed|es)|chos(?:e|en)|elected|picked|tapped)$/;
const LINKS = /^(?:as|its|the|a|an|his|her|their|new|next|country|'s|’s|to|be|been)$/;

/** Roles that the report says somebody was given; they hold from later on, so they are *designate*. */
export function appointments(scenes: readonly Scene[], people: People): PersonRole[] {
  return scenes.flatMap((scene) =>
    scene.drafts.flatMap((d) => {
      const run = d.use === 'official' && d.nameAt === undefined && !d.plural ? appointee(scene, d) : null;
      return run === null ? [] : [roleOf(scene, d, run, people)];
    }),
  );
}

type Run = readonly [number, number];

/** The name that an office is given to: between the verb and the office, or before "was named". */
function appointee(scene: Scene, d: Draft): Run | null {
  let t = d.first - 1;
  while (t >= 0 && LINKS.test(lower(scene, t))) t -= 1;
  if (APPOINTS.test(lower(scene, t))) return subjectBefore(scene, t);
  for (let from = t; from >= Math.max(0, t - 6); from -= 1) {
    if (!APPOINTS.test(lower(scene, from))) continue;
    const run = nameRun(scene, from + 1);
    return run !== null && run[1] === t + 1 && run[1] - run[0] > 1 ? run : null;
  }
  return null;
}

/** "Ana Berg was named", "Ana Berg has been appointed". */
function subjectBefore(scene: Scene, verb: number): Run | null {
  let t = verb - 1;
  if (!/^(?:was|is|been|be|were)$/.test(lower(scene, t))) return null;
  while (t >= 0 && /^(?:was|is|been|be|were|has|had|have|will|to|also|later|since|recently)$/.test(lower(scene, t)))
    t -= 1;
  for (let from = Math.max(0, t - 6); from <= t; from += 1) {
    const run = nameRun(scene, from);
    if (run !== null && run[1] === t + 1 && (run[1] - run[0] > 1 || scene.taken[from]?.kind === 'person')) return run;
  }
  return null;
}

function roleOf(scene: Scene, d: Draft, run: Run, people: People): PersonRole {
  const name = text(scene, run[0], run[1]);
  const first = Math.min(run[0], d.first);
  const last = Math.max(run[1], d.last);
  return {
    start: scene.tokens[first]!.start,
    end: scene.tokens[last - 1]!.end,
    name: people.find(name)?.name ?? name,
    office: d.office ?? null,
    organ: d.organ?.replaceAll('-', ' ') ?? null,
    code: d.codes[0] ?? null,
    tense: 'designate',
    rule: 'actors/appointment',
  };
}
