/** A reading in, one line of JSON out: the contract other programs rely on (docs/reference/reading.schema.json). */
import type { Claim, Problem, Reading, Report } from '../model/index.ts';

/** The reading as the contract's object; fields may be added, none changes its meaning. */
export function readingObject(reading: Reading): object {
  return {
    report: reportObject(reading.report),
    claims: reading.claims.map(claimObject),
    problems: reading.problems.map(problemObject),
    rules: reading.rulesVersion,
  };
}

/** One line, without the line break. */
export function readingLine(reading: Reading): string {
  return JSON.stringify(readingObject(reading));
}

function reportObject(report: Report): object {
  const { published } = report;
  return {
    id: report.id,
    source: report.source,
    format: report.format,
    text: report.text,
    headline: report.headline,
    outlet: report.outlet,
    agency: report.agency,
    byline: report.byline,
    dateline: report.dateline,
    published: published && {
      edtf: published.edtf,
      basis: published.basis,
      reason: published.reason,
      ...(published.instant === undefined ? {} : { instant: published.instant }),
    },
    language: report.language,
    ...(report.url === undefined ? {} : { url: report.url }),
    blocks: report.blocks.map(({ kind, start, end, reason, why }) => ({
      kind,
      start,
      end,
      ...(reason === undefined ? {} : { reason }),
      ...(why === undefined ? {} : { why }),
    })),
  };
}

function claimObject(claim: Claim): object {
  return {
    id: claim.id,
    kind: claim.kind,
    plover: claim.plover,
    actors: claim.actors,
    counterparts: claim.counterparts,
    roles: claim.roles,
    occurs: claim.occurs && dateObject(claim.occurs),
    said: claim.said && dateObject(claim.said),
    due: claim.due && {
      edtf: claim.due.value?.edtf ?? null,
      text: claim.due.text,
      reason: claim.due.reason,
    },
    status: claim.status,
    statusWhy: claim.statusWhy,
    track: claim.track,
    rung: claim.rung,
    place: claim.place,
    attribution: claim.attribution,
    quoted: claim.quoted,
    ofAnotherMind: claim.ofAnotherMind,
    evidence: claim.evidence,
    trigger: claim.trigger,
    background: claim.background,
    confidence: claim.confidence,
    ...(claim.halves === undefined ? {} : { halves: claim.halves }),
    ...(claim.ordinal === undefined ? {} : { ordinal: claim.ordinal }),
    rule: claim.rule,
  };
}

function dateObject(date: NonNullable<Claim['occurs']>): object {
  return {
    edtf: date.edtf,
    ...(date.earliest === null ? {} : { earliest: date.earliest }),
    ...(date.latest === null ? {} : { latest: date.latest }),
    text: date.text,
    reason: date.reason,
  };
}

function problemObject(problem: Problem): object {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    ...(problem.at === undefined ? {} : { start: problem.at.start, end: problem.at.end }),
    ...(problem.excerpt === undefined ? {} : { excerpt: problem.excerpt }),
  };
}
