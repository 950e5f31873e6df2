/** One person: the posts reports gave them over time, each with the words that say so. */
import { html } from 'hono/html';
import { dayWords } from '../../ledger/day-words.ts';
import { capital } from '../../ledger/names.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { officesPath, personPath, rolePath } from '../paths.ts';
import type { Post } from '../posts.ts';
import type { Evidence, Person } from '../roster.ts';
import { layout } from './layout.ts';
import { daysWords, officeWords, sideWords, tenseChip } from './post-words.ts';

/** A role with the words of the report that give it. */
export type EvidenceWords = Evidence & { readonly words: string };

export interface ShownPerson extends Omit<Person, 'evidence'> {
  readonly evidence: readonly EvidenceWords[];
  readonly posts: readonly Post[];
  /** Others of the same name that reports place elsewhere. */
  readonly namesakes: readonly Pick<Person, 'slug' | 'name' | 'code'>[];
}

function postRow(post: Post, context: DeskContext): Html {
  return html`<tr><th scope="row">${officeWords(post)}</th><td>${sideWords(post, context)}</td><td>${tenseChip(post.tense)}</td><td class="when">${daysWords(post)}</td><td class="number">${post.reports}</td></tr>`;
}

function postTable(posts: readonly Post[], context: DeskContext): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Posts"><table class="people posts-table">
<thead><tr><th scope="col">Office</th><th scope="col">State and organ</th><th scope="col">Held</th><th scope="col">In reports of</th><th scope="col" class="number">Reports</th></tr></thead>
<tbody>${posts.map((p) => postRow(p, context))}</tbody></table></div>`;
}

function evidenceItem(e: EvidenceWords, context: DeskContext): Html {
  return html`<li>
<span class="when">${e.day ? dayWords(e.day) : 'day not known'}</span>
<div><q>${e.words.replace(/\s+/g, ' ')}</q> ${tenseChip(e.role.tense)}
<span class="why">${officeWords(e.role)}; ${sideWords(e.role, context)}. <a href="${rolePath(e.report, e.role)}">${e.title}</a>${e.outlet ? `, ${e.outlet}` : ''} <span class="code">${e.role.rule}</span></span></div>
</li>`;
}

function namesakeLine({ namesakes }: ShownPerson, context: DeskContext): Html {
  if (namesakes.length === 0) return html``;
  const links = namesakes.map((n, i) => {
    const side = n.code ? context.names.actor(n.code) : 'no state';
    return html`${i > 0 ? ', ' : ''}<a href="${personPath(n.slug)}">${n.name} (${side})</a>`;
  });
  return html`<p class="notice">Reports give the same name to ${links}. They are kept apart, as nothing says that it is one person.</p>`;
}

/** The page of a person. */
export function personPage(shown: ShownPerson, context: DeskContext): Html {
  const { name, also, code } = shown;
  const surname = name.split(/\s+/).at(-1) ?? name;
  const state = code ? html` · <a href="${officesPath(code)}">Offices of ${context.names.actor(code)}</a>` : '';
  const body = html`<p class="crumb"><a href="/people">People</a>${state}</p>
<h1>${name}${code ? html` <span class="count">${capital(context.names.actor(code))}</span>` : ''}</h1>
${also.length > 0 ? html`<p class="under">Also printed as ${also.join(', ')}.</p>` : ''}
${namesakeLine(shown, context)}
<h2>Posts as reported</h2>
${postTable(shown.posts, context)}
<p class="small count">Days are those of the reports that say so, not of taking or leaving office; current and former are as of the report.</p>
<h2>The words <span class="count">${shown.evidence.length}</span></h2>
<ol class="told">${shown.evidence.map((e) => evidenceItem(e, context))}</ol>
<p><a href="/search?text=${encodeURIComponent(surname)}">Entries and reports that hold “${surname}”</a></p>`;
  return layout(context, { title: name, at: 'people', body });
}
