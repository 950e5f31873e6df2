import { describe, expect, it } from 'vitest';
import { actorRules, read, sentencesIn } from './fixture.ts';
import { actorsOf } from './stage.ts';

const names = (text: string, day?: string) => read(text, day).actors.filter((m) => m.name !== undefined);

describe('people', () => {
  it.each([
    ['the Lithuanian foreign minister, Rasa Tamulyte, said no.', 'LTU', 'foreign minister', 'current'],
    ['Rasa Tamulyte, the former Lithuanian foreign minister, said no.', 'LTU', 'foreign minister', 'former'],
    ["Lithuania's acting foreign minister Rasa Tamulyte said no.", 'LTU', 'foreign minister', 'acting'],
    [
      'Rasa Tamulyte, head of the consular department of the Lithuanian foreign ministry, said no.',
      'LTU',
      'head of the consular department of the Lithuanian foreign ministry',
      'current',
    ],
    ['Foreign Minister Rasa Tamulyte of Lithuania said no.', 'LTU', 'Foreign Minister', 'current'],
    [
      'Rasa Tamulyte, deputy minister for foreign affairs of Lithuania, said no.',
      'LTU',
      'deputy minister for foreign affairs',
      'current',
    ],
  ])('learns a post from "%s"', (text, code, office, tense) => {
    expect(read(text).people).toMatchObject([{ name: 'Rasa Tamulyte', code, office, tense }]);
  });

  it('tells two kings of one name apart by the land beside them', () => {
    const codes = (text: string) => names(text, '2012-03-04').map((m) => m.codes.join());
    expect(codes('Saudi King Abdullah smiled.')).toEqual(['SAU']);
    expect(codes('King Abdullah of Jordan smiled.')).toEqual(['JOR']);
  });

  it('finds short forms, titles and other spellings again', () => {
    const text =
      'Norwegian negotiator Aleksei Darchiyev spoke. Mr. Darchiyev smiled. "No," Darchiev said. Aleksey Darchiyev left.';
    expect(names(text).map((m) => m.name)).toEqual(new Array(4).fill('Aleksei Darchiyev'));
  });

  it('keeps two persons of one surname apart by their first names', () => {
    const text = 'Norwegian envoy Kari Lund spoke. Olav Lund, a baker, listened.';
    expect(names(text).map((m) => m.text)).toEqual(['Norwegian envoy Kari Lund']);
  });

  it('tells from the tables who held an office on the day of the report', () => {
    expect(names('The Russian foreign minister replied.', '2016-03-01')[0]?.name).toMatch(/Lavrov/);
    expect(names('The US president replied.', '2010-03-01')[0]?.name).toMatch(/Obama/);
    expect(names('The US president replied.', '2018-03-01')[0]?.name).toMatch(/Trump/);
  });

  it('reads an ordinary word as a surname only with a title', () => {
    expect(names('May brought rain.', '2018-03-01')).toEqual([]);
    expect(names('Prime Minister May resigned.', '2018-03-01')[0]?.codes).toEqual(['GBR']);
  });

  it.each([
    'Rasa Tamulyte was named ambassador of Lithuania to Norway.',
    'Rasa Tamulyte has been appointed as the ambassador of Lithuania.',
    'The president appointed Rasa Tamulyte ambassador of Lithuania.',
    'Lithuania named Rasa Tamulyte as its ambassador.',
  ])('offers a post to be held: "%s"', (text) => {
    const [role] = read(text).people;
    expect(role).toMatchObject({ name: 'Rasa Tamulyte', office: 'ambassador', code: 'LTU', tense: 'designate' });
  });

  it('gives two lands and two names behind one office in order', () => {
    const text = 'The Norwegian and Danish energy ministers, Kari Lund and Bo Holm, met.';
    expect(read(text).people).toMatchObject([
      { name: 'Kari Lund', code: 'NOR', office: 'energy minister' },
      { name: 'Bo Holm', code: 'DNK', office: 'energy minister' },
    ]);
  });

  it('takes no people from picture captions', () => {
    const sentences = sentencesIn('Norwegian envoy Kari Lund waves.');
    const page = (kind: 'caption' | 'body') => ({
      published: null,
      dateline: null,
      blocks: [{ start: 0, end: 32, kind }],
    });
    expect(actorsOf(sentences, page('body'), actorRules()).value.people).toHaveLength(1);
    expect(actorsOf(sentences, page('caption'), actorRules()).value.people).toEqual([]);
  });
});
