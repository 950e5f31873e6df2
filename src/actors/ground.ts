/** The land a report was filed from: its dateline in, a code out. */
import type { Report } from '../model/report.ts';
import { atomsOfName } from './atoms.ts';
import type { Ground } from './reference.ts';
import type { Scene } from './scene.ts';
import type { Tables } from './tables.ts';

/** Reads the place of the dateline; null where no place of the tables stands in it. */
export function groundOf(scenes: readonly Scene[], report: Pick<Report, 'dateline'>, tables: Tables): Ground {
  for (const scene of scenes) {
    const filed = scene.drafts.find((d) => d.why === 'dateline');
    if (filed?.codes[0] !== undefined) return { here: filed.codes[0] };
  }
  const atoms = atomsOfName(report.dateline ?? '');
  for (let i = 0; i < atoms.length; i += 1) {
    const match = tables.trie.longest(atoms, i, (s) => s.sort === 'actor');
    // Organisations have seats too; a report is filed from a land.
    const land = match?.values.flatMap((s) =>
      s.sort === 'actor' && s.actor.kind === 'state' ? [s.actor.code] : [],
    )[0];
    if (land !== undefined) return { here: land };
  }
  return { here: null };
}
