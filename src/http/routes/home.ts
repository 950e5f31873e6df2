/** The desk: pairs, reports, problems. */
import type { Hono } from 'hono';
import type { LedgerRead } from '../../ledger/ports.ts';
import { answer, type DeskContext } from '../desk-context.ts';
import { type Home, homePage, type ReportProblem } from '../pages/home.ts';

const PAIRS = 30;
const REPORTS = 12;
const REPORTS_WITH_PROBLEMS = 50;

async function problems(ledger: LedgerRead): Promise<readonly ReportProblem[]> {
  const out: ReportProblem[] = [];
  for (const report of await ledger.reports({ withProblems: true, limit: REPORTS_WITH_PROBLEMS })) {
    const reading = await ledger.reading(report.id);
    for (const problem of reading?.problems ?? []) out.push({ report, problem });
  }
  return out;
}

async function home({ ledger }: DeskContext): Promise<Home> {
  const pairs = await ledger.pairs({ limit: PAIRS + 1 });
  return {
    counts: await ledger.counts(),
    pairs: pairs.slice(0, PAIRS),
    morePairs: pairs.length > PAIRS,
    reports: await ledger.reports({ limit: REPORTS }),
    problems: await problems(ledger),
  };
}

export function routeHome(app: Hono, context: DeskContext): void {
  app.get('/', async (c) => answer(c, await home(context), (shown) => homePage(shown, context)));
}
