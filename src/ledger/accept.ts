/** The stated rule by which the ledger accepts an entry without a person; all else stays a proposal. */
import type { Claim, Decision, Standing } from '../model/index.ts';

export const AUTO_ACCEPT = 'ledger/auto-accept';

/** The rule in words, for documents and pages. */
export const AUTO_ACCEPT_RULE =
  'Accepted where the reading is at least 60 % sure, the parties are named, the time is bounded within a year, ' +
  'and the matter is neither alleged, hypothetical nor told as background. Everything else is a proposal.';

const LEAST_CONFIDENCE = 0.6;
const LONGEST_DAYS = 366;

/** What an entry's standing is and by which rule or decision. */
export interface Verdict {
  readonly standing: Standing;
  readonly by: string;
  readonly why: string;
}

function boundedDays(claim: Claim): number {
  const when = claim.occurs ?? claim.said;
  if (!when?.earliest || !when.latest) return Number.POSITIVE_INFINITY;
  return (Date.parse(when.latest) - Date.parse(when.earliest)) / 86_400_000 + 1;
}

/** What holds a claim back from being accepted by rule; empty where nothing does. */
export function doubts(claim: Claim): readonly string[] {
  const parties = new Set([...claim.actors, ...claim.counterparts]);
  const wanted = claim.kind === 'meeting' || claim.kind === 'agreement' ? 2 : 1;
  const checks: readonly (readonly [boolean, string])[] = [
    [claim.confidence < LEAST_CONFIDENCE, `the reading is only ${Math.round(claim.confidence * 100)} % sure`],
    [claim.actors.length === 0, 'it is not known who acts'],
    [parties.size < wanted, 'the other party is not named'],
    [boundedDays(claim) > LONGEST_DAYS, 'the time is not bounded within a year'],
    [claim.status === 'alleged' || claim.status === 'hypothetical', `it is ${claim.status}`],
    [claim.background, 'it is told as background'],
  ];
  return checks.filter(([holds]) => holds).map(([, why]) => why);
}

/** A person's last decision where there is one, else what the rule says of the leading claim. */
export function judge(lead: Claim, decisions: readonly Decision[]): Verdict {
  const last = decisions.at(-1);
  if (last) {
    return {
      standing: last.verdict === 'accept' ? 'accepted' : 'rejected',
      by: last.id,
      why: `${last.by}: ${last.why}`,
    };
  }
  const held = doubts(lead);
  if (held.length === 0) {
    return { standing: 'accepted', by: AUTO_ACCEPT, why: 'Sure reading, named parties, bounded time.' };
  }
  return { standing: 'proposed', by: AUTO_ACCEPT, why: `Proposed only: ${held.join('; ')}.` };
}
