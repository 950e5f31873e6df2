/** What every page of the desk works with, and the two forms in which each page can be had. */
import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Names } from '../ledger/names.ts';
import type { LedgerRead } from '../ledger/ports.ts';

/** A piece of a page, escaped already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface DeskContext {
  /** The desk only reads. */
  readonly ledger: LedgerRead;
  readonly names: Names;
  /** Tracks in the order of the rules. */
  readonly tracks: readonly string[];
  /** Address of the ledger, for the foot of the page. */
  readonly place: string;
}

/** True where the address ends in `.json`, or the client asks for JSON before HTML. */
function wantsJson(c: Context): boolean {
  if (new URL(c.req.url).pathname.endsWith('.json')) return true;
  const accept = c.req.header('accept') ?? '';
  const json = accept.indexOf('application/json');
  const html = accept.indexOf('text/html');
  return json >= 0 && (html < 0 || json < html);
}

/** The page, or what it shows as JSON. */
export async function answer<T extends object>(
  c: Context,
  shown: T,
  page: (shown: T) => Html,
  status: 200 | 400 | 404 = 200,
): Promise<Response> {
  c.header('vary', 'accept');
  if (wantsJson(c)) return c.json(shown, status);
  return c.html(await page(shown), status);
}
