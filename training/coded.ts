/**
 * Reports with what a coder read in them, for the training of claims and tracks. A source is a `.tsv` file of labelled short reports
 * (see claims/README.md), a folder with `texts/` and `gold.json`, or a `.jsonl` file of page bodies that nobody coded.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { read, readClaims, rules } from '../eval/claims-reading.ts';
import { readReports } from '../src/clean/read.ts';
import type { Reading } from '../src/model/index.ts';

export interface CodedReport {
  readonly id: string;
  readonly reading: Reading;
  readonly items: readonly CodedItem[];
  /** Whether a coder went through it. */
  readonly coded: boolean;
}

/** One entry of a coder, with the other values held for as good where there are any. */
export interface CodedItem {
  readonly kind: string;
  readonly plover: string | null;
  readonly status: string;
  readonly track: string | null;
  readonly actors: readonly string[];
  readonly counterparts: readonly string[];
  /** Where the text tells it; empty where its words are not in what was kept of the page. */
  readonly spans: readonly Span[];
  readonly [more: string]: unknown;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All reports of a source, read with this package. */
export async function* codedReports(source: string): AsyncGenerator<CodedReport> {
  if (source.endsWith('.tsv')) yield* fromLines(source);
  else if (source.endsWith('.jsonl')) yield* fromBodies(source);
  else yield* fromGold(source);
}

/** `# id, day, states, headline`, then a sentence and its labels on each line. */
function* fromLines(path: string): Generator<CodedReport> {
  for (const report of readFileSync(path, 'utf8').split(/^# /m).slice(1)) {
    const [head = '', ...lines] = report.split('\n').filter((line) => line.trim() !== '');
    const [id = '', published = '', , headline = ''] = head.split('\t');
    const told = lines.map((line) => line.split('\t'));
    const reading = readClaims({ headline, body: told.map(([sentence]) => sentence).join(' '), published });
    let at = headline.length + 2;
    const items = told.flatMap(([sentence = '', ...labels]) => {
      const span = { start: at, end: at + sentence.length };
      at = span.end + 1;
      return labels.filter((l) => l.includes('/')).map((label) => itemOf(label, span));
    });
    yield { id, reading, items, coded: true };
  }
}

/** Bodies of pages of all sorts, `{url, gold}` on each line. */
function* fromBodies(path: string): Generator<CodedReport> {
  for (const line of readFileSync(path, 'utf8').split('\n').filter((l) => l !== '')) {
    const { url, gold } = JSON.parse(line) as { url: string; gold: string };
    yield { id: url, reading: readClaims({ body: gold }), items: [], coded: false };
  }
}

/** `kind/CLASS/status/ACTORS>COUNTERPARTS/track`. */
function itemOf(label: string, span: Span): CodedItem {
  const [kind = '', plover = '', status = '', parties = '', track = ''] = label.split('/');
  const [actors = [], counterparts = []] = parties.split('>').map((codes) => codes.split(',').filter((c) => c !== ''));
  return { kind, plover: plover === 'none' ? null : plover, status, track, actors, counterparts, essential: true, spans: [span] };
}

interface Gold {
  readonly id: string;
  readonly items: readonly (Omit<CodedItem, 'spans'> & {
    readonly evidence_phrase: string;
    readonly evidence_also?: readonly string[];
  })[];
}

async function* fromGold(folder: string): AsyncGenerator<CodedReport> {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold[];
  for (const source of readdirSync(join(folder, 'texts')).sort()) {
    const id = parse(source).name;
    const coded = gold.find((g) => g.id === id)?.items ?? [];
    for await (const { value, problems } of readReports(readFileSync(join(folder, 'texts', source)), { source }, rules)) {
      const folded = folding(value.text);
      const items = coded.map((item) => ({
        ...item,
        spans: [item.evidence_phrase, ...(item.evidence_also ?? [])].flatMap((phrase) => occurrences(folded, phrase)),
      }));
      yield { id, reading: read(value, problems), items: items as CodedItem[], coded: true };
    }
  }
}

interface Folded {
  readonly text: string;
  /** Offset in the text as it stands of each character of the folded one. */
  readonly back: readonly number[];
}

/** A text with white space, marks and case made alike. */
function folding(raw: string): Folded {
  const back: number[] = [];
  let text = '';
  for (let at = 0; at < raw.length; at++) {
    const c = (ALIKE.get(raw[at]!) ?? raw[at]!).toLowerCase();
    const space = c.trim() === '';
    if (space && (text === '' || text.endsWith(' '))) continue;
    text += space ? ' ' : c;
    for (let n = 0; n < (space ? 1 : c.length); n++) back.push(at);
  }
  return { text, back };
}

const ALIKE: ReadonlyMap<string, string> = new Map([...`‘'’'“"”"–-—-`.matchAll(/(.)(.)/g)].map(([, from, to]) => [from!, to!]));

function occurrences({ text, back }: Folded, phrase: string): Span[] {
  const sought = folding(phrase).text.trim();
  const out: Span[] = [];
  for (let at = text.indexOf(sought); sought !== '' && at >= 0; at = text.indexOf(sought, at + 1)) {
    out.push({ start: back[at]!, end: back[at + sought.length - 1]! + 1 });
  }
  return out;
}
