/** Persons whom reports name with an office, with a search over name, state and organ. */
import { html } from 'hono/html';
import { bare, capital } from '../../ledger/names.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { personPath, withQuery } from '../paths.ts';
import { type Post, postsOf, type StateCount } from '../posts.ts';
import type { Person } from '../roster.ts';
import { layout } from './layout.ts';
import { daysWords, officeWords, sideWords, tenseChip } from './post-words.ts';

export interface PeopleList {
  readonly filter: { readonly text: string; readonly state: string; readonly organ: string };
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly people: readonly Person[];
  /** What can be chosen. */
  readonly states: readonly StateCount[];
  readonly organs: readonly string[];
}

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;
}

function form({ filter, states, organs }: PeopleList, context: DeskContext): Html {
  const named = states
    .map((s) => ({ code: s.code, label: capital(bare(context.names.actor(s.code))), people: s.people }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return html`<form class="filter" method="get" action="/people" aria-label="Which people">
<p><label for="text">Name</label><input id="text" type="search" name="text" value="${filter.text}"></p>
<p><label for="state">State</label><select id="state" name="state">${option('', 'all', filter.state)}${named.map((s) => option(s.code, `${s.label} (${s.people})`, filter.state))}</select></p>
<p><label for="organ">Organ</label><select id="organ" name="organ">${option('', 'all', filter.organ)}${organs.map((o) => option(o, o, filter.organ))}</select></p>
<p class="buttons"><button type="submit">Show</button> <a href="/people">All</a></p>
</form>`;
}

function postLine(post: Post, context: DeskContext): Html {
  return html`<li>${officeWords(post)} <span class="side">${sideWords(post, context)}</span> ${tenseChip(post.tense)}</li>`;
}

function row(person: Person, context: DeskContext): Html {
  const days = person.evidence.flatMap((e) => e.day ?? []).sort();
  const reports = new Set(person.evidence.map((e) => e.report)).size;
  return html`<tr>
<th scope="row"><a href="${personPath(person.slug)}">${person.name}</a>${person.also.length > 0 ? html`<span class="why">also ${person.also.join(', ')}</span>` : ''}</th>
<td><ul class="posts">${postsOf(person.evidence).map((p) => postLine(p, context))}</ul></td>
<td class="when">${daysWords({ first: days[0] ?? null, last: days.at(-1) ?? null })}</td>
<td class="number">${reports}</td>
</tr>`;
}

/** The page of all persons. */
export function peoplePage(shown: PeopleList, context: DeskContext): Html {
  const { filter, page, pages, total } = shown;
  const step = (to: number): string => withQuery('/people', { ...filter, page: String(to) });
  const steps = html`<nav class="steps" aria-label="Pages of the list">${page > 1 ? html`<a rel="prev" href="${step(page - 1)}">Before</a>` : ''} <span>page ${page} of ${pages}</span> ${page < pages ? html`<a rel="next" href="${step(page + 1)}">After</a>` : ''}</nav>`;
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="People"><table class="people">
<thead><tr><th scope="col">Name</th><th scope="col">Posts as reported</th><th scope="col">In reports of</th><th scope="col" class="number">Reports</th></tr></thead>
<tbody>${shown.people.map((p) => row(p, context))}</tbody>
</table></div>`;
  const body = html`<h1>People <span class="count">${total}</span></h1>
<p class="counts">Whom reports name with an office, with what they call them; current and former are as of the report. <a href="/offices">Offices by state</a></p>
${form(shown, context)}
${total === 0 ? html`<p>No report names such a person with an office.</p>` : table}
${pages > 1 ? steps : ''}`;
  return layout(context, { title: 'People', at: 'people', body });
}
