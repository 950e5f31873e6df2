import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { deskRules } from '../../test/browser/open-desk.ts';
import { openStore } from '../store/open.ts';
import { startDesk } from './server.ts';

describe('startDesk', () => {
  it('answers on a free port of this machine until it is closed', async () => {
    const store = await openStore(':memory:');
    const desk = await startDesk({ store, rules: deskRules, port: 0 });
    expect(desk.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(desk.url)).status).toBe(200);
    await desk.close();
    await expect(fetch(desk.url)).rejects.toThrow();
    await store.close();
  });

  it('tells that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const store = await openStore(':memory:');
    await expect(startDesk({ store, rules: deskRules, port })).rejects.toMatchObject({
      message: expect.stringContaining('0 for any free one'),
      problem: { code: 'DESK-001', severity: 'stop' },
    });
    await store.close();
    await new Promise((resolve) => other.close(resolve));
  });
});
