/** THE list of commands: one line each. */
import { register as add } from './add.ts';
import { register as read } from './read.ts';
import { register as serve } from './serve.ts';

export const commands = [read, add, serve] as const;
