/** One entry: its fields with their reasons, its claims with their words, its history. */
import { html } from 'hono/html';
import type { ExplainedClaim, Explanation } from '../../ledger/ask.ts';
import { dayWords, whenWords } from '../../ledger/day-words.ts';
import { minute } from '../../ledger/minutes.ts';
import type { AttributionLink, Claim, Entry, Role } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { pairPath, personPath, reportPath, sentencePath } from '../paths.ts';
import type { Roster } from '../roster.ts';
import { wordOf } from '../word-of.ts';
import { chainGraph } from './chain-graph.ts';
import { actWords, sentenceOf, statusChip } from './entry-line.ts';
import { layout } from './layout.ts';

function fact(name: string, value: Html | string | null, why?: string): Html {
  if (value === null || value === '') return html``;
  return html`<div><dt>${name}</dt><dd>${value}${why ? html`<span class="why">${why}</span>` : ''}</dd></div>`;
}

const QUOTED: Readonly<Record<Claim['quoted'], string>> = {
  verbatim: 'in the speaker’s own words',
  partly: 'partly in the speaker’s own words',
  'marks-lost': 'a speaker’s words whose quotation marks were lost on the way',
  none: 'in the reporter’s words',
};

/** What the page of an entry is made with. */
interface Making extends DeskContext {
  readonly people: Roster;
}

function chainLink(link: AttributionLink, context: Making): Html {
  const person = link.link === 'speaker' && link.name ? context.people.meant(link.name, link.state) : null;
  const words = link.name ?? link.role ?? 'the reporter';
  const who = person ? html`<a href="${personPath(person.slug)}">${words}</a>` : words;
  const role = link.name && link.role ? `, ${link.role}` : '';
  const side = link.state ? ` (${context.names.actor(link.state)})` : '';
  return html`<li><span class="code">${link.link}</span> ${who}${role}${side}</li>`;
}

function roleItem(role: Role, context: DeskContext): Html {
  const who = role.code ? context.names.actor(role.code) : 'not resolved';
  const partial = role.partial ? ', a part of a set that is not spelled out' : '';
  return html`<li><span class="code">${role.role}</span> ${who}${role.office ? `, ${role.office}` : ''}${partial}: <q>${role.text}</q></li>`;
}

function facts(claim: Claim, context: Making): Html {
  return html`<dl class="facts">
${fact('When', claim.occurs ? html`${whenWords(claim.occurs)} <span class="code">${claim.occurs.edtf}</span>` : 'not told', claim.occurs?.reason)}
${claim.said ? fact('Said', html`${whenWords(claim.said)} <span class="code">${claim.said.edtf}</span>`, claim.said.reason) : ''}
${claim.due ? fact('Due', html`${claim.due.value ? whenWords(claim.due.value) : ''} <q>${claim.due.text}</q>`, claim.due.reason) : ''}
${fact('Status', statusChip(claim.status), claim.statusWhy)}
${fact('Track', context.names.track(claim.track))}
${fact('Kind', html`${claim.kind}${claim.plover ? html` <span class="code">PLOVER ${claim.plover}</span>` : ''}`)}
${fact('Place', claim.place?.name ?? null)}
${claim.roles.length > 0 ? fact('Parties', html`<ul>${claim.roles.map((r) => roleItem(r, context))}</ul>`) : ''}
${fact('By the word of', html`<ol class="chain">${claim.attribution.map((l) => chainLink(l, context))}</ol>`, `${QUOTED[claim.quoted]}${claim.ofAnotherMind ? '; about another government’s mind' : ''}`)}
${fact('Found by', html`<span class="code">${claim.rule}</span> at <q>${claim.trigger.text}</q>`, `${Math.round(claim.confidence * 100)} % sure${claim.background ? '; told as background' : ''}`)}
</dl>`;
}

