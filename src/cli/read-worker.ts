/** A worker thread: gets the number and source of an input, answers with its result. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadOptions, readOne } from './read-one.ts';

const port = parentPort;
if (port === null) throw new Error('read-worker runs only as a worker thread');

port.on('message', async (job: { readonly n: number; readonly source: string }) => {
  port.postMessage({ n: job.n, result: await readOne(job.source, workerData as ReadOptions) });
});
