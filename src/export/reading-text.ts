/** A reading in, minutes a person can read out: the report's head, then each claim with its words and whose word it is. */
import { minuteLine } from '../ledger/minutes.ts';
import { namesFrom } from '../ledger/names.ts';
import type { Reading, Report } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';

/** The report's head and its claims, one paragraph each. */
export function readingText(reading: Reading, rules: Rules): string {
  const names = namesFrom(rules.actors, rules.tracks);
  const lines = reading.claims.map((c) => `  ${minuteLine(c, names)}\n      “${flat(c.evidence[0].quote)}”`);
  const body = lines.length > 0 ? lines.join('\n') : '  no dealings between governments found';
  return `${headOf(reading.report)}\n${body}\n`;
}

function headOf(report: Report): string {
  const { published } = report;
  const when = published === null ? 'publication not stated' : `${published.edtf} (${published.basis})`;
  const from = [report.outlet, report.agency, report.byline].filter((x) => x !== null).join(' · ');
  return `${report.headline ?? report.source}\n  ${[when, from].filter((x) => x !== '').join(' · ')}`;
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
