/** A process of its own that adds invented reports to a ledger: `node writer.ts PLACE NAME COUNT`. Used by tests. */
import { addReading } from '../../src/ledger/add.ts';
import { openStore } from '../../src/store/open.ts';
import { reading } from '../fixtures/readings.ts';

const [place = '', name = '', count = '1'] = process.argv.slice(2);
const clock = () => '2025-03-05T12:00:00.000Z';

try {
  const store = await openStore(place);
  for (let i = 0; i < Number(count); i += 1) {
    const sentence = `Envoys met on the quay for the ${i}th time to discuss the ferry timetable.`;
    const told = { sentence, actors: ['RUS', 'USA'], trigger: 'met', occurs: '2025-02-27' };
    await addReading(
      store,
      reading({
        headline: `${name} ${i}`,
        body: [sentence, `Filed by ${name}. ${'Weather. '.repeat(200)}`],
        claims: [told],
      }),
      clock,
    );
    process.stdout.write(`${i}\n`);
  }
  await store.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
