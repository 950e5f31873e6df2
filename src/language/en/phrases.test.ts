import { describe, expect, it } from 'vitest';
import { loadParser } from '../load-node.ts';
import { eventsOf, namesOf, verbGroupsOf } from './phrases.ts';

const parser = loadParser();
const parse = (text: string) => parser.parse(text)[0]!;

describe('namesOf', () => {
  it('takes the title apart from the name', () => {
    const names = namesOf(parse('Russian Foreign Minister Sergei Petrov met John Carver in Geneva.'));
    expect(names.map((n) => [n.text, n.title])).toEqual([
      ['Sergei Petrov', 'Russian Foreign Minister'],
      ['John Carver', null],
      ['Geneva', null],
    ]);
  });
});

describe('verbGroupsOf', () => {
  it.each([
    ['They left.', { lemma: 'leave', tense: 'past', aspect: 'simple', voice: 'active', modal: null, negated: false }],
    [
      'They have not been expelled.',
      { lemma: 'expel', tense: 'present', aspect: 'perfect', voice: 'passive', negated: true },
    ],
    ['They will expel him.', { lemma: 'expel', tense: 'future', modal: null, voice: 'active' }],
    ['They could be talking.', { lemma: 'talk', tense: 'present', aspect: 'progressive', modal: 'could' }],
    ['Two envoys were expelled by the government.', { lemma: 'expel', tense: 'past', voice: 'passive' }],
  ])('%s', (text, group) => {
    expect(verbGroupsOf(parse(text))[0]).toMatchObject(group);
  });
});

describe('eventsOf', () => {
  it('lists the parties of a noun one by one', () => {
    const sentence = parse('The talks between Norway and Sweden ended on Monday.');
    const [event] = eventsOf(sentence);
    expect(event!.lemma).toBe('talk');
    expect(event!.parties.map((p) => [p.by, sentence.tokens[p.head]!.text])).toEqual([
      ['between', 'Norway'],
      ['between', 'Sweden'],
    ]);
  });
});
