/** Mails and mailboxes: newsletters and forwarded reports. The text part is preferred; hostile parts are left alone. */
import PostalMime from 'postal-mime';
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { emptyReport, readDescribed, statedTime } from '../described.ts';
import { readHtml } from '../html/read-html.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { PageHint } from '../text-dump.ts';
import type { Reader } from './reader.ts';

/** Larger mails carry attachments and no report. */
const MAX_MAIL = 40_000_000;

export const mailReader: Reader = {
  id: 'mail',
  accepts: (head, hint) =>
    /\.(?:eml|mbox)$/i.test(hint.source) ||
    /^message\/rfc822|^application\/mbox/i.test(hint.mediaType ?? '') ||
    isMail(head),
  async *read(bytes, hint, rules) {
    const mails = splitMailbox(bytes);
    for (let n = 0; n < mails.length; n++) {
      const place = {
        ...hint,
        source: mails.length > 1 ? `${hint.source}#${n + 1}` : hint.source,
        id: reportId(mails[n]!),
      };
      yield await readMail(mails[n]!, place, rules);
    }
  },
};

/** Several header lines, of which one is From or Date, before anything else. */
function isMail(head: string): boolean {
  if (/^From \S+ .*\d{4}\r?\n/.test(head)) return true;
  return /^(?:(?:Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|DKIM-Signature|X-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}/i.test(
    head,
  );
}

function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== 'From ') return [bytes];
  const cuts: number[] = [];
  for (let i = 0; i >= 0 && i < bytes.length; i = bytes.indexOf(10, i) + 1 || -1) {
    const isStart =
      bytes[i] === 70 && bytes[i + 1] === 114 && bytes[i + 2] === 111 && bytes[i + 3] === 109 && bytes[i + 4] === 32;
    if (isStart && (i === 0 || bytes[i - 2] === 10 || bytes[i - 3] === 10)) cuts.push(i);
  }
  return cuts.map((from, k) => bytes.subarray(bytes.indexOf(10, from) + 1, cuts[k + 1] ?? bytes.length));
}

async function readMail(bytes: Uint8Array, hint: PageHint, rules: Rules): Promise<Outcome<Report>> {
  if (bytes.length > MAX_MAIL)
    return {
      value: emptyReport(hint, 'mail'),
      problems: [pageProblem('PAGE-008', { detail: 'The mail is too large.' })],
    };
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32 });
    const known = {
      format: 'mail',
      headline: mail.subject?.replace(/^(?:(?:fwd?|re|aw|wg)\s*:\s*)+/i, '') ?? null,
      // The header itself: the parsed date has lost its zone.
      published: mail.headers.find((h) => h.key === 'date')?.value ?? mail.date ?? null,
    };
    if (mail.text && mail.text.trim() !== '') return readDescribed(mail.text, hint, known, rules);
    if (!mail.html) return { value: emptyReport(hint, 'mail'), problems: [pageProblem('PAGE-010')] };
    const read = readHtml(mail.html, hint, rules);
    const published = known.published ? statedTime(known.published, rules, 'The date of the mail.') : null;
    return {
      ...read,
      value: {
        ...read.value,
        format: 'mail',
        headline: known.headline,
        published: read.value.published?.basis === 'stated' ? read.value.published : published,
      },
    };
  } catch (error) {
    return {
      value: emptyReport(hint, 'mail'),
      problems: [pageProblem('PAGE-008', { detail: error instanceof Error ? error.message : '' })],
    };
  }
}
