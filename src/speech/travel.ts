/** Who of a report is abroad where: "Farrow leaves China", "the minister met her Ghanaian counterpart". In: a line and its subject. Out: states he is not of. */
import type { ActorCode } from '../model/actor.ts';
import { isFiniteVerb, type Line, type Subject } from './line.ts';

const MOVES =
  /^(?:leaves?|left|visits?|visited|visiting|arrives?|arrived|tours?|toured|flew|flies|lands|landed|travels|travell?ed|departs|departed|goes|went|comes|came|wraps|wrapped|ends|ended)$/;
/** Between the verb and the place: "arrived on Friday afternoon in Quito". */
const REACH = 7;

/** The states whose guest or counterpart the subject of the line is. */
export function foreignTo(line: Line, subject: Subject): ActorCode[] {
  const out: ActorCode[] = [];
  const verb = line.low.findIndex((_, i) => i >= subject.end && isFiniteVerb(line, i));
  for (const { mention } of line.mentions) {
    if (mention.codes.length !== 1 || mention.first < subject.end) continue;
    const moved =
      verb >= 0 &&
      MOVES.test(line.low[verb]!) &&
      mention.first > verb &&
      mention.first - verb <= REACH &&
      ['capital', 'name'].includes(mention.form);
    const met =
      /^(?:counterpart|counterparts|opposite|host|hosts)$/.test(line.low[mention.last] ?? '') ||
      /\b(?:counterpart|opposite number|host)\b/.test(mention.text);
    if (moved || (met && mention.resolved === 'named')) out.push(mention.codes[0]!);
  }
  return out;
}
