/** What commands write: data to stdout, problems to stderr with place, excerpt and remedy. */
import pc from 'picocolors';
import type { Problem } from '../model/index.ts';

/** Writes a line of data. */
export function out(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a problem to stderr and, where it stopped something, remembers that the run had problems. */
export function complain(source: string, problem: Problem): void {
  const place = problem.at === undefined ? source : `${source}:${problem.at.start}-${problem.at.end}`;
  const mark = problem.severity === 'stop' ? pc.red('refused') : pc.yellow(problem.severity);
  process.stderr.write(`${pc.bold(place)}: ${mark} ${problem.code}: ${problem.message}\n`);
  if (problem.excerpt !== undefined)
    process.stderr.write(`    | ${problem.excerpt.slice(0, 160).replaceAll('\n', ' ')}\n`);
  if (problem.severity === 'stop') process.exitCode = 1;
}
