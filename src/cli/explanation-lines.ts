/** An explanation in, lines for a terminal out: each claim with its words underlined and the reason of every field. */
import pc from 'picocolors';
import type { ExplainedClaim, Explanation } from '../ledger/ask.ts';
import { minuteLine } from '../ledger/minutes.ts';
import { type Names, namesFrom } from '../ledger/names.ts';
import type { AttributionLink, Evidence, Span } from '../model/index.ts';
import { contains } from '../model/index.ts';
import { loadRules } from '../rules/load.ts';

/** All there is to say about an entry or claim. */
export async function explanationLines(found: Explanation): Promise<string[]> {
  const rules = await loadRules();
  const names = namesFrom(rules.actors, rules.tracks);
  const claims = found.claims.flatMap((c, n) => [
    ...claimLines(c, names),
    ...(n < found.claims.length - 1 ? [''] : []),
  ]);
  const { entry } = found;
  if (entry === null) return claims;
  return [
    `${pc.bold(entry.id)}  ${entry.standing}: ${entry.standingWhy}`,
    ...(entry.groupedWhy === null ? [] : [`one event: ${entry.groupedWhy}`]),
    `recorded ${entry.recorded}, rules ${entry.rulesVersion}, ${found.history.length} version(s), ${entry.origins} origin(s)`,
    '',
    ...claims,
  ];
}

function claimLines({ claim, reading, dates }: ExplainedClaim, names: Names): string[] {
  const words = [claim.trigger, ...claim.roles, ...dates];
  const line = (name: string, value: string): string => `  ${name.padEnd(12)}${value}`;
  return [
    `${pc.bold(claim.id)}  ${minuteLine(claim, names)}`,
    line('report', `${reading.report.headline ?? reading.report.source} (${reading.report.id.slice(0, 10)})`),
    ...claim.evidence.flatMap((e) => underlined(e, words)),
    line('rule', claim.rule),
    line('words', `“${claim.trigger.text}”`),
    line('status', `${claim.status}: ${claim.statusWhy}`),
    line('occurs', claim.occurs === null ? 'not told' : `${claim.occurs.edtf}: ${claim.occurs.reason}`),
    ...(claim.said === null ? [] : [line('said', `${claim.said.edtf}: ${claim.said.reason}`)]),
    ...(claim.due === null
      ? []
      : [line('due', `${claim.due.value?.edtf ?? 'not dated'} (“${claim.due.text}”): ${claim.due.reason}`)]),
    ...claim.roles.map((r) =>
      line(r.role, `${r.code ?? 'unresolved'} “${r.text}”${r.partial ? ' (a part of a set, not expanded)' : ''}`),
    ),
    line('word of', claim.attribution.map(linkWords).join(' > ')),
    line('confidence', claim.confidence.toFixed(2)),
  ];
}

function linkWords(link: AttributionLink): string {
  const who = link.name ?? link.role ?? link.link;
  return `${who} (${link.link}${link.state === null ? '' : `, ${link.state}`})`;
}

/** The sentence with a line of marks below it, under the words that count. */
function underlined(evidence: Evidence, words: readonly Span[]): string[] {
  const inside = words.filter((w) => contains(evidence, w));
  const marks = [...evidence.quote].map((_, i) => {
    const at = evidence.start + i;
    return inside.some((w) => w.start <= at && at < w.end) ? '~' : ' ';
  });
  return wrapped(evidence.quote.replace(/\s/g, ' '), marks.join(''));
}

const WIDTH = 96;

function wrapped(text: string, marks: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length; ) {
    const space = text.lastIndexOf(' ', at + WIDTH);
    const end = text.length - at <= WIDTH || space <= at ? Math.min(text.length, at + WIDTH) : space + 1;
    out.push(`    ${text.slice(at, end).trimEnd()}`);
    const under = marks.slice(at, end).trimEnd();
    if (under !== '') out.push(pc.dim(`    ${under}`));
    at = end;
  }
  return out;
}
