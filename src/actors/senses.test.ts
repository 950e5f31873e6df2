import { describe, expect, it } from 'vitest';
import { brief, read } from './fixture.ts';

/** Codes that act in a text, in order, each once. */
function acting(text: string, day?: string): string[] {
  const found = read(text, day).actors.filter((m) => m.reading === 'actor');
  return [...new Set(found.flatMap((m) => m.codes))];
}

describe('names that mean several things', () => {
  it.each([
    ['Georgia recalled its ambassador from Moscow.', ['GEO']],
    ['Jordan Ellery left the club.', []],
    ['The winger Michael Jordan waved.', []],
    ['Jordan asked for help.', ['JOR']],
    ['Chad Brewster sings.', []],
    ['Chad signed the pact.', ['TCD']],
    ['Turkey prices rose before Thanksgiving.', []],
    ['Turkey summoned the envoy of Greece.', ['TUR', 'GRC']],
    ['Roast turkey was served to the guests.', []],
    ['Niger and Nigeria closed the border.', ['NER', 'NGA']],
    ['They sailed the Indian Ocean and the Gulf of Guinea.', []],
    ['A firm in New Mexico closed.', []],
    ['He studied at Washington University and read the Washington Post.', []],
    ['Guinea-Bissau, Equatorial Guinea and Guinea met.', ['GNB', 'GNQ', 'GIN']],
    ['Papua New Guinea agreed.', ['PNG']],
    ['South Korea rejected an offer of North Korea.', ['KOR', 'PRK']],
    ['Congo-Brazzaville and the Democratic Republic of the Congo agreed.', ['COG', 'COD']],
    ['Harker S.A. made a bid for Lindqvist PLC.', []],
    ['Anna Crewe, a vice president at Harker, and Tom Reed, president of Bexley Metals, praised the plan.', []],
    ['Israel Katz, the Israeli foreign minister, replied.', ['ISR']],
  ])('%s', (text, codes) => {
    expect(acting(text).filter((c) => !codes.includes(c))).toEqual([]);
    expect(acting(text)).toEqual(expect.arrayContaining(codes));
  });

  it('takes Congo for the one that the rest of the report names', () => {
    expect(acting('Congo withdrew. Brazzaville said nothing more. Brazzaville waits.')).toEqual(['COG']);
    expect(acting('Congo withdrew. Kinshasa said nothing more. Kinshasa waits.')).toEqual(['COD']);
  });

  it('leaves a town of a federal state alone', () => {
    expect(acting('The plant in Athens, Georgia, was sold.')).toEqual([]);
    expect(brief('Talks in Tbilisi, Georgia, went on.').join()).toContain('GEO');
  });

  it('reads Moscow as the Soviet Union while that lasted', () => {
    expect(acting('Moscow rejected the plan.', '1990-05-01')).toEqual(['SUN']);
    expect(acting('Moscow rejected the plan.', '2005-05-01')).toEqual(['RUS']);
  });
});

describe('place, party or part of another noun', () => {
  it.each([
    ['The shield is aimed at Norway.', 'Norway', 'actor'],
    ['They met on the sidelines of the General Assembly.', 'General Assembly', 'place'],
    ['Ministers gathered at the African Union.', 'African Union', 'place'],
    ['They exchanged views on Yemen.', 'Yemen', 'place'],
    ['The statement was issued from Bern.', 'Bern', 'place'],
    ['A letter came from Bern.', 'Bern', 'actor'],
    ['She was born in the last days of the Soviet Union.', 'Soviet Union', 'place'],
    ['The Camp David accords hold.', 'Camp David', 'place'],
    ['Delegates met in Geneva.', 'Geneva', 'place'],
    ['The Paris talks ended.', 'Paris', 'place'],
    ['A Moscow-based bank closed.', 'Moscow', 'place'],
    ['Ankara denied it.', 'Ankara', 'actor'],
    ['They sent a note to Ankara.', 'Ankara', 'actor'],
    ['They flew to Ankara.', 'Ankara', 'place'],
    ['A US-led force landed.', 'US', 'modifier'],
    ['Relations between Ankara and Athens soured.', 'Athens', 'actor'],
    ['MINSK, May 3 — The ministers met.', 'MINSK', 'place'],
    ['Russian gas reached the border.', 'Russian', 'modifier'],
  ])('%s: %s is a %s', (text, word, reading) => {
    expect(read(text).actors.find((m) => m.text === word)?.reading).toBe(reading);
  });

  it('keeps private persons and firms apart from their state', () => {
    expect(read('A Russian company sued.').actors[0]).toMatchObject({
      text: 'Russian company',
      kind: 'group',
      codes: ['RUS'],
    });
    expect(read('An American tourist fell ill.').actors[0]).toMatchObject({ kind: 'group', codes: ['USA'] });
    expect(read('Russian diplomats left.').actors[0]).toMatchObject({ kind: 'organ', codes: ['RUS'] });
  });

  it('takes money for money', () => {
    expect(acting('Kenya lent US$5 million and A$2 million to Uganda.')).toEqual(['KEN', 'UGA']);
  });

  it('takes a neighbour for the whole of it', () => {
    expect(read('Oslo wrote to neighbouring Sweden.').actors.at(-1)).toMatchObject({ codes: ['SWE'], partial: false });
  });

  it('reads a list to its end, with a comma before "and"', () => {
    expect(acting('The ambassadors of Norway, Denmark, and Finland left.')).toEqual(['NOR', 'DNK', 'FIN']);
    expect(acting('The governments of both Norway and Denmark agreed.')).toEqual(['NOR', 'DNK']);
  });

  it('gives nobody the envoys of nine countries', () => {
    expect(brief('Norway received the ambassadors of nine countries Thursday.').join()).not.toContain('Thursday');
    expect(read('Norway received the ambassadors of nine countries.').actors[1]).toMatchObject({
      codes: [],
      partial: true,
    });
  });

  it('gives the common name of a body to whoever is spoken of', () => {
    expect(acting('Peru recalled its envoy. The Senate had asked for it.')).toEqual(['PER']);
    expect(acting('Zambia recalled its envoy. State House said no more.')).toEqual(['ZMB']);
  });

  it('names organ and state of bodies under their own names', () => {
    expect(read('The Kremlin replied.').actors[0]).toMatchObject({ codes: ['RUS'], organ: 'presidency' });
    expect(read('Foggy Bottom replied.').actors[0]).toMatchObject({ codes: ['USA'], organ: 'foreign ministry' });
    expect(read('The State Department replied.').actors[0]).toMatchObject({
      codes: ['USA'],
      organ: 'foreign ministry',
    });
  });

  it('takes members of a mission for its people and no set of states', () => {
    const [members] = read('Two members of the Belarusian embassy left.').actors;
    expect(members).toMatchObject({ codes: ['BLR'], partial: false, kind: 'organ' });
  });

  it('never expands a partial set and expands a closed one', () => {
    expect(read('Some NATO members objected.').actors[0]).toMatchObject({ partial: true });
    const [baltics] = read('The Baltic states objected.').actors;
    expect(baltics?.codes.toSorted()).toEqual(['EST', 'LTU', 'LVA']);
  });
});
