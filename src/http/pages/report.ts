/** The text view: a report with what was dropped greyed, its entries in the margin, dates with their reading. */
import { html } from 'hono/html';
import { whenWords } from '../../ledger/day-words.ts';
import { minute } from '../../ledger/minutes.ts';
import type { Block, Claim, DateMention, Entry, ReadingRecord, Span } from '../../model/index.ts';
import { overlaps } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { joined, type Mark, marked } from '../marked-text.ts';
import { entryPath, personPath, reportPath, sentencesPath } from '../paths.ts';
import type { Roster } from '../roster.ts';
import { actWords, statusChip } from './entry-line.ts';
import { layout } from './layout.ts';

export interface ShownReport {
  readonly reading: ReadingRecord;
  readonly entries: readonly Entry[];
  readonly roster: Roster;
}

/** A claim of the report with the entry that holds it and its number in the margin. */
interface Noted {
  readonly claim: Claim;
  readonly entry: Entry | null;
  readonly number: number;
}

function noted({ reading, entries }: Pick<ShownReport, 'reading' | 'entries'>): readonly Noted[] {
  const holders = new Map(entries.flatMap((e) => e.claims.map((c) => [c.claim, e] as const)));
  return reading.claims
    .toSorted((a, b) => a.evidence[0].start - b.evidence[0].start || a.trigger.start - b.trigger.start)
    .map((claim, i) => ({ claim, entry: holders.get(claim.id) ?? null, number: i + 1 }));
}

/** The sentences that claims rest on, each followed by the numbers of its entries. */
function sentenceMarks(notes: readonly Noted[]): readonly Mark[] {
  const spans = notes.map((note) => ({ start: note.claim.evidence[0].start, end: note.claim.evidence[0].end, note }));
  return joined(spans).map(({ start, end, items }) => ({
    start,
    end,
    wrap: (inner: Html) =>
      html`<mark data-notes="${items.map((i) => `n-${i.note.claim.id}`).join(' ')}">${items.map((i) => html`<span class="anchor" id="s-${i.note.claim.id}"></span>`)}${inner}</mark>`,
    after: html`<sup class="refs">${items.map((i) => html`<a href="#n-${i.note.claim.id}" aria-label="Entry ${i.note.number}">${i.note.number}</a>`)}</sup>`,
  }));
}

function dateMarks(dates: readonly DateMention[]): readonly Mark[] {
  return dates.map((d, i) => ({
    start: d.start,
    end: d.end,
    wrap: (inner: Html) => html`<a class="date" id="w-${i + 1}" href="#d-${i + 1}">${inner}</a>`,
  }));
}

/** Where a report gives somebody a role: a link to the person, whose page leads back here. Links cannot stand in links. */
function personMarks({ people, dates }: ReadingRecord, roster: Roster): readonly Mark[] {
  return people
    .filter((p) => !dates.some((d) => overlaps(d, p)))
    .map((p) => {
      const person = roster.meant(p.name, p.code);
      const wrap = (inner: Html): Html =>
        person
          ? html`<a class="person" id="p-${p.start}" href="${personPath(person.slug)}">${inner}</a>`
          : html`<span id="p-${p.start}">${inner}</span>`;
      return { start: p.start, end: p.end, wrap };
    });
}

function wordMarks(notes: readonly Noted[]): readonly Mark[] {
  return notes.map(({ claim }) => ({
    start: claim.trigger.start,
    end: claim.trigger.end,
    wrap: (inner: Html) => html`<u>${inner}</u>`,
  }));
}

function note({ claim, entry, number }: Noted, context: DeskContext): Html {
  const { when, word } = minute(claim, context.names);
  return html`<li class="note" id="n-${claim.id}">
<a class="number" href="#s-${claim.id}" aria-label="The sentence of entry ${number}">${number}</a>
<p><span class="when">${when}</span> ${statusChip(claim.status)}${entry?.standing === 'proposed' ? html` <span class="proposal">proposed</span>` : ''}</p>
<p>${entry ? html`<a href="${entryPath(entry.id)}">${actWords(claim, context)}</a>` : actWords(claim, context)}</p>
<p class="word">— ${word}</p>
</li>`;
}

