/** Addresses of the desk's pages. */
import type { Claim, Span } from '../model/index.ts';

/** The pair's page, whichever party is named first. */
export function pairPath(a: string, b: string): string {
  return `/pairs/${[a, b].sort().map(encodeURIComponent).join('-')}`;
}

export function entryPath(id: string): string {
  return `/entries/${encodeURIComponent(id)}`;
}

export function reportPath(id: string): string {
  return `/reports/${encodeURIComponent(id)}`;
}

/** The place of a claim's sentence in the text view. */
export function sentencePath(report: string, claim: Pick<Claim, 'id'>): string {
  return `${reportPath(report)}#s-${claim.id}`;
}

/** A person's page, by the last part of its address. */
export function personPath(slug: string): string {
  return `/people/${encodeURIComponent(slug)}`;
}

/** The offices of a state. */
export function officesPath(code: string): string {
  return withQuery('/offices', { state: code });
}

/** The place in the text view where a report gives somebody a role. */
export function rolePath(report: string, role: Pick<Span, 'start'>): string {
  return `${reportPath(report)}#p-${role.start}`;
}

/** A report's sentences as trees: all of them, the one with a number, or the one that holds a place of the text. */
export function sentencesPath(report: string, which: { readonly n?: number; readonly at?: number } = {}): string {
  const path = `${reportPath(report)}/sentences`;
  if (which.n !== undefined) return `${path}/${which.n}`;
  return which.at === undefined ? path : withQuery(path, { at: String(which.at) });
}

/** The page of a list that an address asks for; the first where it asks for none or nonsense. */
export function pageNumber(asked: string | undefined): number {
  return Math.max(1, Math.min(1e6, Number.parseInt(asked ?? '1', 10) || 1));
}

/** The same address with other values in its query; empty ones are left out. */
export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
