/** Reporting verbs, nouns and frames, and the words for those who speak. */
import { z } from 'zod';
import { type RuleFault, type RuleFile, section } from '../section.ts';

const SPEECH_ACTS = [
  'say',
  'deny',
  'allege',
  'promise',
  'demand',
  'offer',
  'threaten',
  'accuse',
  'expect',
  'confirm',
  'ask',
] as const;
const act = z.enum(SPEECH_ACTS);
const ruleId = z.string().regex(/^speech\/en\//, 'an id that begins with speech/en/');
const group = {
  id: ruleId,
  why: z.string(),
  words: z.array(z.string()).min(1),
  /** Sentences in which the rule must find something; they are run as tests. */
  examples: z.array(z.string()).optional(),
  /** Sentences in which it must find nothing; they are run as tests. */
  not: z.array(z.string()).optional(),
};

const verbGroup = z.strictObject({
  ...group,
  /** Overrules the act of the file. */
  act: act.optional(),
  /** A plain object is part of what is said: "denied the charge", "called it a stunt". */
  object: z.boolean().optional(),
  /** Somebody is told: "told reporters that". */
  addressee: z.boolean().optional(),
  /** `reporter`: the act itself is told by the narrator, so the subject is no source of it. */
  told: z.enum(['speaker', 'reporter']).optional(),
  /** Counts only beside a quotation; with a clause of thinking; with a paper or agency as subject; with a clause or quotation; with an object that is given a name; with a text as subject; with "at" and a number. */
  only: z.enum(['beside-quotation', 'mind', 'media', 'clause', 'naming', 'text', 'figure']).optional(),
});

const schema = z.strictObject({
  /** Why the file exists, in one sentence. */
  why: z.string(),
  act: act.optional(),
  verbs: z.array(verbGroup).optional(),
  /** Irregular forms as "form=verb". */
  forms: z.array(z.string().regex(/^[^=]+=[^=]+$/, 'form=verb')).optional(),
  nouns: z.array(z.strictObject(group)).optional(),
  frames: z.array(z.strictObject(group)).optional(),
  words: z.array(z.strictObject({ ...group, class: z.string() })).optional(),
  minds: z.array(z.strictObject(group)).optional(),
  modifiers: z.array(z.strictObject(group)).optional(),
});

/** A word may belong to one verb group only: otherwise its act would depend on the order of files. */
function doubleVerbs(files: readonly RuleFile<z.output<typeof schema>>[]): readonly RuleFault[] {
  const seen = new Map<string, string>();
  const faults: RuleFault[] = [];
  for (const file of files) {
    (file.content.verbs ?? []).forEach((verbs, i) => {
      verbs.words.forEach((word, k) => {
        const first = seen.get(word);
        if (first === undefined) seen.set(word, verbs.id);
        else
          faults.push({
            place: `${file.path}:${file.lineOf('verbs', i, 'words', k)}`,
            message: `"${word}" stands in ${first} already`,
            remedy: 'Keep the verb in the group whose act it mostly has.',
          });
      });
    });
  }
  return faults;
}

export const speech = section({ folder: 'lang/en/speech', schema, check: doubleVerbs });
