/** The words of the sentence that tell what an act was about, cut out so that they read on after the ledger's own words. */
import type { Claim } from '../model/index.ts';

const MOST_WORDS = 16;
/** A clause ends here; a comma only after a few words, since lists and names have commas too. */
const CLAUSE_END =
  /[.;!?]["”']?(\s|$)|\s[–—-]\s|,\s+(the|a|an|he|she|it|they|its|his|her|their|which|who|while|but|said|says|according|as|after|before|and)\b|\s(?:said|says)\b/i;
/** Kinds whose verb the ledger's own words repeat already. */
const TOLD: ReadonlySet<string> = new Set(['meeting', 'visit', 'offer']);
/** A passive's "by Poland" repeats the actor. */
const BY_AGENT = /^by\s/i;
const HAS_CONTENT = /\p{L}{3,}/u;

/** The words from the claim's trigger on, to the end of the clause; null where they say no more than the fields do. */
export function matterOf(claim: Claim): string | null {
  const [{ quote, start }] = claim.evidence;
  const from = (TOLD.has(claim.kind) ? claim.trigger.end : claim.trigger.start) - start;
  if (from < 0 || from >= quote.length) return null;
  const rest = quote.slice(from).replace(/\s+/g, ' ');
  const clause = rest.slice(0, CLAUSE_END.exec(rest)?.index ?? rest.length);
  const bare = TOLD.has(claim.kind) ? withoutTold(clause.trim(), claim) : clause.trim();
  const words = trimSigns(bare).split(' ').filter(Boolean);
  const least = TOLD.has(claim.kind) ? 2 : 3;
  if (words.length < least || BY_AGENT.test(bare) || !HAS_CONTENT.test(bare)) return null;
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}

/** Leaves out place, day and the other party where they stand right after the trigger: the line names them already. */
function withoutTold(clause: string, claim: Claim): string {
  const told = [claim.place?.name, claim.occurs?.text, ...claim.roles.map((r) => r.text)]
    .map((w) => (w ?? '').replace(/\s+/g, ' '))
    .filter((w) => w !== '');
  let rest = clause;
  for (let cut = true; cut; ) {
    cut = false;
    for (const words of told) {
      const at = rest.toLowerCase().indexOf(words.toLowerCase());
      if (at < 0 || !/^((in|on|at|with|by|to)\s+)?(the\s+)?$/i.test(rest.slice(0, at))) continue;
      rest = rest.slice(at + words.length).trimStart();
      cut = true;
    }
  }
  return rest;
}

function trimSigns(words: string): string {
  return words.replace(/^[\s,;:"“”'’]+|[\s,;:"“”'’]+$/gu, '');
}
