/** What every page of the desk works with, and the two forms in which each page can be had. */
import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Names } from '../ledger/names.ts';
import type { LedgerRead } from '../ledger/ports.ts';
import type { Report, Sentence } from '../model/index.ts';
import type { Roster } from './roster.ts';

/** A piece of a page, escaped already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Parses a report at this moment; sentences are not kept in a ledger. */
export type ParseReport = (report: Pick<Report, 'id' | 'text' | 'blocks'>) => Promise<readonly Sentence[]>;

/** What a desk is opened over. */
export interface DeskSetup {
  /** The desk only reads. */
  readonly ledger: LedgerRead;
  readonly names: Names;
  /** Tracks in the order of the rules. */
  readonly tracks: readonly string[];
  /** Address of the ledger, for the foot of the page. */
  readonly place: string;
  /** Without it the text view offers no trees. */
  readonly parse?: ParseReport;
}

export interface DeskContext extends DeskSetup {
  /** The persons reports name, up to date. */
  roster(): Promise<Roster>;
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
