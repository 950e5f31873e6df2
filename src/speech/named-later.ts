/** Names for speakers who are only described. In: a draft and the people of the report. Out: the draft, named where one person alone fits. */
import type { AttributionLink } from '../model/speech.ts';
import type { Draft } from './draft.ts';
import { OFFICE } from './office-state.ts';
import { singular, type Voice } from './phrase.ts';

/** Heads of states and governments. */
const HEADS = /^(?:leader|president|king|monarch|premier|chancellor|emir|sultan|head)$/;
/** Offices that a word may stand for. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  head: ['president', 'king', 'sultan', 'emir'],
  leader: ['president', 'king', 'premier', 'chancellor', 'prime', 'leader'],
  monarch: ['king', 'queen', 'sultan', 'emir'],
  premier: ['prime'],
};
const LESSER = /^(?:deputy|vice|former|ex|acting|assistant|first)$/;

/** "Turkey's foreign minister said … Minister Cemil Acar": the lead describes whom a later paragraph names, or the other way round. */
export function namedLater(draft: Draft, people: readonly Voice[]): Draft {
  const [first, ...rest] = draft.links;
  if (draft.voice?.definite !== true || first.name !== null || first.role === null || first.state === null)
    return draft;
  const { stateWords } = draft.line.lexicon;
  const wanted = wordsOf(first.role, stateWords);
  const last = wanted.at(-1) ?? '';
  if (
    last === 'official' ||
    (last === 'head' && !/^head of state/i.test(first.role)) ||
    !(HEADS.test(last) || OFFICE.test(last))
  )
    return draft;
  const fitting = people.filter(({ links: [l] }) => l.state === first.state && holds(l, wanted, stateWords));
  const names = new Set(fitting.map((v) => v.surname));
  const name = names.size === 1 ? fitting.at(-1)!.links[0].name : null;
  return name === null ? draft : { ...draft, links: [{ ...first, name }, ...rest] };
}

/** The person's office has all words asked for, and is no deputy's or former one where none was asked for. */
function holds(link: AttributionLink, wanted: readonly string[], stateWords: ReadonlySet<string>): boolean {
  if (link.name === null || link.role === null) return false;
  const has = new Set(wordsOf(link.role, stateWords));
  const same = (w: string): boolean => has.has(w) || (SAME[w] ?? []).some((s) => has.has(s));
  return wanted.every(same) && [...has].every((w) => !LESSER.test(w) || wanted.includes(w));
}

/** The words of an office without article, state, possessor and what follows a preposition. */
function wordsOf(role: string, stateWords: ReadonlySet<string>): string[] {
  const own = role.replace(/^.*['’]s?\s+/u, '').replace(/^(?:the|a|an)\s+/iu, '');
  const head = own.split(/\s+(?:of|in|for|at|to|from)\s+/u)[0]!.toLowerCase();
  const words = head.match(/[\p{L}.]+/gu) ?? [];
  return words.filter((w) => !stateWords.has(w)).map(singular);
}
