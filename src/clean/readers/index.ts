/** All readers, most specific first: the first that accepts an input reads it. Adding a format adds one line here. */
import { feedReader } from './feed.ts';
import { htmlReader } from './html.ts';
import { jsonlReader } from './jsonl.ts';
import { mailReader } from './mail.ts';
import { markdownReader } from './markdown.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';
import { warcReader } from './warc.ts';

export const readers: readonly Reader[] = [
  warcReader,
  feedReader,
  jsonlReader,
  mailReader,
  markdownReader,
  htmlReader,
  textReader,
];
