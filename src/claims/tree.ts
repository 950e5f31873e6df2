/** A sentence with its parse and its actors, made quick to walk: children, clauses, phrases. */
import type { ActorMention, Sentence, Span, Token } from '../model/index.ts';

const CLAUSE_HEADS = new Set(['ccomp', 'advcl', 'acl', 'acl:relcl', 'parataxis', 'csubj', 'root']);
const MAX_CLIMB = 40;

/** One sentence as frames see it. */
export interface Tree {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly lemmas: readonly string[];
  /** Lemma, printed form and their singular: lemmas keep "troops" and "talks" in the plural. */
  readonly forms: readonly (readonly string[])[];
  readonly children: readonly (readonly number[])[];
  /** First and last token below each token, itself included. */
  readonly spans: readonly (readonly [number, number])[];
  readonly actors: readonly ActorMention[];
  /** For each token the actor mention that covers it, or -1. */
  readonly actorAt: readonly number[];
  readonly headline: boolean;
  /** First token after a dateline. */
  readonly firstWord: number;
}

/** Builds the tree of a sentence with the mentions that lie in it. */
export function treeOf(
  sentence: Sentence,
  index: number,
  actors: readonly ActorMention[],
  headline: boolean,
  after = sentence.start,
): Tree {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((t, i) => {
    if (t.head >= 0 && t.head !== i) children[t.head]?.push(i);
  });
  const actorAt = tokens.map(() => -1);
  actors.forEach((m, n) => {
    for (let i = m.first; i < m.last; i++) actorAt[i] = n;
  });
  return {
    index,
    sentence,
    tokens,
    lemmas: tokens.map((t) => t.lemma.toLowerCase()),
    forms: meantForms(tokens, actors, tokens.map(formsOf)),
    children,
    spans: spansOf(tokens),
    actors,
    actorAt,
    headline,
    firstWord: Math.max(
      0,
      tokens.findIndex((t) => t.start >= after),
    ),
  };
}

function formsOf(token: Token): string[] {
  const forms = new Set([token.lemma.toLowerCase(), token.text.toLowerCase()]);
  if (token.upos === 'NOUN' || token.upos === 'PROPN') {
    for (const f of [...forms]) if (f.length > 4 && f.endsWith('s') && !f.endsWith('ss')) forms.add(f.slice(0, -1));
  }
  return [...forms];
}

/**
 * A pronoun counts as the words it stands for as well: "withdrew him" as the ambassador told of before, "severed ties
 * and restored them" as the ties.
 */
function meantForms(
  tokens: readonly Token[],
  actors: readonly ActorMention[],
  own: readonly string[][],
): readonly (readonly string[])[] {
  const out: (readonly string[])[] = [...own];
  for (const m of actors) {
    if (m.form !== 'reference' || tokens[m.head]?.upos !== 'PRON') continue;
    const office = m.office?.toLowerCase().split(' ').at(-1);
    const before = tokens.findIndex((t) => t.end === m.antecedent?.end && t.upos === 'NOUN');
    const meant = [...(office === undefined ? [] : [office]), ...(own[before] ?? [])];
    if (meant.length > 0) out[m.head] = [...own[m.head]!, ...meant];
  }
  tokens.forEach((t, i) => {
    if (t.rel !== 'obj' || !THINGS_MEANT.test(t.text) || actors.some((m) => m.head === i)) return;
    const verb = tokens[t.head];
    if (verb === undefined || plainRel(verb) !== 'conj') return;
    const before = tokens.findIndex((o) => o.rel === 'obj' && o.head === verb.head && o.upos === 'NOUN');
    if (before >= 0 && before < i) out[i] = [...own[i]!, ...own[before]!];
  });
  return out;
}

const THINGS_MEANT = /^(it|them)$/i;

/** Climbs from every token to the root; bounded, so that a broken parse with a loop ends too. */
function spansOf(tokens: readonly Token[]): [number, number][] {
  const spans = tokens.map((_, i): [number, number] => [i, i]);
  tokens.forEach((_, i) => {
    let at = tokens[i]?.head ?? -1;
    for (let step = 0; at >= 0 && step < MAX_CLIMB; step++) {
      const span = spans[at];
      if (!span) break;
      if (i < span[0]) span[0] = i;
      if (i > span[1]) span[1] = i;
      at = tokens[at]?.head ?? -1;
    }
  });
  return spans;
}

/** Relation without its subtype. */
export function plainRel(token: Token): string {
  const colon = token.rel.indexOf(':');
  return colon < 0 ? token.rel : token.rel.slice(0, colon);
}

