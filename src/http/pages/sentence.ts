/** One sentence of a report: its tree, its words as a table; and all sentences of a report to choose from. */
import { html } from 'hono/html';
import type { Report, Sentence, Token } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { reportPath, sentencesPath } from '../paths.ts';
import { layout } from './layout.ts';
import { treeDrawing } from './tree-drawing.ts';

export interface ShownSentence {
  readonly report: Pick<Report, 'id' | 'headline' | 'source'>;
  /** Counted from 1. */
  readonly n: number;
  readonly of: number;
  readonly words: string;
  readonly sentence: Sentence;
}

export interface SentenceList {
  readonly report: Pick<Report, 'id' | 'headline' | 'source'>;
  readonly sentences: readonly { readonly n: number; readonly words: string }[];
}

function tokenRow(token: Token, i: number, tokens: readonly Token[]): Html {
  const head = tokens[token.head];
  const on = head
    ? html`${head.text} <span class="count">${token.head + 1}</span>`
    : html`<span class="count">root</span>`;
  return html`<tr><td class="number">${i + 1}</td><th scope="row">${token.text}</th><td>${token.lemma}</td><td class="code">${token.upos} ${token.xpos}</td><td class="code">${token.rel}</td><td>${on}</td><td class="number">${Math.round(token.margin * 100)} %</td></tr>`;
}

function tokenTable({ tokens }: Sentence): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The words of the sentence"><table class="tokens">
<thead><tr><th scope="col" class="number">No.</th><th scope="col">Word</th><th scope="col">Lemma</th><th scope="col">Tags</th><th scope="col">Relation</th><th scope="col">Hangs on</th><th scope="col" class="number">Sure</th></tr></thead>
<tbody>${tokens.map(tokenRow)}</tbody></table></div>`;
}

function crumb({ id, headline, source }: SentenceList['report']): Html {
  return html`<a href="/reports">Reports</a> · <a href="${reportPath(id)}">${headline ?? source}</a>`;
}

/** The page of a sentence. */
export function sentencePage(shown: ShownSentence, context: DeskContext): Html {
  const { report, n, of, words, sentence } = shown;
  const step = (to: number): string => sentencesPath(report.id, { n: to });
  const body = html`<p class="crumb">${crumb(report)} · <a href="${sentencesPath(report.id)}">Sentences</a></p>
<h1>Sentence ${n} <span class="count">of ${of}</span></h1>
<blockquote>${words}</blockquote>
${sentence.cut ? html`<p class="notice">The stretch was too long to be parsed as one and was cut here.</p>` : ''}
<nav class="steps" aria-label="Sentences of the report">${n > 1 ? html`<a rel="prev" href="${step(n - 1)}">Before</a>` : ''} ${n < of ? html`<a rel="next" href="${step(n + 1)}">After</a>` : ''}</nav>
<div class="parse">
<section><h2>Tree</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Drawing of the tree">${treeDrawing(sentence)}</div>
<p class="small count">An arrow leads from a word to each word that hangs on it; the root is bold. The table says the same.</p></section>
<section><h2>Words</h2>${tokenTable(sentence)}</section>
</div>
<p class="small count">Parsed now, by the parser as it is now; a ledger keeps texts and claims, not trees. Tags and relations are those of Universal Dependencies.</p>`;
  return layout(context, { title: `Sentence ${n}`, at: 'reports', body });
}

/** The page of all sentences of a report. */
export function sentencesPage({ report, sentences }: SentenceList, context: DeskContext): Html {
  const lines = sentences.map((s) => html`<li><a href="${sentencesPath(report.id, { n: s.n })}">${s.words}</a></li>`);
  const body = html`<p class="crumb">${crumb(report)}</p>
<h1>Sentences <span class="count">${sentences.length}</span></h1>
${sentences.length === 0 ? html`<p>The report holds no sentence.</p>` : html`<ol class="sentences">${lines}</ol>`}`;
  return layout(context, { title: 'Sentences', at: 'reports', body });
}
