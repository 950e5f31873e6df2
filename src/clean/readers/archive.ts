/** Exports of press archives: Nexis as DOCX, Factiva as HTML. Each document in them is a report. */
import mammoth from 'mammoth';
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { decodeText } from '../decode.ts';
import { emptyReport, readDescribed } from '../described.ts';
import { visibleLines } from '../html/visible.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import { findStamps } from '../stamps.ts';
import type { PageHint } from '../text-dump.ts';
import { charsetOf } from './html.ts';
import type { Reader } from './reader.ts';

/** A document file larger than this, packed, is refused: it may unpack to anything. */
const MAX_PACKED = 60_000_000;

/** Nexis puts this line behind each document. */
const END_OF_DOCUMENT = /^end of document$/i;

export const docxReader: Reader = {
  id: 'docx',
  accepts: (head, hint) =>
    head.startsWith('PK') &&
    (/\.docx$/i.test(hint.source) || head.includes('word/') || /wordprocessingml/.test(hint.mediaType ?? '')),
  async *read(bytes, hint, rules) {
    if (bytes.length > MAX_PACKED) {
      yield {
        value: emptyReport(hint, 'docx', reportId(bytes)),
        problems: [pageProblem('PAGE-007', { detail: 'The file is too large.' })],
      };
      return;
    }
    try {
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      yield* readDocuments(value, { ...hint, id: reportId(bytes) }, rules);
    } catch (error) {
      const detail = error instanceof Error ? error.message : '';
      yield { value: emptyReport(hint, 'docx', reportId(bytes)), problems: [pageProblem('PAGE-007', { detail })] };
    }
  },
};

function* readDocuments(text: string, hint: PageHint, rules: Rules): Iterable<Outcome<Report>> {
  const documents: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (END_OF_DOCUMENT.test(line.trim())) documents.push([]);
    else documents.at(-1)!.push(line);
  }
  const full = documents.map((lines) => lines.join('\n').trim()).filter((d) => d !== '');
  for (let n = 0; n < full.length; n++) {
    const place = full.length > 1 ? { source: `${hint.source}#${n + 1}`, id: reportId(full[n]!) } : {};
    yield full.length > 1 || /^\s*body\s*$/im.test(full[n]!)
      ? readNexis(full[n]!, { ...hint, ...place }, rules)
      : readDescribed(full[n]!, hint, { format: 'docx' }, rules);
  }
}

/** Labelled lines that follow the text in an export. */
const AFTER_BODY =
  /^(?:load-date|classification|language|publication-type|journal code|subject|industry|geographic|graphic)(?:\s*:|$)/i;

/** Title, outlet, date, then labelled lines, then "Body" and the text. */
function readNexis(text: string, hint: PageHint, rules: Rules): Outcome<Report> {
  const lines = text.split('\n').map((l) => l.trim());
  const filled = lines.filter((l) => l !== '');
  const body = lines.findIndex((l) => /^body$/i.test(l));
  const stamped = filled.slice(0, 6).find((l) => findStamps(l, rules).length > 0) ?? null;
  const byline = filled.find((l) => /^byline:/i.test(l))?.replace(/^byline:\s*(?:by\s+)?/i, '') ?? null;
  const outlet = filled[1] && filled[1] !== stamped ? filled[1] : null;
  const after = lines.slice(body + 1);
  const end = after.findIndex((l) => AFTER_BODY.test(l));
  const content = body < 0 ? text : [filled[0]!, '', ...(end < 0 ? after : after.slice(0, end))].join('\n');
  return readDescribed(
    content,
    hint,
    { format: 'docx', headline: filled[0] ?? null, outlet, byline, published: stamped },
    rules,
  );
}

/** Factiva's codes: HD headline, BY byline, PD day, ET time, SN source, LP and TD the text. */
const FACTIVA = /class\s*=\s*["'][^"']*\b(?:enArticle|article)\b[^"']*["'][\s\S]{0,3000}?<b>\s*(?:HD|SE|WC)\s*<\/b>/;

export const factivaReader: Reader = {
  id: 'factiva',
  accepts: (head) => FACTIVA.test(head) || /<title>\s*Factiva\s*<\/title>/i.test(head),
  *read(bytes, hint, rules) {
    const { value } = decodeText(bytes, charsetOf(bytes, hint.mediaType));
    const starts = [
      ...value.matchAll(/<div[^>]{0,200}class\s*=\s*["'][^"']*\b(?:enArticle|article)\b[^"']*["']/gi),
    ].map((m) => m.index);
    if (starts.length === 0)
      yield { value: emptyReport(hint, 'factiva', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
    for (let n = 0; n < starts.length; n++) {
      const html = value.slice(starts[n], starts[n + 1]);
      yield readFactiva(html, { ...hint, source: `${hint.source}#${n + 1}`, id: reportId(html) }, rules);
    }
  },
};

function readFactiva(html: string, hint: PageHint, rules: Rules): Outcome<Report> {
  const fields = new Map<string, string[]>();
  let code = '';
  for (const { text } of visibleLines(html).lines) {
    const m = text.match(
      /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|PUB|AN|ART|CLM|CX|VOL)(?:\s+(.*))?$/,
    );
    if (m) code = m[1]!;
    const rest = m ? (m[2] ?? '') : text;
    if (rest !== '') fields.set(code, [...(fields.get(code) ?? []), rest]);
  }
  const one = (name: string): string | null => fields.get(name)?.join(' ') ?? null;
  const body = [...(fields.get('LP') ?? []), ...(fields.get('TD') ?? [])];
  if (body.length === 0) return { value: emptyReport(hint, 'factiva'), problems: [pageProblem('PAGE-010')] };
  const headline = one('HD');
  const text = [...(headline ? [headline] : []), ...body].join('\n\n');
  const byline = one('BY')?.replace(/^by\s+/i, '') ?? null;
  return readDescribed(
    text,
    hint,
    { format: 'factiva', headline, byline, outlet: one('SN'), published: one('PD') },
    rules,
  );
}
