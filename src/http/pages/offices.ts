/** The offices of a state with their holders, as reports named them. */
import { html } from 'hono/html';
import { fold } from '../../actors/fold.ts';
import { bare, capital } from '../../ledger/names.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { personPath } from '../paths.ts';
import type { Post, StateCount } from '../posts.ts';
import { layout } from './layout.ts';
import { daysWords, officeWords, tenseChip } from './post-words.ts';

/** A post with who holds it. */
export interface HeldPost extends Post {
  readonly slug: string;
  readonly name: string;
}

export interface Offices {
  readonly state: string;
  readonly states: readonly StateCount[];
  readonly posts: readonly HeldPost[];
}

/** One office: its name once, then its holders, the one reported last first. */
function officeRows(held: readonly HeldPost[]): Html {
  const newest = held.toSorted((a, b) => ((a.last ?? '') < (b.last ?? '') ? 1 : -1));
  return html`${newest.map((p, i) => html`<tr>${i === 0 ? html`<th scope="rowgroup" rowspan="${held.length}">${officeWords(p)}</th>` : ''}<td><a href="${personPath(p.slug)}">${p.name}</a></td><td>${tenseChip(p.tense)}</td><td class="when">${daysWords(p)}</td><td class="number">${p.reports}</td></tr>`)}`;
}

function organTable(organ: string, posts: readonly HeldPost[]): Html {
  const title = organ === '' ? 'Organ not told' : capital(organ);
  const offices = [...Map.groupBy(posts, (p) => fold(p.office ?? ''))].sort(([a], [b]) => (a < b ? -1 : 1));
  return html`<section class="group"><h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="people offices">
<thead><tr><th scope="col">Office</th><th scope="col">Holder</th><th scope="col">Held</th><th scope="col">In reports of</th><th scope="col" class="number">Reports</th></tr></thead>
${offices.map(([, held]) => html`<tbody>${officeRows(held)}</tbody>`)}
</table></div></section>`;
}

function stateForm({ state, states }: Offices, context: DeskContext): Html {
  const options = states
    .map((s) => ({ ...s, label: capital(bare(context.names.actor(s.code))) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return html`<form class="filter" method="get" action="/offices" aria-label="Which state">
<p><label for="state">State or organisation</label><select id="state" name="state">${options.map((s) => html`<option value="${s.code}"${s.code === state ? html` selected` : ''}>${s.label} (${s.people})</option>`)}</select></p>
<p class="buttons"><button type="submit">Show</button> <a href="/people">All people</a></p>
</form>`;
}

/** The page of offices. */
export function officesPage(shown: Offices, context: DeskContext): Html {
  const organs = [...Map.groupBy(shown.posts, (p) => p.organ ?? '')].sort(([a], [b]) => (a < b ? -1 : 1));
  const side = shown.state === '' ? '' : ` of ${context.names.actor(shown.state)}`;
  const body = html`<p class="crumb"><a href="/people">People</a></p>
<h1>Offices${side} <span class="count">as reported</span></h1>
${stateForm(shown, context)}
${organs.length === 0 ? html`<p>No report names a holder of an office here.</p>` : organs.map(([organ, posts]) => organTable(organ, posts))}`;
  return layout(context, { title: `Offices${side}`, at: 'people', body });
}
