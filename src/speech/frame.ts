/** A cue with its subject and the stretches it hands over. */
import type { Cue } from './cues.ts';
import type { Region, Subject } from './line.ts';

/** A cue with all that the sentence says about it. */
export interface Frame {
  readonly cue: Cue;
  readonly subject: Subject | null;
  /** The stretch the whole attribution takes: subject, cue and its tail. */
  readonly whole: Region;
  readonly content: readonly Region[];
  readonly addressee: Region | null;
  /** Words after the cue that tell when, where and through whom. */
  readonly tail: Region | null;
  /** `before`: the content stands before the attribution, so what lies in it is nested. */
  readonly shape: 'before' | 'after' | 'around' | 'none';
}
