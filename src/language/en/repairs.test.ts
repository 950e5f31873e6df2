import { describe, expect, it } from 'vitest';
import { mend, shown, tree } from './trees-for-tests.ts';

describe('repairs of names and days', () => {
  it('makes the name the head of title and name', () => {
    const out = mend(
      tree('Minister/PROPN/NNP/4/nsubj Anna/PROPN/NNP/1/flat Ruta/PROPN/NNP/2/flat left/VERB/VBD/0/root/leave'),
    );
    expect(shown(out)).toEqual(['Minister 2 nmod:desc', 'Anna 4 nsubj', 'Ruta 2 flat', 'left 0 root']);
  });
  it('leaves an office with an owner as the head, the name beside it', () => {
    const out = mend(
      tree(
        'his/PRON/PRP$/2/nmod:poss counterpart/NOUN/NN/5/nsubj Li/PROPN/NNP/2/flat Wen/PROPN/NNP/3/flat left/VERB/VBD/0/root',
      ),
    );
    expect(shown(out)[2]).toBe('Li 2 appos');
  });
  it('hangs a day after a noun on the verb', () => {
    const out = mend(
      tree(
        'Ruta/PROPN/NNP/2/nsubj told/VERB/VBD/0/root/tell reporters/NOUN/NNS/2/iobj/reporter Friday/PROPN/NNP/3/nmod:unmarked',
      ),
    );
    expect(shown(out)[3]).toBe('Friday 2 obl:unmarked');
  });
  it('hangs a day between "said" and what was said on "said"', () => {
    const out = mend(
      tree(
        'Ruta/PROPN/NNP/2/nsubj said/VERB/VBD/0/root/say Monday/PROPN/NNP/5/obl:unmarked she/PRON/PRP/5/nsubj left/VERB/VBD/2/ccomp/leave',
      ),
    );
    expect(shown(out)[2]).toBe('Monday 2 obl:unmarked');
  });
  it('leaves a day that has a noun of its own', () => {
    const before = tree('Friday/PROPN/NNP/2/compound prayers/NOUN/NNS/3/nsubj ended/VERB/VBD/0/root/end');
    expect(shown(mend(before))).toEqual(shown(before));
  });
});

