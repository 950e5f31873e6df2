/** The command line: arguments in, exit code out. Data goes to stdout, problems to stderr. */
import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { UsageError } from './usage-error.ts';

/** 0: done. 1: done as far as possible, with problems. 2: the call itself was wrong. */
export type ExitCode = 0 | 1 | 2;

const EXAMPLES = `
Examples:
  $ verbale read report.html                 what one report says, as minutes
  $ verbale read --format jsonl *.txt        the same for programs
  $ verbale add reports/                     into the ledger (ledger.verbale)
  $ verbale show RUS-USA --track air-links   where a matter stands
  $ verbale serve                            the desk, in the browser

Exit codes: 0 done, 1 done with problems (they are on stderr), 2 wrong call.`;

/** Runs one command. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  // A reader that closes early ("| head") has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const program = new Command('verbale')
    .description('Reads press reports about the dealings of governments and keeps the minutes.')
    .version('0.1.0')
    .showHelpAfterError('(verbale --help lists the commands)')
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  for (const register of commands) register(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
    return process.exitCode === 1 ? 1 : 0;
  } catch (error) {
    return exitOf(error);
  }
}

/** Errors whose message tells a person what to do. */
const REFUSALS: ReadonlySet<string> = new Set(['RuleError', 'StoreError', 'DeskError']);

function exitOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    process.stderr.write(`verbale: ${error.message}\n`);
    return 2;
  }
  if (error instanceof Error && REFUSALS.has(error.name)) {
    process.stderr.write(`verbale: ${error.message}\n`);
    return 1;
  }
  throw error;
}
