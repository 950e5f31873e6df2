/** Corrections of a page by a person: applied to a report before it is read, kept beside the machine's values. */
import type { Block, Clock, IsoDate, Override, OverrideValue, Report } from '../model/index.ts';
import type { Store } from './ports.ts';
import { hashOf } from './words.ts';

/** The report with all corrections applied, oldest first: a later one of the same field wins. */
export function withOverrides(report: Report, overrides: readonly Override[]): Report {
  return overrides.reduce(corrected, report);
}

function corrected(report: Report, override: Override): Report {
  switch (override.field) {
    case 'published':
      return { ...report, published: override.value === null ? null : stated(override.value, override) };
    case 'block':
      return { ...report, blocks: withBlock(report.blocks, override.value) };
    default:
      return { ...report, [override.field]: override.value };
  }
}

function stated(day: IsoDate, { by, why }: Override): Report['published'] {
  const reason = `${day}, set by ${by}: ${why}`;
  return { edtf: day, earliest: day, latest: day, grain: 'day', basis: 'stated', reason };
}

/** Puts a block in: what it covers of others is cut off, so that blocks stay in order and never overlap. */
function withBlock(blocks: readonly Block[], put: Block): readonly Block[] {
  const rest = blocks.flatMap((b) => {
    const before = { ...b, end: Math.min(b.end, put.start) };
    const after = { ...b, start: Math.max(b.start, put.end) };
    return [before, after].filter((part) => part.start < part.end);
  });
  return [...rest, put].sort((a, b) => a.start - b.start);
}

/** Records a correction. It takes effect on the next reading of the report. */
export function override(
  store: Store,
  made: { readonly report: string; readonly by: string; readonly why: string } & OverrideValue,
  clock: Clock,
): Promise<Override> {
  return store.write(async (ledger) => {
    const recorded = clock();
    const id = `o${hashOf(JSON.stringify([made, recorded]))}`;
    const whole: Override = { ...made, id, recorded };
    await ledger.appendOverride(whole);
    return whole;
  });
}
