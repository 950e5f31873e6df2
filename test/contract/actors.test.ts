/** Who is meant, where only the parse tells: invented texts through the whole reader. */
import { describe, expect, it } from 'vitest';
import type { ActorMention } from '../../src/model/index.ts';
import { readBytes } from '../fixtures/reader.ts';

/** "words = codes" of every mention, in order. */
async function meant(text: string): Promise<string[]> {
  const page = `published: 2016-05-11\n\n${text}\n`;
  const { readings } = await readBytes(new TextEncoder().encode(page), 'made-up.txt');
  const actors = readings[0]?.actors ?? [];
  return actors.map((m: ActorMention) => `${m.text} = ${[...m.codes].sort().join('+') || '-'}`);
}

describe('who is meant', () => {
  it.each([
    ['Norway said it was ready to talk. Denmark sent no answer.', 'it = NOR'],
    ['Norway accused Denmark of delay. It was unclear why.', 'Norway = NOR'],
    [
      'The envoys of Denmark were summoned to the foreign ministry in Oslo. Norway keeps silent.',
      'foreign ministry = NOR',
    ],
    [
      'Danish ambassador Bo Lind was summoned to the foreign ministry after Norway had protested.',
      'foreign ministry = NOR',
    ],
    ['Norway will not reply to the note from Sweden, the foreign minister said.', 'foreign minister = NOR'],
    ['The foreign ministry rebuked the Danish ambassador. Norway had complained.', 'Danish ambassador = DNK'],
    ['Ana Lund, the Norwegian foreign minister, said her country would pay Sweden.', 'her country = NOR'],
    [
      'Norway sent medicine to Kenya and Uganda. Norway then sent doctors to the two countries.',
      'the two countries = KEN+UGA',
    ],

    ['Sweden, which lent Niger $4 million, left.', 'Niger = NER'],
    ['Oslo has kept the line shut since Sweden lifted its ban, and gives as its reason a fault.', 'its = NOR'],
    [
      'Foreign Minister Ana Lund said Norway and Denmark would sign. She told it to her Danish counterpart Bo Lind.',
      'Foreign Minister Ana Lund = NOR',
    ],
    ['Bo Lind, the Norwegian president, named a Danish diplomat as his envoy.', 'envoy = NOR'],
    ['Norway and Sweden blamed Denmark for the delay. Both denied it later.', 'Both = NOR+SWE'],
    ['Oslo said it stood ready to help.', 'it = NOR'],
    ['Norway protested through the embassy in Beijing to China.', 'embassy = NOR'],
    ['Rebels set up a Danish-controlled ministry.', 'ministry = -'],
    ['Soldiers in Kosovo fired. Norway protested.', 'Soldiers = -'],
    ['Morocco asked Oman for help. Oman wrote to the kingdom at once.', 'the kingdom = MAR'],
  ])('%s', async (text, wanted) => {
    expect(await meant(text)).toContain(wanted);
  });
});