describe('repairs of speech and lists', () => {
  it('finds the speaker behind the verb', () => {
    const out = mend(
      tree(
        'Go/VERB/VB/4/ccomp/go ,/PUNCT/,/4/punct "/PUNCT/``/4/punct said/VERB/VBD/0/root/say Ruta/PROPN/NNP/4/obj ././/4/punct',
      ),
    );
    expect(shown(out)[4]).toBe('Ruta 4 nsubj');
  });
  it('does not take what was said before a comma for a speaker', () => {
    const before = tree('She/PRON/PRP/2/nsubj said/VERB/VBD/0/root/say nothing/PRON/NN/2/obj');
    expect(shown(mend(before))).toEqual(shown(before));
  });
  it('puts the verb of saying above what was said', () => {
    const out = mend(
      tree(
        'Talks/NOUN/NNS/2/nsubj failed/VERB/VBD/0/root/fail ,/PUNCT/,/5/punct Ruta/PROPN/NNP/5/nsubj said/VERB/VBD/2/parataxis/say ./PUNCT/./2/punct',
      ),
    );
    expect(shown(out)).toEqual([
      'Talks 2 nsubj',
      'failed 5 ccomp',
      ', 5 punct',
      'Ruta 5 nsubj',
      'said 0 root',
      '. 5 punct',
    ]);
  });
  it('leaves "Ruta said" in the middle as an aside', () => {
    const before = tree(
      'Talks/NOUN/NNS/6/nsubj ,/PUNCT/,/4/punct Ruta/PROPN/NNP/4/nsubj said/VERB/VBD/6/parataxis/say ,/PUNCT/,/4/punct failed/VERB/VBD/0/root/fail',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
  it('reads peoples in a row as adjectives of one noun', () => {
    const out = mend(
      tree(
        'US/PROPN/NNP/5/nsubj and/CCONJ/CC/4/cc Russian/ADJ/JJ/4/amod embassies/NOUN/NNS/1/conj closed/VERB/VBD/0/root/close',
      ),
    );
    expect(shown(out)).toEqual(['US 4 compound', 'and 3 cc', 'Russian 1 conj', 'embassies 5 nsubj', 'closed 0 root']);
  });
  it('keeps two parties apart', () => {
    const before = tree(
      'Halden/PROPN/NNP/5/nsubj and/CCONJ/CC/4/cc Russian/ADJ/JJ/4/amod officials/NOUN/NNS/1/conj met/VERB/VBD/0/root/meet',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
});

describe('repairs of headlines and offices', () => {
  it('gives the day between body and verb to the verb', () => {
    const out = mend(
      tree(
        'Ministry/PROPN/NNP/4/nsubj on/ADP/IN/3/case Tuesday/PROPN/NNP/1/nmod summoned/VERB/VBD/0/root/summon him/PRON/PRP/4/obj',
      ),
    );
    expect(shown(out)[2]).toBe('Tuesday 4 obl');
  });
  it('leaves an event its day', () => {
    const before = tree(
      'meeting/NOUN/NN/4/nsubj on/ADP/IN/3/case Tuesday/PROPN/NNP/1/nmod failed/VERB/VBD/0/root/fail',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
  it('joins two actors of a headline', () => {
    const out = mend(
      tree('Moscow/PROPN/NNP/4/vocative ,/PUNCT/,/4/punct Ankara/PROPN/NNP/4/nsubj agree/VERB/VBP/0/root/agree'),
    );
    expect(shown(out)).toEqual(['Moscow 4 nsubj', ', 3 punct', 'Ankara 1 conj', 'agree 0 root']);
  });
  it('joins two actors, the second hung on the first, and two adjectives', () => {
    const states = 'Norway/PROPN/NNP/4/vocative ,/PUNCT/,/4/punct Sweden/PROPN/NNP/1/appos sign/VERB/VBP/0/root';
    expect(shown(mend(tree(states)))[0]).toBe('Norway 4 nsubj');
    const peoples =
      'Thai/PROPN/NNP/5/vocative ,/PUNCT/,/5/punct Omani/ADJ/JJ/4/amod envoys/NOUN/NNS/5/nsubj meet/VERB/VBP/0/root';
    expect(shown(mend(tree(peoples)))).toEqual([
      'Thai 4 amod',
      ', 3 punct',
      'Omani 1 conj',
      'envoys 5 nsubj',
      'meet 0 root',
    ]);
  });
  it('takes persona non grata as one predicate', () => {
    const out = mend(
      tree(
        'They/PRON/PRP/2/nsubj declared/VERB/VBD/0/root/declare him/PRON/PRP/2/iobj persona/NOUN/NN/6/amod non/X/FW/6/compound grata/NOUN/NN/2/obj',
      ),
    );
    expect(shown(out).slice(2)).toEqual(['him 2 obj', 'persona 2 xcomp', 'non 4 flat', 'grata 4 flat']);
  });
  it('reads a headline without "were" as passive', () => {
    const headline =
      'Two/NUM/CD/2/nummod envoys/NOUN/NNS/3/nsubj expelled/VERB/VBD/0/root/expel by/ADP/IN/5/case Oslo/PROPN/NNP/3/obl';
    expect(shown(mend(tree(headline)))).toEqual([
      'Two 2 nummod',
      'envoys 3 nsubj:pass',
      'expelled 0 root',
      'by 5 case',
      'Oslo 3 obl:agent',
    ]);
    expect(shown(mend(tree(`${headline} ./PUNCT/./3/punct`)))[1]).toBe('envoys 3 nsubj');
  });
  it('tells the participle from the past tense by its subject', () => {
    const out = mend(
      tree('people/NOUN/NNS/0/root accused/VERB/VBD/1/acl/accuse who/PRON/WP/4/nsubj left/VERB/VBD/1/acl:relcl/leave'),
    );
    expect(out.map((t) => t.xpos)).toEqual(['NNS', 'VBN', 'WP', 'VBD']);
  });
  it('makes one office of chargé d’affaires', () => {
    const out = mend(
      tree('expelled/VERB/VBD/0/root/expel the/DET/DT/4/det charge/NOUN/NN/4/compound d’affaires/NOUN/NNS/1/obj'),
    );
    expect(shown(out)).toEqual(['expelled 0 root', 'the 3 det', 'charge 1 obj', 'd’affaires 3 flat']);
  });
});

describe('repairs of clauses', () => {
  it('gives the verb after "until a treaty" its subject', () => {
    const out = mend(
      tree(
        'Nothing/PRON/NN/2/nsubj moved/VERB/VBD/0/root/move until/ADP/IN/5/case a/DET/DT/5/det treaty/NOUN/NN/2/obl was/AUX/VBD/7/aux:pass/be signed/VERB/VBN/2/advcl/sign',
      ),
    );
    expect(shown(out).slice(2)).toEqual([
      'until 7 mark',
      'a 5 det',
      'treaty 7 nsubj:pass',
      'was 7 aux:pass',
      'signed 2 advcl',
    ]);
  });
  it('leaves a time that no verb follows', () => {
    const before = tree(
      'They/PRON/PRP/2/nsubj met/VERB/VBD/0/root/meet after/ADP/IN/5/case the/DET/DT/5/det vote/NOUN/NN/2/obl',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
});

describe('repairs of governed clauses', () => {
  const line = (first: string): string =>
    `${first} that/SCONJ/IN/7/mark flights/NOUN/NNS/7/nsubj:pass be/AUX/VB/7/aux:pass restored/VERB/VBN/2/advcl/restore`;
  it('makes "that" after a verb open what it governs', () => {
    const out = mend(
      tree(line('Peru/PROPN/NNP/2/nsubj proposed/VERB/VBD/0/root/propose today/NOUN/NN/2/obl:unmarked')),
    );
    expect(shown(out).at(-1)).toBe('restored 2 ccomp');
  });
  it('leaves a result alone', () => {
    const out = mend(tree(line('Peru/PROPN/NNP/2/nsubj pressed/VERB/VBD/0/root/press so/ADV/RB/2/advmod')));
    expect(shown(out).at(-1)).toBe('restored 2 advcl');
  });
});
