/** A correction by a person takes effect at once, and survives the report being added again. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXAMPLES } from '../fixtures/reader.ts';
import { inTempFolder, verbale } from './verbale.ts';

interface Listed {
  readonly id: string;
  readonly published: string | null;
  readonly outlet: string | null;
}

it('corrects the day of a page, and keeps it so', () =>
  inTempFolder(async (folder) => {
    const ledger = ['--ledger', join(folder, 'x.verbale')];
    const page = join(EXAMPLES, 'b6-silence.txt');
    const report = async (): Promise<Listed> =>
      (JSON.parse((await verbale(['list', 'reports', '--json', ...ledger])).stdout) as Listed[])[0] as Listed;
    await verbale(['add', page, ...ledger]);
    const { id, published } = await report();
    expect(published).toBe('2024-10-12');
    const why = ['--why', 'the page is dated a week late'];
    const ran = await verbale(['override', id, '--published', '2024-10-05', '--outlet', 'none', ...why, ...ledger]);
    expect(ran.stderr).toBe('');
    expect(await report()).toMatchObject({ published: '2024-10-05', outlet: null });
    expect((await verbale(['add', page, ...ledger])).stdout).toContain('1 known');
    expect(await report()).toMatchObject({ published: '2024-10-05' });
  }));

it('says how to write a correction that cannot be made', () =>
  inTempFolder(async (folder) => {
    const ledger = ['--ledger', join(folder, 'x.verbale')];
    await verbale(['add', join(EXAMPLES, 'b6-silence.txt'), ...ledger]);
    for (const bad of [['--published', '2024-02-30'], ['--block', '9-3=body'], []]) {
      const ran = await verbale(['override', 'r', ...bad, '--why', 'x', ...ledger]);
      expect(ran.code).toBe(2);
    }
  }));