/** An empty line, or a line that ends as a sentence does. */
const PARAGRAPH_END = /\n[^\S\n]*\n\s*|(?<=[.!?]["”’']?[^\S\n]*)\n\s*/g;

const KINDS: Readonly<Record<Block['kind'], string>> = {
  headline: 'Headline',
  deck: 'Deck',
  body: '',
  caption: 'Caption',
  provenance: 'Provenance',
  dropped: 'Dropped',
};

/** Blocks whose sentences are parsed. */
const PARSED: ReadonlySet<Block['kind']> = new Set(['headline', 'deck', 'body', 'caption']);

/** Leads to the trees of a paragraph's sentences. */
function treeLink(block: Block, { reading }: ShownReport, context: DeskContext): Html {
  if (context.parse === undefined || !PARSED.has(block.kind)) return html``;
  const path = sentencesPath(reading.report.id, { at: block.start });
  return html`<sup class="refs"><a class="to-tree" href="${path}">tree<span class="hidden"> of the sentence that begins here</span></a></sup>`;
}

/** Longer dropped stretches are folded. */
const LONG_DROP = 400;

function blockText(block: Block, inner: Html, trees: Html): Html {
  if (block.kind === 'headline') return html`<h2>${inner}${trees}</h2>`;
  if (block.kind !== 'dropped') return html`<p>${inner}${trees}</p>`;
  const label = html`<span class="label">Dropped: ${block.reason ?? 'other'}</span>${block.why ? html` <span class="why">${block.why}</span>` : ''}`;
  if (block.end - block.start <= LONG_DROP) return html`<p class="reason">${label}</p><p>${inner}</p>`;
  return html`<details><summary>${label}</summary><p>${inner}</p></details>`;
}

function blockRow(block: Block, text: string, layers: readonly (readonly Mark[])[], trees: Html): Html {
  const inside = layers.map((layer) => layer.filter((m) => overlaps(m, block)));
  const inner = marked(text, block, block.kind === 'dropped' ? [] : inside);
  const label =
    block.kind === 'deck' || block.kind === 'caption' || block.kind === 'provenance' ? KINDS[block.kind] : '';
  return html`<div class="words ${block.kind}">${label ? html`<span class="label">${label}</span>` : ''}${blockText(block, inner, trees)}</div>`;
}

/** The style sheet has a class for each span up to this. */
const MOST_ROWS = 12;

/** Notes may run on beside the following paragraphs, up to the next one with notes of its own. */
function noteList(notes: readonly Noted[], rows: number, context: DeskContext): Html {
  if (notes.length === 0) return html``;
  return html`<ol class="notes span-${Math.min(rows, MOST_ROWS)}">${notes.map((n) => note(n, context))}</ol>`;
}

/** Stretches that no block covers but that hold words: shown as they are, so that nothing of a page is hidden. */
function withRest(blocks: readonly Block[], text: string): readonly Block[] {
  const out: Block[] = [];
  let at = 0;
  const rest = (span: Span): void => {
    if (text.slice(span.start, span.end).trim() !== '') out.push({ ...span, kind: 'dropped', reason: 'other' });
  };
  for (const block of blocks) {
    rest({ start: at, end: block.start });
    out.push(block);
    at = block.end;
  }
  rest({ start: at, end: text.length });
  return out;
}

/** A body block that holds several paragraphs, as several. */
function paragraphs(block: Block, text: string): readonly Block[] {
  if (block.kind !== 'body') return [block];
  const out: Block[] = [];
  let { start } = block;
  for (const gap of text.slice(block.start, block.end).matchAll(PARAGRAPH_END)) {
    const end = block.start + gap.index;
    if (end > start) out.push({ ...block, start, end });
    start = end + gap[0].length;
  }
  if (block.end > start) out.push({ ...block, start });
  return out;
}

function textBody(shown: ShownReport, context: DeskContext): Html {
  const { report, dates } = shown.reading;
  const notes = noted(shown);
  const layers = [sentenceMarks(notes), dateMarks(dates), personMarks(shown.reading, shown.roster), wordMarks(notes)];
  const blocks = withRest(report.blocks, report.text).flatMap((b) => paragraphs(b, report.text));
  const starts = (n: Noted): number => n.claim.evidence[0].start;
  const beside = blocks.map((b) => notes.filter((n) => b.start <= starts(n) && starts(n) < b.end));
  const rows = blocks.map((block, i) => {
    const next = beside.findIndex((b, j) => j > i && b.length > 0);
    const free = (next < 0 ? blocks.length : next) - i;
    return html`${blockRow(block, report.text, layers, treeLink(block, shown, context))}${noteList(beside[i] ?? [], free, context)}`;
  });
  return html`<div class="text">${rows}</div>`;
}

function provenance({ reading }: ShownReport): Html {
  const { report } = reading;
  const { published } = report;
  const stated = (value: string | null): Html =>
    value ? html`${value}` : html`<span class="unknown">not stated</span>`;
  return html`<dl class="facts provenance">
<div><dt>Published</dt><dd>${published ? html`${whenWords(published)} (${published.basis})<span class="why">${published.reason}</span>` : html`<span class="unknown">not stated</span>`}</dd></div>
<div><dt>Outlet</dt><dd>${stated(report.outlet)}${reading.origin === report.id ? '' : html`<span class="why">a copy of <a href="${reportPath(reading.origin)}">an earlier report</a></span>`}</dd></div>
<div><dt>Agency</dt><dd>${stated(report.agency)}</dd></div>
<div><dt>Byline</dt><dd>${stated(report.byline)}</dd></div>
<div><dt>Filed from</dt><dd>${stated(report.dateline)}</dd></div>
<div><dt>File</dt><dd class="path">${report.source}<span class="why">${report.format}, recorded ${reading.recorded.slice(0, 16).replace('T', ' ')} UTC, text SHA-256 ${reading.textHash.slice(0, 16)}…</span></dd></div>
</dl>`;
}

function dateTable({ reading }: ShownReport): Html {
  if (reading.dates.length === 0) return html``;
  const rows = reading.dates.map(
    (d, i) =>
      html`<tr id="d-${i + 1}"><th scope="row"><a href="#w-${i + 1}">${d.text}</a></th><td class="when">${d.value ? whenWords(d.value) : html`<span class="unknown">no day</span>`}</td><td class="code">${d.value?.edtf ?? d.timex}</td><td>${d.value?.reason ?? d.direction}</td></tr>`,
  );
  return html`<section aria-labelledby="dates"><h2 id="dates">Date phrases and their reading</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Date phrases"><table class="dates"><thead><tr><th scope="col">Words</th><th scope="col">Reading</th><th scope="col">EDTF</th><th scope="col">Why</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** The text view of a report. */
export function reportPage(shown: ShownReport, context: DeskContext): Html {
  const { report, problems, claims } = shown.reading;
  const dropped = report.blocks.filter((b) => b.kind === 'dropped').length;
  const title = report.headline ?? report.source;
  const heading = [report.outlet ?? report.source, report.published ? whenWords(report.published) : null];
  const body = html`<p class="crumb"><a href="/reports">Reports</a></p>
<h1>${heading.filter(Boolean).join(', ')}</h1>
${provenance(shown)}
${problems.length > 0 ? html`<ul class="problems">${problems.map((p) => html`<li><span class="code">${p.code}</span> ${p.message}</li>`)}</ul>` : ''}
<p class="counts">${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} read; ${dropped} ${dropped === 1 ? 'stretch' : 'stretches'} of the page dropped.</p>
<section aria-label="The report with its entries">${textBody(shown, context)}</section>
${dateTable(shown)}`;
  return layout(context, { title, at: 'reports', body });
}
