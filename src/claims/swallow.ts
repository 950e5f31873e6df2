/** Which matches are only the content of another: "agreed to withdraw" is one claim, not two. */

import type { Match } from './match.ts';
import { caseOf, plainRel, type Tree } from './tree.ts';

const INSIDE = new Set([
  'xcomp',
  'ccomp',
  'obj',
  'obl',
  'nmod',
  'acl',
  'conj',
  'compound',
  'amod',
  'nsubj',
  'appos',
  'iobj',
]);
/** Prepositions of time, place and manner: what they bring stands beside what is governed. */
const ADJUNCT = new Set([
  'at',
  'in',
  'during',
  'after',
  'following',
  'before',
  'since',
  'despite',
  'amid',
  'under',
  'until',
]);
const SEPARATE = new Set(['acl:relcl']);

/** Drops matches that stand inside what an operator governs, and nouns told again by their own verb. */
export function withoutSwallowed(tree: Tree, matches: readonly Match[]): Match[] {
  const firm = matches.filter((m) => !m.frame.deferring || !matches.some((o) => o !== m && governs(tree, m.at, o.at)));
  return firm.filter((m) => !firm.some((o) => o !== m && swallows(tree, o, m)));
}

function swallows(tree: Tree, outer: Match, inner: Match): boolean {
  const nounBelow = inner.as === 'noun' && outer.as !== 'noun' && governs(tree, outer.at, inner.at);
  if (isHistory(outer, inner)) return false;
  // "has not answered the offer": the offer stands beside the silence.
  if (outer.frame.onlyNegated && inner.frame.speech) return false;
  if (!outer.frame.operator) return nounBelow && !inner.carrier && sameMatter(outer, inner);
  return governs(tree, outer.at, inner.at) || governs(tree, outer.at, inner.verb);
}

/** "condemned the invasion of": what is blamed or praised is told as a fact of its own. */
function isHistory(outer: Match, inner: Match): boolean {
  return inner.as === 'noun' && inner.frame.kind === 'conflict' && REMARKS.has(outer.frame.plover);
}

const REMARKS: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'CONSULT']);

/** A plain verb takes its nominal object along only where both are of one class: "withdrew from the withdrawal talks". */
function sameMatter(outer: Match, inner: Match): boolean {
  return outer.frame.plover === inner.frame.plover || outer.verb === inner.verb;
}

/** True where the way up from `inner` to `outer` runs through complements only. */
export function governs(tree: Tree, outer: number, inner: number): boolean {
  let at = inner;
  for (let step = 0; step < 30; step++) {
    if (at === outer) return step > 0;
    const token = tree.tokens[at];
    if (!token || token.head < 0) return false;
    const purpose = token.rel === 'advcl' && tree.children[at]?.some((c) => tree.lemmas[c] === 'to');
    // "demanded a halt, a demand turned down by Oslo": what is told of the thing stands beside it.
    if (token.rel === 'acl' && tree.tokens[token.head]?.rel === 'appos') return false;
    if (SEPARATE.has(token.rel) || !(INSIDE.has(plainRel(token)) || purpose)) return false;
    if (plainRel(token) === 'conj' && token.head === outer) return false;
    if (plainRel(token) === 'nsubj' && token.head === outer) return false;
    if (plainRel(token) === 'obl' && ADJUNCT.has(caseOf(tree, at))) return false;
    at = token.head;
  }
  return false;
}
