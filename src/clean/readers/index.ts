/** All readers, most specific first: the first that accepts an input reads it. Adding a format adds one line here. */
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';

export const readers: readonly Reader[] = [textReader];
