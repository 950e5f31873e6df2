/** The words of the sentence that tell what an act was about, cut out so that they read on after the ledger's own words. */
import type { Claim } from '../model/index.ts';
import { verbOf } from './minutes-verbs.ts';
import { stem } from './words.ts';

const MOST_WORDS = 16;
/** Where the words after the trigger say too little, as many before it come along. */
const WORDS_BEFORE = 8;
/**
 * A clause ends here; a comma only before certain words, since lists and names have commas too, and a full stop only at the
 * end: within a sentence it belongs to an abbreviation.
 */
const CLAUSE_END =
  /[.;!?,](?:["”]|'')(?=\s|$)|[;!?](?=\s|$)|\.$|\s[–—-]\s|,\s+(?:the|a|an|he|she|it|they|its|his|her|their|which|who|while|but|said|says|according|as|after|before|when|and)\b|\s(?:said|says)\b/i;
/** ", Deputy Minister Ana Ruiz told": the sentence turns to its speaker. */
const SPEAKER = /,\s+(?:\p{Lu}[\p{L}.’'-]*\s+){1,8}(?:said|says|told|added|wrote|warned)\b/u;
const NEGATION = /\b(?:not|never|no|nor|neither|without|cannot|yet to|failed to|refused to)\b|n['’]t\b/i;
const CLAUSE_START = /[;:!?,]["”]?\s|["“]|\b(?:said|says|told|added|stated)\b[^.;]{0,60}?\bthat\s/g;
/** Kinds whose act the ledger's own words repeat already. */
const TOLD: ReadonlySet<string> = new Set(['meeting', 'visit', 'offer']);
/** What such an act was about starts so; other words are the rest of a sentence built otherwise. */
const ABOUT = /^(to|on|about|over|for|that|aimed|concerning|regarding|amid|during|ahead|following|with|of|as)\s/i;
/** "in Istanbul on Thursday": place and day have fields of their own. */
const SCENE = /^(?:in|at|on)\s(?:the\s)?(?:\d{1,2}\s)?\p{Lu}[\p{L}.]*(?:\s(?:\p{Lu}[\p{L}.]*|\d{1,4}))*,?(?:\s+|$)/u;
/** A passive's "by Poland" repeats the actor. */
const BY_AGENT = /^by\s/i;
const DANGLING = /\s+(?:and|or|but|that|which|who|to|of|in|on|at|by|with|for|the|a|an)$/i;
const DETERMINER = /\b(?:the|a|an|its|their|his|her|no|any)\s$/i;
const CONTENT = /\p{L}{3,}/gu;

/** The words from the claim's trigger on, to the end of the clause; null where they say no more than the fields do. */
export function matterOf(claim: Claim): string | null {
  const [{ quote, start }] = claim.evidence;
  const from = claim.trigger.start - start;
  if (from < 0 || from >= quote.length) return null;
  // "Has not answered" cut down to "answered" would say the opposite.
  if (NEGATION.test(clauseBefore(quote, from))) return worded(clauseUpTo(quote, claim), 3);
  const repeated = wordsTold(claim);
  const told = TOLD.has(claim.kind) || repeated > 0;
  const skipped = TOLD.has(claim.kind) ? claim.trigger.end - claim.trigger.start : repeated;
  const after = clauseFrom(quote.slice(from + skipped));
  if (told) {
    const about = withoutTold(after, claim);
    // "round" + "of talks on visas" reads on only with its noun.
    if (TOLD.has(claim.kind) && about.startsWith('of ')) return worded(`${claim.trigger.text} ${about}`, 3);
    return TOLD.has(claim.kind) && !ABOUT.test(about) ? null : worded(about, 2);
  }
  if (BY_AGENT.test(clauseFrom(quote.slice(claim.trigger.end - start)))) return worded(clauseUpTo(quote, claim), 3);
  const thin = contentOf(withoutTold(clauseFrom(quote.slice(claim.trigger.end - start)), claim)) < 2;
  const before = DETERMINER.exec(quote.slice(0, from))?.[0] ?? '';
  return worded(thin ? clauseUpTo(quote, claim) : before + after, 3);
}

/** Length of the trigger's beginning that says what the ledger's own verb says: "accused ... : of delaying visas"; 0 where none does. */
function wordsTold(claim: Claim): number {
  const { base, past } = verbOf(claim);
  const own = claim.kind === 'agreement' ? ['agree'] : [base, past].filter((v) => !v.includes(' '));
  const roots = new Set(own.map(root));
  for (const word of claim.trigger.text.matchAll(/\S+/g))
    if (roots.has(root(word[0]))) return word.index + word[0].length;
  return 0;
}

function root(word: string): string {
  return stem(word).replace(/e+$/, '');
}

function clauseFrom(words: string): string {
  const flat = words.replace(/\s+/g, ' ');
  const ends = [CLAUSE_END, SPEAKER].map((end) => end.exec(flat)?.index ?? flat.length);
  return flat.slice(0, Math.min(...ends)).trim();
}

/** The words of the trigger's clause that stand before it. */
function clauseBefore(quote: string, from: number): string {
  const last = [...quote.slice(0, from).matchAll(CLAUSE_START)].at(-1);
  return quote.slice(last ? last.index + last[0].length : 0, from);
}

/** The words around the trigger, from a few before it to the end of its clause. */
function clauseUpTo(quote: string, claim: Claim): string {
  const from = claim.trigger.start - claim.evidence[0].start;
  const before = clauseBefore(quote, from).split(/\s+/).filter(Boolean);
  const cut = before.length > WORDS_BEFORE ? ['…', ...before.slice(-WORDS_BEFORE)] : before;
  return `${cut.join(' ')} ${clauseFrom(quote.slice(from))}`;
}

/** Leaves out place, day and the other party where they stand first: the line names them already. */
function withoutTold(clause: string, claim: Claim): string {
  const told = [claim.place?.name, claim.occurs?.text, ...claim.roles.map((r) => r.text)]
    .map((w) => (w ?? '').replace(/\s+/g, ' '))
    .filter((w) => w !== '');
  let rest = clause;
  for (let cut = true; cut; ) {
    cut = false;
    for (const words of told) {
      const at = rest.toLowerCase().indexOf(words.toLowerCase());
      if (at < 0 || !/^((in|on|at|with|by|to|between)\s+)?(the\s+)?$/i.test(rest.slice(0, at))) continue;
      rest = rest.slice(at + words.length).trimStart();
      cut = true;
    }
    const scene = SCENE.exec(rest);
    if (scene) rest = rest.slice(scene[0].length);
    cut ||= scene !== null;
  }
  return rest;
}

function contentOf(words: string): number {
  return words.match(CONTENT)?.length ?? 0;
}

/** Trimmed and cut to a length that fits a line; null where too little is left. */
function worded(clause: string, least: number): string | null {
  let bare = clause.replace(/^[\s,;:"“”'’`]+|[\s,;:"“”'’`]+$/gu, '');
  while (DANGLING.test(bare)) bare = bare.replace(DANGLING, '');
  const words = bare.split(' ').filter(Boolean);
  if (words.length < least || contentOf(bare) === 0) return null;
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : bare;
}
