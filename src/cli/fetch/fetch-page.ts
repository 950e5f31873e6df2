/** An address in, its bytes out, behind a guard: public http(s) only, at every redirect; bounded in size and time. */
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Problem } from '../../model/index.ts';
import { problem } from '../../problems.ts';
import { isPublicAddress } from './public-address.ts';
import { robotsAllow } from './robots.ts';

export interface Fetched {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
}

export interface FetchLimits {
  /** Whether an address may be talked to; replaced only by tests, which serve from this machine. */
  readonly permits: (address: string) => boolean;
  /** Bytes after decompression. */
  readonly largest: number;
  readonly milliseconds: number;
  readonly redirects: number;
}

export const LIMITS: FetchLimits = {
  permits: isPublicAddress,
  largest: 20 * 1024 * 1024,
  milliseconds: 30_000,
  redirects: 5,
};

const AGENT = 'verbale';

/** Refusals travel as exceptions inside this file only, so that streams can be torn down in one place. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.message);
    this.problem = refused;
  }
}

const refuse = (code: string, params: Record<string, string>): never => {
  throw new Refusal(problem(code, params));
};

/** Fetches a page, respecting robots.txt. Every refusal is a problem that says why. */
export async function fetchPage(address: string, limits: FetchLimits = LIMITS): Promise<Fetched | Problem> {
  try {
    const url = checked(address);
    await askRobots(url, limits);
    return await follow(url, limits, limits.redirects);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return problem('FETCH-005', { url: address, why });
  }
}

function checked(address: string): URL {
  if (!URL.canParse(address)) return refuse('FETCH-001', { url: address });
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('FETCH-001', { url: address });
  return url;
}

async function askRobots(url: URL, limits: FetchLimits): Promise<void> {
  let robots: string;
  try {
    const found = await follow(new URL('/robots.txt', url), { ...limits, largest: 1024 * 1024 }, limits.redirects);
    robots = new TextDecoder().decode(found.bytes);
  } catch (error) {
    // A site without robots.txt allows everything; a private address stays refused.
    if (error instanceof Refusal && error.problem.code !== 'FETCH-004') throw error;
    return;
  }
  if (!robotsAllow(robots, AGENT, url.pathname + url.search)) refuse('FETCH-003', { url: url.href });
}

async function follow(url: URL, limits: FetchLimits, redirects: number): Promise<Fetched> {
  const response = await request(url, limits);
  const status = response.statusCode ?? 0;
  const location = response.headers.location;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    if (redirects === 0) refuse('FETCH-006', { url: url.href, n: String(limits.redirects) });
    return follow(checked(new URL(location, url).href), limits, redirects - 1);
  }
  if (status !== 200) {
    response.destroy();
    refuse('FETCH-004', { url: url.href, status: String(status) });
  }
  const bytes = await collect(response, url, limits);
  return { url: url.href, bytes, mediaType: response.headers['content-type'] ?? null };
}

function request(url: URL, limits: FetchLimits): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up, so it is checked here.
  if (isIP(host) !== 0 && !limits.permits(host)) refuse('FETCH-002', { url: url.href });
  const client = url.protocol === 'https:' ? https : http;
  const headers = {
    'user-agent': `${AGENT} (reads one page on request)`,
    'accept-encoding': 'gzip, deflate, br',
    accept: 'text/html, */*;q=0.5',
  };
  return new Promise((resolve, reject) => {
    const call = client.get(url, {
      headers,
      lookup: guardedLookup(url, limits),
      signal: AbortSignal.timeout(limits.milliseconds),
    });
    call.on('response', resolve);
    call.on('error', (e) => reject(e.name === 'AbortError' ? tooSlow(url, limits) : e));
  });
}

/** The connection goes to the very address that was checked, so a name cannot change its meaning in between. */
function guardedLookup(url: URL, limits: FetchLimits): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as { address: string; family: number }[];
      const allowed = addresses.filter((a) => limits.permits(a.address));
      const first = allowed[0];
      if (error) return callback(error, '', 0);
      if (first === undefined || allowed.length < addresses.length) {
        return callback(new Refusal(problem('FETCH-002', { url: url.href })), '', 0);
      }
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

function tooSlow(url: URL, limits: FetchLimits): Refusal {
  return new Refusal(problem('FETCH-007', { url: url.href, seconds: String(limits.milliseconds / 1000) }));
}

async function collect(response: http.IncomingMessage, url: URL, limits: FetchLimits): Promise<Uint8Array> {
  const unpack = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    response.headers['content-encoding'] ?? ''
  ];
  const stream = unpack === undefined ? response : response.pipe(unpack());
  if (stream !== response) response.on('error', (e) => stream.destroy(e));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      // Counted after unpacking: a small packed page may hide a huge one.
      if (size > limits.largest)
        refuse('FETCH-008', { url: url.href, size: `${Math.round(limits.largest / 1_048_576)} MB` });
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw (error as Error).name === 'AbortError' ? tooSlow(url, limits) : error;
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}
