/** What a folder of `data/` must look like: its place, the shape of one file, and checks over all files together. */
import type { z } from 'zod';

/** A file of a section as read: its path below `data/`, its content, and where each value stands. */
export interface RuleFile<T> {
  readonly path: string;
  readonly content: T;
  /** Line of the value at a path inside the file, for messages. */
  readonly lineOf: (...path: readonly (string | number)[]) => number;
}

/** A fault in a rule file, said so that a domain person can mend it. */
export interface RuleFault {
  /** `actors/AFG.yaml:41` */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Section<S extends z.ZodType> {
  /** Folder below `data/`; every `.yaml` file in it (and below) has the same shape. */
  readonly folder: string;
  /** Shape of one file. */
  readonly schema: S;
  /** Checks that no single value shows: duplicates, unknown codes, overlapping dates. */
  readonly check?: (files: readonly RuleFile<z.output<S>>[]) => readonly RuleFault[];
}

/** Declares a section; only there to let TypeScript infer the shape. */
export function section<S extends z.ZodType>(declared: Section<S>): Section<S> {
  return declared;
}
