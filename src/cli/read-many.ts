/** Many inputs in, their results out in the order of the inputs, on one core or on several. */
import { Worker } from 'node:worker_threads';
import type { Input } from './inputs.ts';
import { type InputResult, type ReadOptions, readOne } from './read-one.ts';

export interface ManyOptions extends ReadOptions {
  /** Number of cores to use. */
  readonly jobs: number;
}

/** Reads all inputs; results come in the order of the inputs whatever the number of jobs. */
export async function* readMany(inputs: readonly Input[], options: ManyOptions): AsyncGenerator<InputResult> {
  const { jobs, ...rest } = options;
  const workers = Math.min(jobs, inputs.length);
  // Standard input belongs to this thread; a single worker would only cost its start.
  if (workers <= 1 || inputs.some((i) => i.source === '-')) {
    for (const { source } of inputs) yield await readOne(source, rest);
    return;
  }
  yield* inParallel(inputs, workers, rest);
}

/** Results that wait for an earlier one are held back to this many per worker, so that memory stays bounded. */
const AHEAD = 16;

async function* inParallel(inputs: readonly Input[], count: number, options: ReadOptions): AsyncGenerator<InputResult> {
  const pool = startPool(count, options);
  try {
    const pending = new Map<number, Promise<InputResult>>();
    let next = 0;
    for (let n = 0; n < inputs.length; n++) {
      while (next < inputs.length && next < n + count * AHEAD) {
        pending.set(next, pool.run(next, (inputs[next] as Input).source));
        next++;
      }
      yield await (pending.get(n) as Promise<InputResult>);
      pending.delete(n);
    }
  } finally {
    await pool.close();
  }
}

interface Pool {
  run(n: number, source: string): Promise<InputResult>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (r: InputResult) => void;
  readonly reject: (e: unknown) => void;
}

interface Job extends Waiting {
  readonly n: number;
  readonly source: string;
}

function startPool(count: number, options: ReadOptions): Pool {
  const file = new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url);
  const queue: Job[] = [];
  const idle: Worker[] = [];
  const running = new Map<number, Waiting>();
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData: options }));
  const feed = (): void => {
    while (idle.length > 0 && queue.length > 0) {
      const job = queue.shift() as Job;
      running.set(job.n, job);
      (idle.pop() as Worker).postMessage({ n: job.n, source: job.source });
    }
  };
  for (const worker of workers) {
    idle.push(worker);
    worker.on('message', ({ n, result }: { n: number; result: InputResult }) => {
      running.get(n)?.resolve(result);
      running.delete(n);
      idle.push(worker);
      feed();
    });
    worker.on('error', (error) => {
      for (const job of [...running.values(), ...queue]) job.reject(error);
    });
  }
  return {
    run: (n, source) =>
      new Promise((resolve, reject) => {
        queue.push({ n, source, resolve, reject });
        feed();
      }),
    close: async () => {
      await Promise.all(workers.map((w) => w.terminate()));
    },
  };
}
