/** Whose word it is where "his colleague" speaks; invented text. */
import { expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

it('hears a colleague across the border for the other side', () => {
  const body =
    'Norway and Latvia quarrel over nets. "We ask the judges to order Latvia to keep its boats away," Foreign Minister Ola Berg said in Oslo on Wednesday. His colleague Marta Kalnina sees no ground for that. Not one net has been cut, not one boat seized, she said in Riga.';
  const denial = readClaims({ headline: 'Norway, Latvia quarrel over trawlers', body }).utterances.at(-1);
  expect(denial?.chain[0]).toMatchObject({ name: 'Marta Kalnina', state: 'LVA' });
});
