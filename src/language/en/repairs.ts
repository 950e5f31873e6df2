/** Mends what the network is known to get wrong in news prose. In: a parsed sentence. Out: the same or a mended one. */
import type { Token } from '../../model/sentence.ts';
import type { Lexicon } from '../lexicon.ts';
import { OBJECT_REPAIRS } from './object-repairs.ts';
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
  type Words,
} from './repair-tree.ts';

export type Mend = (tokens: readonly Token[]) => readonly Token[];

/**
 * All repairs of English, in order.
 *
 * @example
 * englishRepairs(lexicon)(tokens); // "Minister" as head of "Minister Anna Ruta" becomes nmod:desc of "Anna"
 */
export function englishRepairs(lexicon: Lexicon): Mend {
  const set = (name: string): ReadonlySet<string> => new Set(lexicon.lists.get(name) ?? []);
  const words: Words = {
    bodies: set('acting-bodies'),
    days: set('weekdays'),
    doneTo: set('done-to'),
    titles: set('titles'),
    speech: set('speech-verbs'),
  };
  return (tokens) => {
    const drafts = tokens.map((t): Draft => ({ ...t }));
    for (const repair of REPAIRS) repair.mend(drafts, words);
    return drafts;
  };
}

const bareDay: Repair = {
  id: 'language/en/bare-day',
  why: 'A day after a noun ("in a statement Friday", "told reporters Friday") says when the verb happened, not which noun.',
  mend(tokens, { days, speech }) {
    tokens.forEach((day, i) => {
      if (!days.has(day.text) || day.upos === 'ADV' || day.head < 0) return;
      if (childrenOf(tokens, i).some((c) => isRel(tokens[c]!, 'case', 'conj'))) return;
      const before = tokens[i - 1];
      const noun = tokens[day.head]!;
      if (
        before !== undefined &&
        day.head > i &&
        speech.has(before.lemma) &&
        before.upos === 'VERB' &&
        noun.head === i - 1
      ) {
        // "said Monday she would visit": the day stands with the verb of saying.
        if (!isRel(day, 'nsubj', 'nsubj:pass', 'compound', 'nmod:poss')) attach(day, i - 1, 'obl:unmarked');
        return;
      }
      const verb = tokens[noun.head];
      if (
        day.head < i &&
        noun.upos === 'NOUN' &&
        verb?.upos === 'VERB' &&
        isRel(noun, 'obl', 'obj', 'iobj') &&
        noun.head < i
      ) {
        if (isRel(day, 'nmod', 'nmod:unmarked', 'flat', 'appos', 'compound')) attach(day, noun.head, 'obl:unmarked');
      }
    });
  },
};

const titleBeforeName: Repair = {
  id: 'language/en/title-before-name',
  why: 'In "Foreign Minister Anna Ruta" the name is the head and the title describes it, so that the person is the subject.',
  mend(tokens, { titles }) {
    tokens.forEach((title, i) => {
      const name = tokens[i + 1];
      if (!titles.has(title.text.toLowerCase()) || !isName(name)) return;
      if (title.head === i + 1 && isRel(title, 'compound', 'flat')) title.rel = 'nmod:desc';
      if (name!.head !== i || !isRel(name!, 'flat', 'appos', 'compound', 'nmod', 'nmod:desc')) return;
      const below = childrenOf(tokens, i);
      const owned = below.some((c) => c < i && isRel(tokens[c]!, 'det', 'nmod:poss'));
      if (owned) {
        name!.rel = 'appos';
        return;
      }
      swap(tokens, i, i + 1, 'nmod:desc');
      for (const c of below) if (c > i + 1) tokens[c]!.head = i + 1;
    });
  },
};

