/** Opens the desk on a port of this machine. */
import { createAdaptorServer } from '@hono/node-server';
import { type NamedActor, type NamedTrack, namesFrom } from '../ledger/names.ts';
import type { Store } from '../ledger/ports.ts';
import { desk } from './desk.ts';

export interface DeskOptions {
  readonly store: Store;
  /** For the names of parties and tracks. */
  readonly rules: {
    readonly actors: readonly NamedActor[];
    readonly tracks: readonly NamedTrack[];
  };
  /** 0 takes any free port. */
  readonly port: number;
  /** The desk has no accounts, so it is open to this machine only. */
  readonly host?: '127.0.0.1' | '::1';
}

export interface Desk {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts to serve the desk's pages.
 *
 * @throws Error with the system's words where the port is taken.
 * @example const { url, close } = await startDesk({ store, rules, port: 0 });
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { store, rules, port, host = '127.0.0.1' } = options;
  const tracks = rules.tracks.map((t) => t.id);
  const app = desk({ ledger: store, names: namesFrom(rules.actors, rules.tracks), tracks, place: store.place });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