/** Children of a token with one of the given relations (`nsubj` covers its subtypes). */
export function childrenBy(tree: Tree, at: number, ...rels: readonly string[]): number[] {
  return (tree.children[at] ?? []).filter((c) => {
    const token = tree.tokens[c];
    return token !== undefined && (rels.includes(token.rel) || rels.includes(plainRel(token)));
  });
}

export function childBy(tree: Tree, at: number, ...rels: readonly string[]): number | undefined {
  return childrenBy(tree, at, ...rels)[0];
}

/** The token and what is coordinated with it. */
export function conjuncts(tree: Tree, at: number): number[] {
  const out = [at];
  for (const c of childrenBy(tree, at, 'conj')) out.push(...conjuncts(tree, c));
  return out.slice(0, 40);
}

/** Preposition or mark of a phrase, as lower-case lemma; several words are joined by a blank. */
export function caseOf(tree: Tree, at: number): string {
  const words = childrenBy(tree, at, 'case').map((c) => tree.tokens[c]?.text.toLowerCase() ?? '');
  return words.join(' ');
}

export function markOf(tree: Tree, at: number): string {
  return childrenBy(tree, at, 'mark')
    .map((c) => tree.tokens[c]?.text.toLowerCase() ?? '')
    .join(' ');
}

/** From a token up to the root, the token itself first. */
export function ancestors(tree: Tree, at: number): number[] {
  const out: number[] = [];
  for (let i = at, step = 0; i >= 0 && step < MAX_CLIMB; step++) {
    out.push(i);
    i = tree.tokens[i]?.head ?? -1;
  }
  return out;
}

/** The head of the clause a token stands in: the nearest verb or clause head above it. */
export function clauseHead(tree: Tree, at: number): number {
  for (const i of ancestors(tree, at)) {
    const token = tree.tokens[i];
    if (!token) break;
    if (CLAUSE_HEADS.has(token.rel) || CLAUSE_HEADS.has(plainRel(token))) return i;
    if (token.upos === 'VERB' && i !== at) return i;
  }
  return at;
}

/** True where `inner` lies below `outer` (or is it). */
export function isBelow(tree: Tree, inner: number, outer: number): boolean {
  return ancestors(tree, inner).includes(outer);
}

/** Tokens of the phrase under a token, without the clauses that hang on it. */
export function phraseTokens(tree: Tree, at: number): number[] {
  const out = [at];
  for (const c of tree.children[at] ?? []) {
    const token = tree.tokens[c];
    if (!token || c === at) continue;
    if (CLAUSE_HEADS.has(token.rel) || CLAUSE_HEADS.has(plainRel(token))) continue;
    if (token.rel === 'conj' && isVerb(token)) continue;
    if (out.length < 60) out.push(...phraseTokens(tree, c));
  }
  return out;
}

/** Span of the phrase under a token, without trailing clauses and the preposition that opens it. */
export function phraseSpan(tree: Tree, at: number): Span {
  const inside = new Set(phraseTokens(tree, at));
  let first = at;
  let last = at;
  while (inside.has(first - 1)) first--;
  while (inside.has(last + 1)) last++;
  while (first < at && ['ADP', 'PUNCT', 'SCONJ', 'CCONJ'].includes(tree.tokens[first]?.upos ?? '')) first++;
  while (last > at && ['PUNCT', 'CCONJ', 'ADP'].includes(tree.tokens[last]?.upos ?? '')) last--;
  return { start: tree.tokens[first]?.start ?? 0, end: tree.tokens[last]?.end ?? 0 };
}

export function isVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.upos === 'VERB' || (token.upos === 'AUX' && token.xpos.startsWith('V')));
}

export function isPassive(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  if (!token) return false;
  if (childBy(tree, at, 'nsubj:pass', 'aux:pass', 'csubj:pass') !== undefined) return true;
  if (isParticiple(tree, at)) return true;
  // "citizens held and imprisoned there", "was signed and ratified": the second participle tells of the same thing.
  const shared = token.xpos === 'VBN' && plainRel(token) === 'conj' && isPassive(tree, token.head);
  return shared && childrenBy(tree, at, 'aux', 'nsubj', 'obj').length === 0;
}

function isParticiple(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  if (token?.xpos !== 'VBN' || childrenBy(tree, at, 'aux').length > 0) return false;
  // "Backed by Oslo, the government ...": with a doer named it is done to the subject of the clause.
  const turned = plainRel(token) === 'advcl' && childrenBy(tree, at, 'obl').some((c) => caseOf(tree, c) === 'by');
  return plainRel(token) === 'acl' || (turned && childrenBy(tree, at, 'nsubj', 'obj').length === 0);
}