const speakerAfterVerb: Repair = {
  id: 'language/en/speaker-after-verb',
  why: 'After quoted words and a comma, the person or body right behind the verb of saying speaks ("..., said Anna Ruta").',
  mend(tokens, { speech }) {
    tokens.forEach((verb, i) => {
      if (verb.upos !== 'VERB' || !speech.has(verb.lemma) || !/^(?:VBD|VBZ|VBP)$/.test(verb.xpos)) return;
      if (!/^[,"”'’]$/.test(tokens[i - 1]?.text ?? '')) return;
      const below = childrenOf(tokens, i);
      if (below.some((c) => /^[nc]subj/.test(tokens[c]!.rel))) return;
      const speaker = below.find(
        (c) => c > i && isRel(tokens[c]!, 'obj', 'iobj', 'obl', 'ccomp') && isNominal(tokens, c),
      );
      if (speaker === undefined || phraseStart(tokens, speaker) !== i + 1) return;
      tokens[speaker]!.rel = 'nsubj';
    });
  },
};

/** A name, noun or pronoun that no preposition introduces. */
function isNominal(tokens: readonly Draft[], at: number): boolean {
  const marked = childrenOf(tokens, at).some((c) => isRel(tokens[c]!, 'case', 'cop', 'mark'));
  return !marked && /^(?:PROPN|NOUN|PRON)$/.test(tokens[at]!.upos);
}

const saidAtTheEnd: Repair = {
  id: 'language/en/said-at-the-end',
  why: 'In "The talks failed, Ruta said" the verb of saying governs what was said, wherever it stands.',
  mend(tokens, { speech }) {
    const said = tokens.findIndex((t) => isRel(t, 'parataxis') && t.upos === 'VERB' && speech.has(t.lemma));
    const verb = tokens[said];
    if (verb === undefined || tokens[verb.head]?.head !== -1 || verb.head > said) return;
    const content = verb.head;
    const below = childrenOf(tokens, said);
    const hasSubject = below.some((c) => isRel(tokens[c]!, 'nsubj'));
    if (!hasSubject || below.some((c) => isRel(tokens[c]!, 'ccomp', 'obj'))) return;
    const start = phraseStart(tokens, said);
    if (start <= content) return;
    // Everything from the speaker on must belong to the verb of saying, but for signs.
    const tail = tokens.slice(start).every((t, k) => t.upos === 'PUNCT' || isBelow(tokens, start + k, said));
    const border = [tokens[start]!.text, tokens[start - 1]?.text ?? ''];
    if (!tail || !border.some((sign) => /^[,"”]$/.test(sign))) return;
    swap(tokens, content, said, 'ccomp');
    for (const c of childrenOf(tokens, content)) {
      if (tokens[c]!.upos === 'PUNCT' && c >= start - 1) tokens[c]!.head = said;
    }
  },
};

const ABBREVIATED = /^(?:US|U\.S\.|UK|U\.K\.|EU|UN|U\.N\.)$/;

const peoplesInARow: Repair = {
  id: 'language/en/peoples-in-a-row',
  why: '"US and Russian embassies" are embassies of both: the first adjective is no party of its own.',
  mend(tokens) {
    tokens.forEach((noun, i) => {
      const first = tokens[noun.head];
      if (noun.rel !== 'conj' || noun.upos !== 'NOUN' || first === undefined || noun.head > i) return;
      if (first.xpos !== 'JJ' && !ABBREVIATED.test(first.text)) return;
      const second = i - 1;
      const between = tokens
        .slice(noun.head + 1, second)
        .every((t) => t.upos === 'CCONJ' || t.text === ',' || t.xpos === 'JJ');
      if (!between || tokens[second]!.xpos !== 'JJ' || tokens[second]!.head !== i || second <= noun.head) return;
      const place = noun.head;
      const own = childrenOf(tokens, place).filter((c) => c !== i && (c < place || c > i));
      swap(tokens, place, i, first.xpos === 'JJ' ? 'amod' : 'compound');
      for (const c of own) tokens[c]!.head = i;
      attach(tokens[second]!, place, 'conj');
      for (const c of childrenOf(tokens, i)) if (isRel(tokens[c]!, 'cc') && c < second) tokens[c]!.head = second;
    });
  },
};

const dayBeforeVerb: Repair = {
  id: 'language/en/day-before-verb',
  why: 'In "the ministry on Tuesday summoned" the day belongs to the verb; only events have a day of their own.',
  mend(tokens, { bodies, days, titles }) {
    tokens.forEach((day, i) => {
      const noun = tokens[day.head];
      if (!days.has(day.text) || noun === undefined || day.head > i || !isRel(day, 'nmod', 'nmod:unmarked')) return;
      if (!/^nsubj/.test(noun.rel) || noun.head <= i || tokens[noun.head]?.upos !== 'VERB') return;
      const word = noun.text.toLowerCase();
      if (!isName(noun) && !bodies.has(word) && !titles.has(word)) return;
      attach(day, noun.head, day.rel === 'nmod' ? 'obl' : 'obl:unmarked');
    });
  },
};

const twoStatesByComma: Repair = {
  id: 'language/en/two-states-by-comma',
  why: 'Headlines join two actors by a comma ("Moscow, Ankara agree on corridor"); neither is spoken to.',
  mend(tokens) {
    const [first, sign, second] = tokens;
    const verb = tokens[first?.head ?? -1];
    if (first === undefined || second === undefined || verb === undefined || sign?.text !== ',') return;
    if (!isName(first) || !isRel(first, 'vocative', 'obl:unmarked', 'advmod', 'parataxis')) return;
    if (verb.xpos !== 'VBP' && verb.xpos !== 'VB') return;
    const subject = tokens.findIndex((t) => t.head === first.head && t.rel === 'nsubj');
    if (second.xpos === 'JJ' && second.head === subject && isRel(second, 'amod')) {
      // "Kyrgyz, Tajik delegations agree": two adjectives of one noun.
      attach(first, subject, 'amod');
    } else if (isName(second) && (subject === 2 || (subject < 0 && second.head === 0))) {
      first.rel = 'nsubj';
    } else return;
    attach(second, 0, 'conj');
    attach(sign, 2, 'punct');
  },
};

const personaNonGrata: Repair = {
  id: 'language/en/persona-non-grata',
  why: 'The three words are one predicate: whoever is declared so is the object, not somebody it is given to.',
  mend(tokens) {
    const at = tokens.findIndex((t, i) => {
      const [second, third] = [tokens[i + 1]?.text.toLowerCase(), tokens[i + 2]?.text.toLowerCase()];
      return /^personae?$/i.test(t.text) && second === 'non' && /^gratae?$/.test(third ?? '');
    });
    if (at < 0) return;
    const three = [at, at + 1, at + 2];
    const top = three.find((i) => three.every((other) => other === i || !isBelow(tokens, i, other)))!;
    const { head, rel } = tokens[top]!;
    for (const i of three) {
      for (const c of childrenOf(tokens, i)) if (!three.includes(c)) tokens[c]!.head = at;
    }
    const verb = tokens[head];
    attach(
      tokens[at]!,
      head,
      verb?.upos === 'VERB' && isRel(tokens[top]!, 'obj', 'iobj', 'obl', 'dep') ? 'xcomp' : rel,
    );
    tokens[at]!.upos = 'NOUN';
    attach(tokens[at + 1]!, at, 'flat');
    attach(tokens[at + 2]!, at, 'flat');
    const below = childrenOf(tokens, head);
    const given = below.find((c) => isRel(tokens[c]!, 'iobj'));
    if (given !== undefined && !below.some((c) => isRel(tokens[c]!, 'obj'))) tokens[given]!.rel = 'obj';
  },
};

const participleInHeadline: Repair = {
  id: 'language/en/participle-in-headline',
  why: 'Headlines drop "were": "Two diplomats expelled from Oslo" tells what was done to them.',
  mend(tokens, { doneTo }) {
    const root = tokens.findIndex((t) => t.head === -1);
    const verb = tokens[root];
    if (verb === undefined || tokens.length > 20 || /[.!?]/.test(tokens.at(-1)!.text)) return;
    if (!doneTo.has(verb.lemma) || !/^VB[DN]$/.test(verb.xpos)) return;
    const below = childrenOf(tokens, root).map((c) => tokens[c]!);
    if (below.some((t) => /^(?:obj|ccomp|xcomp|aux|aux:pass)$/.test(t.rel))) return;
    const subject = below.find((t) => t.rel === 'nsubj');
    if (subject === undefined) return;
    subject.rel = 'nsubj:pass';
    verb.xpos = 'VBN';
    for (const c of childrenOf(tokens, root)) {
      const by = childrenOf(tokens, c).some((k) => isRel(tokens[k]!, 'case') && tokens[k]!.text === 'by');
      if (by && tokens[c]!.rel === 'obl') tokens[c]!.rel = 'obl:agent';
    }
  },
};

const chargeDAffaires: Repair = {
  id: 'language/en/charge-d-affaires',
  why: 'The office is one name of two words; its first word is the head.',
  mend(tokens) {
    tokens.forEach((second, i) => {
      const first = tokens[i - 1];
      if (first === undefined || !/^d['’]affaires$/i.test(second.text) || !/^charg[eé]s?$/i.test(first.text)) return;
      if (isBelow(tokens, i - 1, i)) {
        if (first.head !== i) return;
        swap(tokens, i, i - 1, 'flat');
      } else {
        if (second.head === first.head && isRel(second, 'obj', 'nsubj', 'nsubj:pass')) first.rel = second.rel;
        attach(second, i - 1, 'flat');
      }
      for (const c of childrenOf(tokens, i)) tokens[c]!.head = i - 1;
    });
  },
};

const participleWithoutSubject: Repair = {
  id: 'language/en/participle-without-subject',
  why: 'A form in -ed that describes a noun or opens a clause without a subject is a participle ("people accused of helping").',
  mend(tokens) {
    tokens.forEach((verb, i) => {
      if (verb.xpos !== 'VBD' || !isRel(verb, 'acl', 'amod', 'advcl')) return;
      const bound = childrenOf(tokens, i).some((c) => /^(?:nsubj|csubj|aux|cop)/.test(tokens[c]!.rel));
      const marked = childrenOf(tokens, i).some((c) => isRel(tokens[c]!, 'mark'));
      if (!bound && !(marked && verb.rel === 'advcl')) verb.xpos = 'VBN';
    });
  },
};

const OPENS_CLAUSE: ReadonlySet<string> = new Set(['until', 'till', 'before', 'after', 'since', 'as']);
const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

const clauseTakenForTime: Repair = {
  id: 'language/en/clause-taken-for-time',
  why: 'In "until a treaty was signed" the noun is the subject of the finite verb right after it, not a time by itself.',
  mend(tokens) {
    tokens.forEach((verb, i) => {
      const below = childrenOf(tokens, i);
      const aux = below.find((c) => /^(?:aux|cop)/.test(tokens[c]!.rel) && FINITE.has(tokens[c]!.xpos));
      if (aux === undefined || below.some((c) => /^(?:nsubj|csubj|expl)/.test(tokens[c]!.rel))) return;
      const noun = tokens.findIndex((t, n) => n < aux && t.head === verb.head && isRel(t, 'obl', 'nmod'));
      if (noun < 0 || verb.head < 0 || !isBelow(tokens, aux - 1, noun) || isBelow(tokens, i, noun)) return;
      const opener = childrenOf(tokens, noun).find((c) => isRel(tokens[c]!, 'case'));
      if (opener === undefined || !OPENS_CLAUSE.has(tokens[opener]!.lemma)) return;
      attach(tokens[noun]!, i, below.some((c) => tokens[c]!.rel === 'aux:pass') ? 'nsubj:pass' : 'nsubj');
      attach(tokens[opener]!, i, 'mark');
      if (!isRel(verb, 'advcl')) verb.rel = 'advcl';
    });
  },
};

const thatClause: Repair = {
  id: 'language/en/that-clause',
  why: 'In "proposed to Oslo that flights be restored" the clause with "that" is what is proposed, no aside; "so ... that" tells a result.',
  mend(tokens) {
    tokens.forEach((verb, i) => {
      if (verb.rel !== 'advcl' || verb.head < 0 || verb.head > i) return;
      const governor = tokens[verb.head]!;
      const mark = childrenOf(tokens, i).find((c) => isRel(tokens[c]!, 'mark'));
      if (governor.upos !== 'VERB' || mark === undefined || tokens[mark]!.lemma !== 'that') return;
      const beside = childrenOf(tokens, verb.head);
      if (beside.some((c) => isRel(tokens[c]!, 'ccomp', 'xcomp', 'obj'))) return;
      const before = tokens.slice(0, mark);
      if (before.some((t) => t.lemma === 'so' || t.lemma === 'such') || tokens[mark - 1]?.lemma === 'now') return;
      verb.rel = 'ccomp';
    });
  },
};

export const REPAIRS: readonly Repair[] = [
  chargeDAffaires,
  personaNonGrata,
  titleBeforeName,
  peoplesInARow,
  bareDay,
  dayBeforeVerb,
  twoStatesByComma,
  participleInHeadline,
  participleWithoutSubject,
  clauseTakenForTime,
  thatClause,
  ...OBJECT_REPAIRS,
  speakerAfterVerb,
  saidAtTheEnd,
];
