/** Mends objects that the network does not see: behind an aside, before a number, after "to free". */
import {
  attach,
  childrenOf,
  type Draft,
  isBelow,
  isName,
  isRel,
  phraseStart,
  type Repair,
  swap,
} from './repair-tree.ts';

const isVerb = (token: Draft | undefined): boolean => token?.upos === 'VERB';

const receiverBeforeNumber: Repair = {
  id: 'language/en/receiver-before-number',
  why: 'In "lent Oman two million euros" the name right after the verb receives; it is no part of the sum.',
  mend(tokens) {
    tokens.forEach((name, i) => {
      const noun = tokens[name.head];
      const verb = tokens[i - 1];
      if (!isName(name) || noun === undefined || name.head <= i || !isRel(name, 'compound', 'nmod:desc', 'flat'))
        return;
      if (noun.upos !== 'NOUN' || noun.head !== i - 1 || !isRel(noun, 'obj') || !isVerb(verb)) return;
      if (tokens[i + 1]!.upos !== 'NUM' && !isRel(tokens[i + 1]!, 'det')) return;
      attach(name, i - 1, 'iobj');
    });
  },
};

const objectAfterAside: Repair = {
  id: 'language/en/object-after-aside',
  why: 'In "adopted, by ten votes to none, a motion" the noun after the aside is what was adopted.',
  mend(tokens) {
    tokens.forEach((noun, i) => {
      const verb = tokens[noun.head];
      if (noun.upos !== 'NOUN' || !isRel(noun, 'parataxis', 'appos', 'dep') || !isVerb(verb) || noun.head > i) return;
      const start = phraseStart(tokens, i);
      if (tokens[noun.head + 1]?.text !== ',' || ![tokens[start], tokens[start - 1]].some((t) => t?.text === ','))
        return;
      const below = childrenOf(tokens, noun.head);
      if (below.some((c) => isRel(tokens[c]!, 'obj', 'ccomp', 'xcomp', 'nsubj:pass'))) return;
      if (childrenOf(tokens, i).some((c) => isRel(tokens[c]!, 'nsubj', 'cop', 'case', 'mark'))) return;
      noun.rel = 'obj';
    });
  },
};

const toFree: Repair = {
  id: 'language/en/to-free',
  why: 'In "is to free two sailors" the word after "to" is a verb and what follows its object.',
  mend(tokens) {
    tokens.forEach((free, i) => {
      const noun = tokens[free.head];
      if (free.upos !== 'ADJ' || free.lemma !== 'free' || tokens[i - 1]?.xpos !== 'TO' || noun === undefined) return;
      if (free.head <= i || noun.upos !== 'NOUN' || !isRel(free, 'amod')) return;
      const before = childrenOf(tokens, free.head).filter((c) => c < i);
      swap(tokens, free.head, i, 'obj');
      for (const c of before) tokens[c]!.head = i;
      free.upos = 'VERB';
      free.xpos = 'VB';
      attach(tokens[i - 1]!, i, 'mark');
    });
  },
};

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)$/;
const SPAN_OF_TIME: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'decade', 'century']);
const PARTS: ReadonlySet<string> = new Set(['of', 'by', 'from', 'between', 'against', 'with']);

const datedNoun: Repair = {
  id: 'language/en/dated-noun',
  why: 'In "the arrest last May of a pilot by Oman" pilot and Oman belong to the arrest, not to the month.',
  mend(tokens) {
    tokens.forEach((time, i) => {
      const noun = tokens[time.head];
      if (!MONTH.test(time.text) || noun?.upos !== 'NOUN' || time.head > i || SPAN_OF_TIME.has(noun.lemma)) return;
      for (const c of childrenOf(tokens, i)) {
        const part = tokens[c]!;
        if (
          c < i ||
          !isRel(part, 'nmod') ||
          part.upos === 'NUM' ||
          MONTH.test(part.text) ||
          SPAN_OF_TIME.has(part.lemma)
        )
          continue;
        if (childrenOf(tokens, c).some((k) => isRel(tokens[k]!, 'case') && PARTS.has(tokens[k]!.lemma))) {
          attach(part, time.head, 'nmod');
        }
      }
    });
  },
};

const monthAsSubject: Repair = {
  id: 'language/en/month-as-subject',
  why: 'In "men who had been held since May were freed" the men were freed; May says since when they were held.',
  mend(tokens) {
    tokens.forEach((time, i) => {
      const verb = tokens[time.head];
      if (!MONTH.test(time.text) || !isVerb(verb) || time.head < i || !isRel(time, 'nsubj', 'nsubj:pass')) return;
      if (!childrenOf(tokens, i).some((c) => c === i - 1 && isRel(tokens[c]!, 'case', 'mark'))) return;
      const clause = tokens.findIndex((t, c) => c < i && isRel(t, 'acl:relcl') && isBelow(tokens, i - 2, c));
      if (clause < 0) return;
      const noun = tokens[clause]!.head;
      const between = childrenOf(tokens, time.head).some((c) => c > noun && c < i && !isRel(tokens[c]!, 'punct'));
      if (between || noun > clause || isBelow(tokens, time.head, noun)) return;
      attach(tokens[noun]!, time.head, time.rel);
      attach(time, clause, 'obl');
    });
  },
};

/** Repairs of objects, in order. */
export const OBJECT_REPAIRS: readonly Repair[] = [
  receiverBeforeNumber,
  objectAfterAside,
  toFree,
  datedNoun,
  monthAsSubject,
];
