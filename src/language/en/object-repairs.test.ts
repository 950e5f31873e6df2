import { describe, expect, it } from 'vitest';
import { mend, shown, tree } from './trees-for-tests.ts';

describe('repairs of objects', () => {
  it('makes the name before a sum its receiver', () => {
    const out = mend(
      tree(
        'Oslo/PROPN/NNP/2/nsubj lent/VERB/VBD/0/root/lend Togo/PROPN/NNP/5/compound two/NUM/CD/5/nummod boats/NOUN/NNS/2/obj/boat',
      ),
    );
    expect(shown(out)[2]).toBe('Togo 2 iobj');
  });
  it('leaves a name that belongs to the noun', () => {
    const before = tree(
      'Oslo/PROPN/NNP/2/nsubj left/VERB/VBD/0/root/leave Togo/PROPN/NNP/4/compound waters/NOUN/NNS/2/obj/water',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
  it('finds the object behind an aside', () => {
    const out = mend(
      tree(
        'Council/NOUN/NN/2/nsubj adopted/VERB/VBD/0/root/adopt ,/PUNCT/,/5/punct with/ADP/IN/5/case ease/NOUN/NN/2/obl ,/PUNCT/,/8/punct a/DET/DT/8/det motion/NOUN/NN/2/parataxis',
      ),
    );
    expect(shown(out)[7]).toBe('motion 2 obj');
  });
  it('leaves an aside beside an object, and a clause', () => {
    const before = tree(
      'Council/NOUN/NN/2/nsubj adopted/VERB/VBD/0/root/adopt ,/PUNCT/,/4/punct motions/NOUN/NNS/2/obj/motion ,/PUNCT/,/7/punct a/DET/DT/7/det novelty/NOUN/NN/2/parataxis',
    );
    expect(shown(mend(before))[6]).toBe('novelty 2 parataxis');
  });
  it('reads "to free sailors" as a verb with its object', () => {
    const out = mend(
      tree(
        'Togo/PROPN/NNP/5/nsubj is/AUX/VBZ/5/cop/be to/PART/TO/4/mark free/ADJ/JJ/5/amod sailors/NOUN/NNS/0/root/sailor',
      ),
    );
    expect(shown(out)).toEqual(['Togo 4 nsubj', 'is 4 cop', 'to 4 mark', 'free 0 root', 'sailors 4 obj']);
  });
  it('gives an event what the parse hung on its month', () => {
    const out = mend(
      tree(
        'arrest/NOUN/NN/0/root in/ADP/IN/3/case May/PROPN/NNP/1/nmod of/ADP/IN/5/case pilots/NOUN/NNS/3/nmod/pilot by/ADP/IN/7/case Oman/PROPN/NNP/3/nmod',
      ),
    );
    expect(shown(out)[4]).toBe('pilots 1 nmod');
    expect(shown(out)[6]).toBe('Oman 1 nmod');
  });
  it('gives a verb behind "since May" its subject', () => {
    const out = mend(
      tree(
        'men/NOUN/NNS/10/nsubj/man who/PRON/WP/4/nsubj:pass were/AUX/VBD/4/aux:pass held/VERB/VBN/1/acl:relcl/hold since/ADP/IN/6/case May/PROPN/NNP/8/nsubj:pass were/AUX/VBD/8/aux:pass freed/VERB/VBN/10/ccomp/free Ruta/PROPN/NNP/10/nsubj said/VERB/VBD/0/root/say',
      ),
    );
    expect(shown(out)[0]).toBe('men 8 nsubj:pass');
    expect(shown(out)[5]).toBe('May 4 obl');
  });
  it('leaves a month its year', () => {
    const before = tree(
      'arrest/NOUN/NN/0/root in/ADP/IN/3/case May/PROPN/NNP/1/nmod of/ADP/IN/5/case 2011/NUM/CD/3/nmod',
    );
    expect(shown(mend(before))).toEqual(shown(before));
  });
});
