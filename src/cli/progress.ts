/** Progress of long work on stderr: a bar on a terminal, a plain line now and then elsewhere. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  step(): void;
  stop(): void;
}

/** Work below this many steps is over before a bar would help. */
const WORTH_SHOWING = 20;
/** Without a terminal: a line each time this share of the work is done. */
const LINES = 10;

/** Progress over `total` steps. */
export function progressOf(total: number, what: string): Progress {
  if (total < WORTH_SHOWING) return { step: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? bar(total, what) : lines(total, what);
}

function bar(total: number, what: string): Progress {
  const shown = new SingleBar(
    { format: `${what} {bar} {value}/{total} | {eta_formatted} left`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  shown.start(total, 0);
  return { step: () => shown.increment(), stop: () => shown.stop() };
}

function lines(total: number, what: string): Progress {
  let done = 0;
  const every = Math.ceil(total / LINES);
  return {
    step: () => {
      done++;
      if (done % every === 0 || done === total) process.stderr.write(`${what} ${done}/${total}\n`);
    },
    stop: () => undefined,
  };
}
