/** Mail: single messages and mailboxes. The subject is the headline, the day of sending the day of publication. */
import PostalMime from 'postal-mime';
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { pageProblem } from '../page-problem.ts';
import type { PageHint } from '../text-dump.ts';
import { readItem } from './item.ts';
import { markupText } from './markup-text.ts';
import type { Reader } from './reader.ts';

/** "From address Fri Feb 28 10:00:00 2025" starts a message of a mailbox. */
const POSTMARK = /^From \S+ .*\d{4}\r?$/m;

export const mailReader: Reader = {
  id: 'mail',
  accepts: (head, hint) =>
    /\.(eml|mbox)$/i.test(hint.source) ||
    /^message\/rfc822/i.test(hint.mediaType ?? '') ||
    POSTMARK.test(head.split('\n', 1)[0] ?? ''),
  async *read(bytes, hint, rules) {
    const messages = messagesOf(bytes);
    for (const [n, message] of messages.entries()) yield await readMessage(message, String(n + 1), hint, rules);
  },
};

/** The messages of a mailbox; a single message is a mailbox of one. Bytes are kept: each message has an encoding of its own. */
function messagesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const starts = [...text.matchAll(new RegExp(POSTMARK.source, 'gm'))].map((m) => ({
    at: m.index,
    body: m.index + m[0].length + 1,
  }));
  if (starts[0]?.at !== 0) return [bytes];
  return starts.map((s, i) => bytes.subarray(s.body, starts[i + 1]?.at ?? bytes.length));
}

async function readMessage(message: Uint8Array, part: string, hint: PageHint, rules: Rules): Promise<Outcome<Report>> {
  try {
    const mail = await PostalMime.parse(message, { maxNestingDepth: 20 });
    const html = mail.html ?? '';
    const text = mail.text !== undefined && mail.text.trim() !== '' ? mail.text : markupText(html);
    const item = { format: 'mail', part, title: mail.subject ?? null, text: text.replace(/\r\n?/g, '\n') };
    return readItem({ ...item, published: mail.date, byline: mail.from?.name || undefined }, hint, rules);
  } catch (error) {
    const value = readItem({ format: 'mail', part, text: '' }, hint, rules).value;
    return { value, problems: [pageProblem('PAGE-007', { detail: error instanceof Error ? error.message : '' })] };
  }
}
