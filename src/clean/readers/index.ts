/** All readers, most specific first: the first that accepts an input reads it. Adding a format adds one line here. */
import { docxReader, factivaReader } from './archive.ts';
import { feedReader } from './feed.ts';
import { htmlReader } from './html.ts';
import { jsonlReader } from './jsonl.ts';
import { mailReader } from './mail.ts';
import { markdownReader } from './markdown.ts';
import { mhtmlReader } from './mhtml.ts';
import { newsXmlReader } from './news-xml.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';
import { warcReader } from './warc.ts';

export const readers: readonly Reader[] = [
  docxReader,
  warcReader,
  newsXmlReader,
  feedReader,
  jsonlReader,
  mhtmlReader,
  mailReader,
  factivaReader,
  markdownReader,
  htmlReader,
  textReader,
];
