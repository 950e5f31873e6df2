/** THE list of commands: one line each. */
import { register as read } from './read.ts';

export const commands = [read] as const;
