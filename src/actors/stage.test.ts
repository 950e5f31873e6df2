import { describe, expect, it } from 'vitest';
import { brief, read } from './fixture.ts';

describe('actorsOf', () => {
  it('takes an adjective and an organ as one mention', () => {
    expect(brief('The Lithuanian foreign ministry rejected the note.')).toEqual([
      'Lithuanian foreign ministry = LTU actor',
    ]);
  });

  it('keeps the state that receives a mission apart from the one that sends it', () => {
    const [mission, city] = read('The Belarusian embassy in Vilnius was closed.').actors;
    expect(mission).toMatchObject({ codes: ['BLR'], receiving: 'LTU', form: 'mission' });
    expect(city).toMatchObject({ codes: ['LTU'], reading: 'place' });
  });

  it('binds a name to the office beside it, for the rest of the report', () => {
    const { actors, people } = read(
      'Lithuanian Foreign Minister Rasa Tamulyte spoke first. Later Tamulyte left the hall.',
    );
    expect(people).toMatchObject([{ name: 'Rasa Tamulyte', code: 'LTU', tense: 'current' }]);
    expect(actors.at(-1)).toMatchObject({ text: 'Tamulyte', codes: ['LTU'], name: 'Rasa Tamulyte' });
  });

  it('reads a capital as government or as place by the words around it', () => {
    expect(brief('Minsk accused Vilnius of delay.')).toEqual(['Minsk = BLR actor', 'Vilnius = LTU actor']);
    expect(brief('The ministers met in Minsk.')).toContain('Minsk = BLR place');
    expect(brief('The Minsk talks went on.')).toContain('Minsk = BLR place');
  });

  it('resolves "both countries" to the pair spoken of', () => {
    const { actors } = read(
      'Lithuania closed its consulate in Grodno. Belarus protested. Both countries then paused visas.',
    );
    expect(actors.find((m) => m.text === 'Both countries')?.codes.toSorted()).toEqual(['BLR', 'LTU']);
  });
});
