/** Opens the desk on a port of this machine. */
import { createAdaptorServer } from '@hono/node-server';
import { type NamedActor, type NamedTrack, namesFrom } from '../ledger/names.ts';
import type { Store } from '../ledger/ports.ts';
import type { Problem } from '../model/index.ts';
import { desk } from './desk.ts';
import type { ParseReport } from './desk-context.ts';
import { problemCodes } from './problem-codes.ts';

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
  /** For the trees of the text view; see `lazyParse`. */
  readonly parse?: ParseReport;
}

export interface Desk {
  readonly url: string;
  close(): Promise<void>;
}

/** Thrown where the port cannot be had; `problem` says what to do. */
export class DeskError extends Error {
  readonly problem: Problem;
  constructor(port: number, cause: NodeJS.ErrnoException) {
    const [taken, closed] = problemCodes;
    const known = cause.code === 'EADDRINUSE' ? taken : closed;
    super(`port ${port}: ${known.message} (${cause.code ?? cause.message}). ${known.remedy}`, { cause });
    this.name = 'DeskError';
    this.problem = { code: known.code, severity: known.severity, message: this.message };
  }
}

/**
 * Starts to serve the desk's pages.
 *
 * @throws DeskError where the port is taken or not allowed.
 * @example const { url, close } = await startDesk({ store, rules, port: 0 });
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { store, rules, port, host = '127.0.0.1', parse } = options;
  const tracks = rules.tracks.map((t) => t.id);
  const names = namesFrom(rules.actors, rules.tracks);
  const app = desk({ ledger: store, names, tracks, place: store.place, ...(parse ? { parse } : {}) });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new DeskError(port, cause)));
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
