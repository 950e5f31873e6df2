/** The desk's own style sheet and script, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';

const FOLDER = join(import.meta.dirname, 'assets');

const ASSETS = [
  ['desk.css', 'text/css; charset=utf-8'],
  ['desk.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
] as const;

/** Serves the assets below `/assets/`. */
export function serveAssets(app: Hono): void {
  for (const [name, type] of ASSETS) {
    const body = readFileSync(join(FOLDER, name), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type }));
  }
}
