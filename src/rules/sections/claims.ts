/** Claim frames: what triggers them, how their roles are filled, what they mean. */
import { z } from 'zod';
import { CLAIM_KINDS, PLOVER_CLASSES, RUNGS, STATUSES } from '../../model/claim.ts';
import { type RuleFault, type RuleFile, section } from '../section.ts';

const words = z.array(z.string().min(1)).min(1);
const plover = z.enum([...PLOVER_CLASSES, 'none']);

/**
 * Where a role's filler stands. `subj`, `obj` and `iobj` follow voice and control; `poss` is a possessor or a nationality word
 * before a noun; `comp` is the subject of what is promised, asked or refused; `in-obj` is a party named anywhere inside the
 * object; `any` is any other party of the clause; `self` is the trigger, where a named place triggers; `who` is whoever stands as
 * subject, with the place they are in. Everything else is a preposition.
 */
const slot = z.string().regex(/^(subj|obj|iobj|poss|comp|in-obj|in-comp|any|[a-z]+)$/);

const example = z.strictObject({
  text: z.string(),
  /** `CLASS ACTORS>COUNTERPARTS status`, codes joined by "+"; `none` for no class. */
  claim: z.string().regex(/^[A-Za-z]+ [A-Z+]*(>[A-Z+]*)? [a-z]+$/, 'as "SANCTION LTU>BLR happened"'),
});

const mode = z.strictObject({
  plover: plover.optional(),
  kind: z.enum(CLAIM_KINDS).optional(),
  status: z.enum(STATUSES).optional(),
});

const frame = z.strictObject({
  /** Last part of the rule id: `claims/<file>/<id>`. */
  id: z.string(),
  why: z.string(),
  /** Verb lemmas; "call off" wants the particle, "lodge protest" the noun in its clause; "/" separates choices. */
  verbs: words.optional(),
  /** Noun lemmas that name the event: "expulsion", "war game"; `*place` stands for a named place somebody is said to be in. */
  nouns: words.optional(),
  /** Predicates that are not verbs: "ready", "willing". */
  adjectives: words.optional(),
  kind: z.enum(CLAIM_KINDS),
  plover,
  status: z.enum(STATUSES).optional(),
  rung: z.enum(RUNGS).optional(),
  /** Id of an entry of `data/tracks/`; left out, the things named decide. */
  track: z.string().optional(),
  /** All parties act alike: a meeting, a treaty. */
  mutual: z.boolean().optional(),
  /** The first slot that holds a party fills the role. */
  actor: z.array(slot).optional(),
  counterpart: z.array(slot).optional(),
  host: z.array(slot).optional(),
  mediator: z.array(slot).optional(),
  /** The words govern another event (agree to, ask to, refuse to): what they govern gives no claim of its own. */
  operator: z.boolean().optional(),
  /** Lemmas one of which must head the object, stand in it, or stand in the clause; `@name` takes a list of any file. */
  object: words.optional(),
  notObject: words.optional(),
  /** The object's head itself must be one of `object`, or a person. */
  objectHead: z.boolean().optional(),
  clause: words.optional(),
  notClause: words.optional(),
  /** Prepositions before the noun that make it a topic, not an event: "a warning over talks". */
  notCase: words.optional(),
  /** An object, complement or counterpart is needed. */
  needs: z
    .array(
      z.enum([
        'object',
        'passive',
        'duty',
        'charged',
        'complement',
        'counterpart',
        'state-object',
        'two',
        'with-or-plural',
        'official',
        'request',
        'other-doer',
        'wish',
        'own-envoy',
        'others-envoy',
        'force',
        'owner',
        'doer',
        'no-stranger',
        'people',
        'intransitive',
        'forces',
        'undertaking',
        'bidden',
        'apart',
        'mission',
      ]),
    )
    .optional(),
  /** A place may fill a role: one visits, invades or leaves the state whose town is named. */
  places: z.boolean().optional(),
  /** Several doers bind each other; a single one binds itself towards the counterpart. */
  mutualIfPlural: z.boolean().optional(),
  /** Gives way to a frame in what it governs: "plans to visit" is a planned visit. */
  deferring: z.boolean().optional(),
  /** Only in texts of one or two sentences, only in reports, only where negated, only as a verb. */
  onlyShort: z.boolean().optional(),
  onlyReports: z.boolean().optional(),
  onlyNegated: z.boolean().optional(),
  onlyVerb: z.boolean().optional(),
  /** Not in the passive: "is expected to" asks nobody for anything. */
  active: z.boolean().optional(),
  /** Only with a future auxiliary; `*` among the verbs stands for any verb no other frame knows. */
  onlyFuture: z.boolean().optional(),
  /** The doers may be a crowd without a code. */
  crowd: z.boolean().optional(),
  /** What becomes of it when it is told as future, as denied, or as a condition. */
  future: mode.optional(),
  negated: mode.optional(),
  /** Everyday words that mean this only between two named parties. */
  weak: z.boolean().optional(),
  /** The words are themselves an act of speech: the actor is the speaker. */
  speech: z.boolean().optional(),
  /** A state of affairs, which holds on the day it is told. */
  lasting: z.boolean().optional(),
  /** Higher wins where two frames meet on the same words. */
  priority: z.number().optional(),
  examples: z.array(example).optional(),
  not: z.array(z.string()).optional(),
});

export const claims = section({
  folder: 'claims',
  schema: z.strictObject({
    /** Why the file exists, in one sentence. */
    why: z.string(),
    /** Named word lists, used as `@name` in any file. */
    lists: z.record(z.string(), words).optional(),
    /** Verbs that carry a nominal event and say nothing of their own: hold, conduct, take place. */
    carriers: z
      .array(z.strictObject({ verbs: words, status: z.enum(STATUSES).optional(), why: z.string() }))
      .optional(),
    frames: z.array(frame).optional(),
  }),
  check: (files) => [...duplicateFrames(files), ...unknownLists(files)],
});

type File = RuleFile<z.output<(typeof claims)['schema']>>;

function duplicateFrames(files: readonly RuleFile<{ frames?: { id: string }[] | undefined }>[]): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const file of files) {
    const seen = new Set<string>();
    (file.content.frames ?? []).forEach((f, i) => {
      if (seen.has(f.id)) {
        faults.push({
          place: `${file.path}:${file.lineOf('frames', i)}`,
          message: `frame "${f.id}" stands twice`,
          remedy: 'Give one of them another id.',
        });
      }
      seen.add(f.id);
    });
  }
  return faults;
}

function unknownLists(files: readonly RuleFile<object>[]): RuleFault[] {
  const typed = files as readonly File[];
  const known = new Set(typed.flatMap((f) => Object.keys(f.content.lists ?? {})));
  const faults: RuleFault[] = [];
  for (const file of typed) {
    (file.content.frames ?? []).forEach((f, i) => {
      for (const field of ['object', 'notObject', 'clause', 'notClause', 'nouns', 'verbs'] as const) {
        for (const word of f[field] ?? []) {
          if (!word.startsWith('@') || known.has(word.slice(1))) continue;
          faults.push({
            place: `${file.path}:${file.lineOf('frames', i, field)}`,
            message: `list "${word}" is not defined`,
            remedy: 'Define it under `lists:` of a file in data/claims, or mend the name.',
          });
        }
      }
    });
  }
  return faults;
}
