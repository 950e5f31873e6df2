/** Entries in, lines for a terminal out. */
import pc from 'picocolors';
import { minuteLine } from '../ledger/minutes.ts';
import { type Names, namesFrom } from '../ledger/names.ts';
import type { Entry } from '../model/index.ts';
import { loadRules } from '../rules/load.ts';

/** Characters of an id that are shown: enough to be unique in any ledger of a person's size. */
const SHORT = 10;

/** Minutes under the heading of their track, each line followed by its words. */
export async function minutesOf(entries: readonly Entry[]): Promise<string[]> {
  const rules = await loadRules();
  const names = namesFrom(rules.actors, rules.tracks);
  const tracks = [...new Set(entries.map((e) => e.lead.track))];
  return tracks.flatMap((track) => {
    const lines = entries.filter((e) => e.lead.track === track).flatMap((e) => [entryLine(e, names), wordsLine(e)]);
    return [pc.bold(names.track(track).toUpperCase()), ...lines, ''];
  });
}

/** One line of the ledger, with the id that `verbale explain` takes. */
export function entryLine(entry: Entry, names: Names): string {
  const proposed = entry.standing === 'proposed' ? ' (proposed)' : '';
  return `${pc.dim(entry.id.slice(0, SHORT))}  ${minuteLine(entry.lead, names)}${proposed}`;
}

function wordsLine(entry: Entry): string {
  return pc.dim(`${' '.repeat(SHORT + 2)}“${entry.lead.evidence[0].quote.replace(/\s+/g, ' ').trim()}”`);
}
