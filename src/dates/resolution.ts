/** What resolving a sketch gives, before it becomes a mention of the model. */
import type { Anchor } from '../model/index.ts';
import type { Time } from './time.ts';

interface Alternative {
  readonly time: Time;
  readonly weight: number;
}

export interface Resolution {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** Null where the words name no stretch of the calendar. */
  readonly time: Time | null;
  /** Only where the TIMEX3 value does not follow from `time`. */
  readonly timex?: string;
  readonly anchor: Anchor;
  readonly direction: string;
  readonly reason: string;
  readonly modifier?: string;
  readonly alternatives?: readonly Alternative[];
  /** Whether the words themselves named the year. */
  readonly explicitYear?: boolean;
  /** The stretch that a length was counted inside of. */
  readonly within?: Time;
  readonly problem?: { readonly code: string; readonly what: string };
}

export const NO_ANCHOR: Anchor = { kind: 'none' };

export function unresolved(type: Resolution['type'], timex: string, reason: string): Resolution {
  return { type, time: null, timex, anchor: NO_ANCHOR, direction: 'none', reason };
}
