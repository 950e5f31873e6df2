/** All readers, most specific first: the first that accepts an input reads it. Adding a format adds one line here. */
import { docxReader } from './docx.ts';
import { factivaReader } from './factiva.ts';
import { feedReader } from './feed.ts';
import { jsonReader } from './json.ts';
import { mailReader } from './mail.ts';
import { markdownReader } from './markdown.ts';
import { newsXmlReader } from './news-xml.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';

export const readers: readonly Reader[] = [
  docxReader,
  mailReader,
  feedReader,
  newsXmlReader,
  factivaReader,
  jsonReader,
  markdownReader,
  textReader,
];
