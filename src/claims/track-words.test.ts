import { describe, expect, it } from 'vitest';
import { rules } from '../../eval/claims-reading.ts';
import { trackModel } from './track-model.ts';
import { hear, nothingSaid } from './track-words.ts';

const best = (...words: string[]): string => {
  const said = nothingSaid();
  for (const word of words) hear(said, trackModel.words.get(word) ?? null);
  return trackModel.tracks[said.sums.indexOf(Math.max(...said.sums))]!;
};

describe('the learned table', () => {
  it('has a row for each word and knows the tracks of the rules', () => {
    expect(trackModel.scores.length).toBe(trackModel.words.size * trackModel.tracks.length);
    expect([...trackModel.tracks].sort()).toEqual(rules.tracks.map((t) => t.id).sort());
  });

  it.each([
    [['tanker', 'crude'], 'energy'],
    [['mortar', 'infantry'], 'security-conflict'],
    [['tariff', 'poultry'], 'trade'],
    [['locomotive', 'track'], 'transport-corridors'],
    [['deported', 'asylum'], 'people'],
  ])('hears %s as a matter', (words, track) => {
    expect(best(...words)).toBe(track);
  });

  it('hears nothing in words it does not know', () => {
    const said = nothingSaid();
    hear(said, null);
    expect(said.count).toBe(0);
  });
});
