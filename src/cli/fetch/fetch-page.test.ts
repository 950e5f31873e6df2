import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FetchLimits, fetchPage, LIMITS } from './fetch-page.ts';
import { isPublicAddress } from './public-address.ts';
import { robotsAllow } from './robots.ts';

let base = '';
let server: http.Server;
const LOCAL: FetchLimits = { ...LIMITS, permits: () => true, milliseconds: 2_000, largest: 100_000 };

const PAGES: Record<string, (response: http.ServerResponse) => void> = {
  '/robots.txt': (r) => r.end('User-agent: *\nDisallow: /secret\n'),
  '/page': (r) => r.setHeader('content-type', 'text/html').end('<p>Ruta met Okafor.</p>'),
  '/moved': (r) => r.writeHead(302, { location: '/page' }).end(),
  '/loop': (r) => r.writeHead(302, { location: '/loop' }).end(),
  '/inside': (r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  '/file': (r) => r.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/secret/page': (r) => r.end('no'),
  '/slow': () => undefined,
  '/bomb': (r) => r.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
};

beforeAll(async () => {
  server = http.createServer((q, r) => (PAGES[q.url ?? ''] ?? ((x) => x.writeHead(404).end()))(r));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const codeOf = (result: object): string => ('code' in result ? String(result.code) : 'fetched');

describe('fetchPage', () => {
  it('fetches a page, also behind a redirect', async () => {
    const found = await fetchPage(`${base}/moved`, LOCAL);
    expect(found).toMatchObject({ url: `${base}/page`, mediaType: 'text/html' });
  });

  it.each([
    ['/secret/page', 'FETCH-003'],
    ['/nowhere', 'FETCH-004'],
    ['/loop', 'FETCH-006'],
    ['/file', 'FETCH-001'],
    ['/bomb', 'FETCH-008'],
  ])('refuses %s with %s', async (path, code) => {
    expect(codeOf(await fetchPage(base + path, LOCAL))).toBe(code);
  });

  it('gives up on a page that does not come', async () => {
    expect(codeOf(await fetchPage(`${base}/slow`, { ...LOCAL, milliseconds: 200 }))).toBe('FETCH-007');
  });

  it('refuses this machine, directly, by name and behind a redirect', async () => {
    expect(codeOf(await fetchPage(`${base}/page`))).toBe('FETCH-002');
    expect(codeOf(await fetchPage('http://localhost:1/'))).toBe('FETCH-002');
    expect(codeOf(await fetchPage('http://[::1]/'))).toBe('FETCH-002');
    let asked = 0;
    const onlyFirst = { ...LOCAL, permits: () => asked++ < 2 };
    expect(codeOf(await fetchPage(`${base}/inside`, onlyFirst))).toBe('FETCH-002');
  });

  it('refuses what is not a web address', async () => {
    for (const bad of ['ftp://example.org/a', 'file:///etc/passwd', 'no address']) {
      expect(codeOf(await fetchPage(bad, LOCAL))).toBe('FETCH-001');
    }
  });
});

describe('isPublicAddress', () => {
  it.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00::1',
    'x',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['8.8.8.8', '2606:4700::1111'])('allows %s', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('robotsAllow', () => {
  const robots =
    'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /a\nAllow: /a/b$\nDisallow: /*.pdf$ # papers\n';
  it.each([
    ['/', true],
    ['/a', false],
    ['/a/b', true],
    ['/a/b/c', false],
    ['/x.pdf', false],
    ['/x.pdf?y', true],
  ])('%s: %s', (path, allowed) => expect(robotsAllow(robots, 'verbale', path)).toBe(allowed));
});
