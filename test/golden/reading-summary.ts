/** A reading in, a summary a person can review in a difference out: one line a block, one object a claim. */
import type { Claim, Reading } from '../../src/model/index.ts';

/** What a golden holds of a reading. */
export function readingSummary(reading: Reading): object {
  const { report } = reading;
  const { headline, outlet, agency, byline, dateline, language, format } = report;
  return {
    page: { format, headline, outlet, agency, byline, dateline, language, published: report.published?.edtf ?? null },
    blocks: report.blocks.map((b) => `${b.kind}${b.reason ? `/${b.reason}` : ''}: ${start(report.text, b.start, b.end)}`),
    claims: reading.claims.map(claimSummary),
    problems: reading.problems.map((p) => p.code),
  };
}

function start(text: string, from: number, to: number): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

function claimSummary(claim: Claim): object {
  const { kind, plover, status, track } = claim;
  const chain = claim.attribution.map((l) => l.name ?? l.role ?? l.link).join(' > ');
  return {
    line: [kind, plover ?? '-', status, track].join(' '),
    parties: `${claim.actors.join('+')}${claim.counterparts.length > 0 ? ` -> ${claim.counterparts.join('+')}` : ''}`,
    occurs: claim.occurs?.edtf ?? null,
    ...(claim.due === null ? {} : { due: `${claim.due.value?.edtf ?? '?'} (${claim.due.text})` }),
    ...(claim.rung === null ? {} : { rung: claim.rung }),
    ...(claim.background ? { background: true } : {}),
    by: chain,
    words: claim.evidence[0].quote,
  };
}
