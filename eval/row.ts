/** What every evaluation gives: rows of figures, or the reason why there are none. */
export interface EvalRow {
  /** What was measured on: "textdump/inner (dev, cross-validated)". */
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  /** The best published or measured figure of somebody else on the same kind of text. */
  readonly rival?: string;
  readonly rivalValue?: number;
  /** Lower is better (false alarms, milliseconds). */
  readonly lowerIsBetter?: true;
  /** Speeds depend on the machine: printed, never a floor. */
  readonly unpinned?: true;
}

/** Why a set could not be measured; printed, never silent. */
export interface EvalSkip {
  readonly set: string;
  readonly skipped: string;
}

export type EvalResult = readonly (EvalRow | EvalSkip)[];
