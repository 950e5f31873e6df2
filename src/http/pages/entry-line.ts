/** An entry as a line of minutes that opens on its sentence. */
import { html } from 'hono/html';
import { minute } from '../../ledger/minutes.ts';
import type { Claim, Entry, Status } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { marked } from '../marked-text.ts';
import { entryPath, sentencePath } from '../paths.ts';

/** The status as a word with a sign: filled for what is done, hollow for what is not yet. */
export function statusChip(status: Status): Html {
  return html`<span class="status ${status}">${status}</span>`;
}

/** The first sentence of a claim with its words underlined. */
export function sentenceOf(claim: Claim): Html {
  const [{ quote, start, end }] = claim.evidence;
  const words = [claim.trigger, ...claim.roles, ...(claim.place ? [claim.place] : [])];
  const shifted = words.map((w) => ({
    start: w.start - start,
    end: w.end - start,
    wrap: (inner: Html) => html`<u>${inner}</u>`,
  }));
  return marked(quote, { start: 0, end: end - start }, [shifted]);
}

/** What the ledger says, and whose word it is. */
export function actWords(claim: Claim, context: DeskContext): Html {
  const { act, matter } = minute(claim, context.names);
  return html`${act}${matter ? html`: <q>${matter}</q>` : ''}`;
}

export interface LineOptions {
  /** Leaves the track out where the heading names it. */
  readonly hide?: 'track' | 'status';
}

function reportCount(entry: Entry): string {
  const reports = entry.claims.length;
  if (reports === 1) return '';
  const voices = entry.origins === reports ? '' : `, ${entry.origins} independent`;
  return `${reports} reports${voices}`;
}

/** One line as an item of a list. */
export function entryLine(entry: Entry, context: DeskContext, options: LineOptions = {}): Html {
  const { lead } = entry;
  const { when, word } = minute(lead, context.names);
  const several = reportCount(entry);
  return html`<li class="entry ${entry.standing}" id="${entry.id}">
<details>
<summary>
<span class="when">${when}${lead.occurs === null && lead.said === null && entry.reported ? html`<span class="reported">reported ${entry.reported}</span>` : ''}</span>
<span class="line">${actWords(lead, context)} <span class="word">— ${word}</span></span>
<span class="tags">${options.hide === 'status' ? '' : statusChip(lead.status)}${options.hide === 'track' || lead.track === 'other' ? '' : html`<span class="track">${context.names.track(lead.track)}</span>`}${entry.standing === 'proposed' ? html`<span class="proposal">proposed</span>` : ''}${lead.background ? html`<span class="proposal">background</span>` : ''}${several ? html`<span class="count">${several}</span>` : ''}</span>
</summary>
<div class="opened">
<blockquote>${sentenceOf(lead)}</blockquote>
<p><a href="${sentencePath(entry.report, lead)}">In the report</a> · <a href="${entryPath(entry.id)}">Why it reads so</a></p>
</div>
</details>
</li>`;
}

/** Lines as a list; the caller gives the heading. */
export function entryLines(entries: readonly Entry[], context: DeskContext, options: LineOptions = {}): Html {
  return html`<ol class="minutes">${entries.map((e) => entryLine(e, context, options))}</ol>`;
}
