/** What keeps the desk private: only this machine asks, only reading is possible, nothing is fetched from elsewhere. */
import type { MiddlewareHandler } from 'hono';

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
};

/** Refuses other methods than reading, and names that a foreign page could have pointed at this machine. */
export const keepPrivate: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(c.req.url);
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  if (!LOCAL_HOSTS.has(hostname)) return c.text('The desk answers only to 127.0.0.1 and localhost.\n', 403);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    return c.text('The desk only reads.\n', 405, { allow: 'GET, HEAD' });
  // No name or word holds a NUL, and one of the databases refuses it.
  if (c.req.url.includes('%00')) return c.text('The address holds a sign that stands in no name.\n', 400);
  await next();
};
