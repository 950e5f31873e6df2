/** States, organisations and other parties, one file each. */
import { z } from 'zod';
import { section } from '../section.ts';
import { actorFaults } from './actor-faults.ts';

/** A date as far as it is known: year, month or day. Left out where it is not known for sure. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD, in quotation marks');

const term = { from: partialDate.optional(), to: partialDate.optional() };

const role = z.strictObject({
  /** In lower case, as a report would print it: "president", "foreign minister", "secretary-general". */
  office: z.string(),
  /** Id of an organ of this actor, or a usual one: presidency, government, foreign-ministry, defence-ministry. */
  organ: z.string().optional(),
  acting: z.boolean().optional(),
  /** Claimed by two at once: the overlap is a fact and no fault. */
  disputed: z.boolean().optional(),
  ...term,
});

const person = z.strictObject({
  /** Full name as English-language reports print it. */
  name: z.string(),
  /** Other spellings of the whole name. */
  aliases: z.array(z.string()).optional(),
  /** What short mentions use, where it is not the last word of the name ("Xi", "Erdogan", "bin Salman"). */
  short: z.array(z.string()).optional(),
  roles: z.array(role).min(1),
});

const place = z.strictObject({ name: z.string(), aliases: z.array(z.string()).optional(), ...term });

export const actors = section({
  folder: 'actors',
  schema: z.strictObject({
    why: z.string(),
    kind: z.enum(['state', 'organisation', 'group']),
    /** ISO 3166 alpha-3, the withdrawn code of a vanished state, or an acronym. */
    code: z.string(),
    /** The usual English name first; all other written forms after it, without "the". */
    names: z.array(z.string()).min(1),
    /** Abbreviations that count only as written: US, U.S., UK, EU. */
    abbreviations: z.array(z.string()).optional(),
    adjectives: z.array(z.string()).optional(),
    /** People of it: "Russians", "a Briton". Adjectives need not be repeated. */
    demonyms: z.array(z.string()).optional(),
    /** The seat of government that stands for it ("Moscow said"). */
    capitals: z.array(place).optional(),
    /** Buildings, streets and residences that stand for it or an organ: the Kremlin, Downing Street. */
    metonyms: z
      .array(z.strictObject({ name: z.string(), organ: z.string().optional(), why: z.string().optional(), ...term }))
      .optional(),
    /** Cities and regions that only say where something is. */
    places: z.array(z.string()).optional(),
    /** Organs under names of their own: External Affairs Ministry, State Department, MID. Usual English ones need no line. */
    organs: z.array(z.strictObject({ id: z.string(), names: z.array(z.string()).min(1), ...term })).optional(),
    people: z.array(person).optional(),
    /** For organisations: the codes of members, dated. */
    members: z.array(z.strictObject({ code: z.string(), ...term })).optional(),
    /** For an organ of an organisation or a region of a state: whose it is (UNSC is part of UN). */
    partOf: z.string().optional(),
    /** Names that look like this actor and are not: "Georgia Tech", "Jordan Peterson", "New Mexico". */
    notThis: z.array(z.string()).optional(),
    exists: z.strictObject(term).optional(),
    /** Where the facts can be checked: "office's own list of holders", "UN protocol list" and the like. */
    sources: z.array(z.string()).min(1),
    /** Until when offices were kept up to date. */
    asOf: partialDate.optional(),
    note: z.string().optional(),
  }),
  check: actorFaults,
});
