/** What repairs of a tree are made of. In: tokens whose heads may change. Out: the small moves that all repairs share. */
import type { Token } from '../../model/sentence.ts';

/** A token whose place in the tree may still change. */
export type Draft = { -readonly [K in keyof Token]: Token[K] };

export interface Words {
  readonly bodies: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly doneTo: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
}

/** One fixed error: why it is one, and how it is mended. */
export interface Repair {
  readonly id: string;
  readonly why: string;
  mend(tokens: Draft[], words: Words): void;
}

export const isRel = (token: Draft, ...rels: readonly string[]): boolean => rels.includes(token.rel);
export const isName = (token: Draft | undefined): boolean => token?.upos === 'PROPN';

export function childrenOf(tokens: readonly Draft[], head: number): number[] {
  return tokens.flatMap((t, i) => (t.head === head ? [i] : []));
}

/** True where `token` hangs below `above`, at any depth. */
export function isBelow(tokens: readonly Draft[], token: number, above: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; steps += 1) {
    if (at === above) return true;
    at = tokens[at]!.head;
  }
  return false;
}

/** First token of the phrase below `head`. */
export function phraseStart(tokens: readonly Draft[], head: number): number {
  const at = tokens.findIndex((_, i) => isBelow(tokens, i, head));
  return at < 0 ? head : at;
}

/** `down` becomes a dependent of `up`, which takes its place. */
export function swap(tokens: Draft[], down: number, up: number, rel: string): void {
  const below = tokens[down]!;
  const above = tokens[up]!;
  above.head = below.head;
  above.rel = below.rel;
  below.head = up;
  below.rel = rel;
}

export function attach(token: Draft, head: number, rel: string): void {
  token.head = head;
  token.rel = rel;
}
