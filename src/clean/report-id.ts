/** Identity of a report: the same bytes give the same id. */
import { createHash } from 'node:crypto';

/** `r` and the first 24 hex digits of SHA-256 over the source bytes (a string counts as its UTF-8 bytes). */
export function reportId(source: Uint8Array | string): string {
  return `r${createHash('sha256').update(source).digest('hex').slice(0, 24)}`;
}
