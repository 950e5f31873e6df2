/** Reads phrases off a parsed English sentence: names with titles, verb groups, nouns that tell an event. */
import type { Sentence, Token } from '../../model/sentence.ts';

/** A person, body or place by name. Numbers are indexes of tokens. */
export interface Name {
  readonly head: number;
  /** The words of the name alone: "Sergei Ruta". */
  readonly text: string;
  /** The title before it with its own words: "Foreign Minister"; null where there is none. */
  readonly title: string | null;
}

/** A verb with its auxiliaries. */
export interface VerbGroup {
  readonly head: number;
  readonly lemma: string;
  /** `past`, `present` and `future` by the first word; `none` for infinitives and participles. */
  readonly tense: 'past' | 'present' | 'future' | 'none';
  readonly aspect: 'simple' | 'perfect' | 'progressive' | 'perfect-progressive';
  readonly voice: 'active' | 'passive';
  /** Lemma of the modal verb, `will` left out where it only makes the future; null where there is none. */
  readonly modal: string | null;
  readonly negated: boolean;
}

/** A noun that tells an event, with what hangs on it by a preposition: "talks between A and B", "expulsion of C". */
export interface EventNoun {
  readonly head: number;
  readonly lemma: string;
  /** Head of the phrase after each preposition; several where they are coordinated. */
  readonly parties: readonly { readonly by: string; readonly head: number }[];
}

type Tree = Pick<Sentence, 'tokens'>;

function childrenOf({ tokens }: Tree, head: number): number[] {
  return tokens.flatMap((t, i) => (t.head === head ? [i] : []));
}

/** All tokens at or below `head` that `keep` lets through, in order. */
function below(tree: Tree, head: number, keep: (token: Token) => boolean): number[] {
  const out: number[] = [];
  const stack = [head];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    out.push(at);
    for (const child of childrenOf(tree, at)) if (keep(tree.tokens[child]!)) stack.push(child);
  }
  return out.sort((a, b) => a - b);
}

/** The words between the first and the last of the given tokens, as printed but for white space. */
function words({ tokens }: Tree, places: readonly number[]): string {
  let out = '';
  places.forEach((place, i) => {
    const before = tokens[places[i - 1] ?? place]!;
    out += (i > 0 && before.end < tokens[place]!.start ? ' ' : '') + tokens[place]!.text;
  });
  return out;
}

const IN_NAME = /^(?:flat|compound|goeswith)$/;
const IN_TITLE = /^(?:amod|compound|flat|nmod|case|conj|cc|punct|nmod:poss)$/;

/**
 * The names of a sentence with their titles.
 *
 * @example
 * namesOf(parser.parse('Foreign Minister Sergei Ruta left.')[0]); // [{ head: 2, text: 'Sergei Ruta', title: 'Foreign Minister' }]
 */
export function namesOf(tree: Tree): Name[] {
  const { tokens } = tree;
  return tokens.flatMap((token, head): Name[] => {
    if (token.upos !== 'PROPN' || /^(?:flat|compound|nmod:desc|amod)$/.test(token.rel)) return [];
    const own = below(tree, head, (t) => IN_NAME.test(t.rel) && t.upos === 'PROPN');
    const title = childrenOf(tree, head).find((c) => tokens[c]!.rel === 'nmod:desc');
    const described =
      title === undefined
        ? null
        : words(
            tree,
            below(tree, title, (t) => IN_TITLE.test(t.rel)),
          );
    return [{ head, text: words(tree, own), title: described }];
  });
}

/**
 * The verb groups of a sentence.
 *
 * @example
 * verbGroupsOf(parser.parse('They have not been expelled.')[0])[0];
 * // { head: 4, lemma: 'expel', tense: 'present', aspect: 'perfect', voice: 'passive', modal: null, negated: true }
 */
export function verbGroupsOf(tree: Tree): VerbGroup[] {
  return tree.tokens.flatMap((token, head) => (token.upos === 'VERB' ? [groupOf(tree, head)] : []));
}

function groupOf(tree: Tree, head: number): VerbGroup {
  const { tokens } = tree;
  const verb = tokens[head]!;
  const children = childrenOf(tree, head).map((i) => tokens[i]!);
  const auxiliaries = children.filter((t) => t.rel === 'aux' || t.rel === 'aux:pass');
  const modal = auxiliaries.find((t) => t.xpos === 'MD')?.lemma ?? null;
  const perfect = auxiliaries.some((t) => t.lemma === 'have' && t.rel === 'aux');
  const progressive = verb.xpos === 'VBG' && auxiliaries.some((t) => t.lemma === 'be');
  const passive = children.some((t) => t.rel === 'aux:pass' || t.rel === 'nsubj:pass' || t.rel === 'obl:agent');
  return {
    head,
    lemma: verb.lemma,
    tense: tenseOf(auxiliaries[0] ?? verb, modal),
    aspect: perfect ? (progressive ? 'perfect-progressive' : 'perfect') : progressive ? 'progressive' : 'simple',
    voice: passive || (verb.xpos === 'VBN' && verb.rel === 'acl') ? 'passive' : 'active',
    modal: modal === 'will' || modal === 'shall' ? null : modal,
    negated: children.some((t) => t.rel.startsWith('advmod') && /^(?:not|never)$/.test(t.lemma)),
  };
}

function tenseOf(first: Token, modal: string | null): VerbGroup['tense'] {
  if (modal === 'will' || modal === 'shall') return 'future';
  if (first.xpos === 'VBD') return 'past';
  return /^(?:VBZ|VBP|MD)$/.test(first.xpos) ? 'present' : 'none';
}

const PREPOSITIONS = /^(?:of|between|among|with|by|against|on|over|from|to|for|about)$/;

/**
 * Nouns with something hanging on them by a preposition, coordinated parties one by one. Which of them are events is for
 * the caller's word list to say.
 *
 * @example
 * eventsOf(parser.parse('Talks between Halden and Ostmark failed.')[0])[0].parties.length; // 2
 */
export function eventsOf(tree: Tree): EventNoun[] {
  const { tokens } = tree;
  return tokens.flatMap((token, head): EventNoun[] => {
    if (token.upos !== 'NOUN') return [];
    const parties = childrenOf(tree, head)
      .filter((c) => c > head && tokens[c]!.rel.startsWith('nmod'))
      .flatMap((c) => partiesOf(tree, c));
    return parties.length === 0 ? [] : [{ head, lemma: token.lemma, parties }];
  });
}

function partiesOf(tree: Tree, party: number): { by: string; head: number }[] {
  const { tokens } = tree;
  const children = childrenOf(tree, party);
  const by = children.map((c) => tokens[c]!).find((t) => t.rel === 'case' && PREPOSITIONS.test(t.lemma))?.lemma;
  if (by === undefined) return [];
  return [party, ...children.filter((c) => tokens[c]!.rel === 'conj')].map((head) => ({ by, head }));
}