function dateList({ dates }: ExplainedClaim): Html {
  if (dates.length === 0) return html``;
  return html`<p class="small">Dates in these words:</p><ul class="dates">${dates.map((d) => html`<li><q>${d.text}</q> ${d.value ? html`${whenWords(d.value)} <span class="code">${d.value.edtf}</span> <span class="why">${d.value.reason}</span>` : html`<span class="unknown">no stretch of the calendar</span>`}</li>`)}</ul>`;
}

function claimBlock(explained: ExplainedClaim, context: Making, withFacts: { readonly facts: boolean }): Html {
  const { claim, reading } = explained;
  const { report } = reading;
  const rest = claim.evidence.slice(1);
  return html`<article class="claim" id="${claim.id}">
<blockquote>${sentenceOf(claim)}</blockquote>
${rest.map((e) => html`<blockquote class="also">${e.quote}</blockquote>`)}
<p class="from"><a href="${sentencePath(report.id, claim)}">${report.headline ?? report.source}</a>, ${report.outlet ?? 'outlet not stated'}${report.agency ? ` (${report.agency})` : ''}, published ${report.published ? whenWords(report.published) : 'on a day not stated'}</p>
${dateList(explained)}
${withFacts.facts ? html`<details><summary>How it was read</summary>${facts(claim, context)}</details>` : ''}
</article>`;
}

function version(entry: Entry): Html {
  return html`<li><time datetime="${entry.recorded}">${dayWords(entry.recorded.slice(0, 10))}, ${entry.recorded.slice(11, 16)} UTC</time>: ${entry.standing}, ${entry.claims.length} ${entry.claims.length === 1 ? 'claim' : 'claims'}. ${entry.standingWhy} <span class="code">rules ${entry.rulesVersion.slice(0, 12)}</span></li>`;
}

function pairLinks(claim: Claim, context: DeskContext): Html {
  const codes = [...new Set([...claim.actors, ...claim.counterparts])].sort();
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b] as const)).slice(0, 6);
  return html`${pairs.map(([a, b]) => html` · <a href="${pairPath(a, b)}">${context.names.actor(a)} – ${context.names.actor(b)}</a>`)}`;
}

/** The page of an entry, or of a claim that no entry holds any more. */
export function entryPage(found: Explanation, context: Making): Html {
  const lead = found.entry?.lead ?? found.claims[0]?.claim;
  if (lead === undefined) return layout(context, { title: 'Entry', body: html`<h1>Entry without claims</h1>` });
  const shown = minute(lead, context.names);
  const [first, ...others] = found.claims;
  const body = html`<p class="crumb"><a href="/">Pairs</a>${pairLinks(lead, context)}</p>
<h1 class="act">${actWords(lead, context)}</h1>
<p class="under">${shown.when} · ${statusChip(lead.status)} · ${shown.word}</p>
${found.entry ? html`<p class="standing ${found.entry.standing}"><b>${found.entry.standing}</b> <span class="why">${found.entry.standingWhy}</span></p>` : html`<p class="notice" role="status">No current reading makes this claim; it is kept as it was recorded.</p>`}
<h2>The words</h2>
${first ? claimBlock(first, context, { facts: false }) : ''}
<h2>By whose word</h2>
${chainGraph(wordOf(found.claims), context, context.people)}
<h2>How it was read</h2>
${facts(lead, context)}
${others.length > 0 ? html`<h2>Other reports of it <span class="count">${others.length}</span></h2><p class="why">${found.entry?.groupedWhy ?? ''}</p>${others.map((o) => claimBlock(o, context, { facts: true }))}` : ''}
<h2>On record</h2>
<ol class="history">${found.history.map(version)}</ol>
${found.decisions.map((d) => html`<p>${d.by} decided to ${d.verdict} it: ${d.why}</p>`)}
<p class="small">Entry <span class="code">${found.entry?.id ?? '–'}</span>, claim <span class="code">${lead.id}</span>${first ? html`, <a href="${reportPath(first.reading.report.id)}">whole report</a>` : ''}</p>`;
  return layout(context, { title: shown.act, body });
}
