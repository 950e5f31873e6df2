/** A post in, words of a page out. */
import { html } from 'hono/html';
import { dayWords } from '../../ledger/day-words.ts';
import { capital } from '../../ledger/names.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import type { Post } from '../posts.ts';

export function officeWords(post: Pick<Post, 'office'>): Html {
  return post.office ? html`${capital(post.office)}` : html`<span class="unknown">office not told</span>`;
}

/** State and organ: "Russia, foreign ministry". */
export function sideWords(post: Pick<Post, 'code' | 'organ'>, context: DeskContext): Html {
  const state = post.code ? capital(context.names.actor(post.code)) : null;
  const words = [state, post.organ].filter(Boolean).join(', ');
  return words ? html`${words}` : html`<span class="unknown">not told</span>`;
}

/** Whether the office is held, was held, or will be. */
export function tenseChip(tense: Post['tense']): Html {
  return html`<span class="tense ${tense}">${tense}</span>`;
}

/** The days of the reports, not the days of the office, which reports seldom tell. */
export function daysWords(post: Pick<Post, 'first' | 'last'>): Html {
  if (post.first === null || post.last === null) return html`<span class="unknown">no day known</span>`;
  if (post.first === post.last) return html`${dayWords(post.first)}`;
  return html`${dayWords(post.first)} to ${dayWords(post.last)}`;
}
