/** Addresses of the desk's pages. */
import type { Claim } from '../model/index.ts';

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
