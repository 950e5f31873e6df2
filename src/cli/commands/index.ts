/** THE list of commands: one line each. */
import { register as add } from './add.ts';
import { register as dates } from './dates.ts';
import { register as explain } from './explain.ts';
import { register as fetch } from './fetch.ts';
import { register as list } from './list.ts';
import { register as misses } from './misses.ts';
import { register as override } from './override.ts';
import { register as parse } from './parse.ts';
import { register as read } from './read.ts';
import { register as serve } from './serve.ts';
import { register as show } from './show.ts';
import { register as watch } from './watch.ts';
import { register as who } from './who.ts';

export const commands = [
  read,
  add,
  show,
  list,
  explain,
  serve,
  watch,
  fetch,
  override,
  who,
  dates,
  parse,
  misses,
] as const;
