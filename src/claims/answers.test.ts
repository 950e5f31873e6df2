/** Whom words are meant for that name nobody. */
import { expect, test } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const told = (body: string, headline = 'Quito and Lima quarrel over the bridge'): string[] =>
  readClaims({ headline, body }).claims.map(shown);

test('a denial is meant for the side that blamed the speaker just before, also where the report is about others', () => {
  const claims = told(
    'Peru closed the bridge at Macara to Ecuadorian trucks on Monday. Ecuador recalled its ambassador to Peru. ' +
      'Peru accused Chile of paying the drivers. The foreign ministry in Santiago said it was pure invention. ' +
      'Peru also closed its consulate in Ecuador. Ecuador demanded an apology from Peru.',
  );
  expect(claims).toContain('none CHL>PER denied');
});

test('a plain negation in what is said answers nobody', () => {
  const claims = told(
    'Peru closed the bridge at Macara to Ecuadorian trucks on Monday. Ecuador recalled its ambassador to Peru. ' +
      'Peru accused Chile of paying the drivers. "We cannot mend a road with paper," a Chilean engineer said.',
  );
  expect(claims.filter((c) => c.includes('CHL>'))).toEqual([]);
});
