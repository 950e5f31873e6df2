/** Our own quotation benchmark: cue, content and speaker of invented sentences in 23 patterns, one of them sentences without speech. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps, type Span, type Utterance } from '../src/model/index.ts';
import type { EvalRow } from './row.ts';
import { type Page, readSpeech } from './speech-reading.ts';

const GOLD = join(import.meta.dirname, 'gold', 'quotations.jsonl');

interface GoldUtterance {
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: string;
  readonly via?: string;
}

export interface QuotationCase {
  readonly id: string;
  readonly pattern: string;
  readonly text: string;
  /** The text is a headline, not a body. */
  readonly headline?: true;
  readonly utterances: readonly GoldUtterance[];
}

/** Right, found by us, and there in the gold: of cues, contents and speakers together. */
interface Tally {
  right: number;
  found: number;
  gold: number;
}

const PARTS = ['cue', 'content', 'speaker'] as const;

export function benchmarkCases(): QuotationCase[] {
  const lines = readFileSync(GOLD, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as QuotationCase);
}

/** One row for the whole and one for each part; `show` prints the cases that are not right. */
export function benchmark(show: boolean): EvalRow[] {
  const cases = benchmarkCases();
  const parts = new Map(PARTS.map((p) => [p, emptyTally()]));
  const patterns = new Map<string, Tally>();
  for (const item of cases) {
    const ours = readSpeech(pageOf(item)).utterances;
    const wrong = score(item, ours, parts, tallyOf(patterns, item.pattern));
    if (show && wrong.length > 0) printCase(item, ours, wrong);
  }
  const all = sum([...parts.values()]);
  const set = `quotations, ours (${cases.length} cases)`;
  if (show) for (const [name, tally] of patterns) process.stdout.write(`${name}: F1 ${f1(tally).toFixed(3)}\n`);
  return [
    { set, measure: 'F1', value: f1(all) },
    ...PARTS.map((p) => ({ set, measure: `${p} F1`, value: f1(parts.get(p)!) })),
  ];
}

function pageOf({ text, headline }: QuotationCase): Page {
  return headline ? { text, blocks: [{ start: 0, end: text.length, kind: 'headline' }] } : { text };
}

function emptyTally(): Tally {
  return { right: 0, found: 0, gold: 0 };
}

function tallyOf(map: Map<string, Tally>, key: string): Tally {
  const known = map.get(key) ?? emptyTally();
  map.set(key, known);
  return known;
}

function f1(t: Tally): number {
  return t.found + t.gold === 0 ? 1 : (2 * t.right) / (t.found + t.gold);
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, t) => ({ right: a.right + t.right, found: a.found + t.found, gold: a.gold + t.gold }),
    emptyTally(),
  );
}

/** Pairs utterances by cue, else by content; what we found beyond the gold counts against us. */
function score(
  item: QuotationCase,
  ours: readonly Utterance[],
  parts: Map<(typeof PARTS)[number], Tally>,
  pattern: Tally,
): string[] {
  const wrong: string[] = [];
  const used = new Set<Utterance>();
  const groups = item.utterances.map((gold) => {
    const near = ours.filter((u) => !used.has(u) && u.content.length > 0 && sameCue(gold, u));
    for (const u of near) used.add(u);
    return near;
  });
  const add = (part: (typeof PARTS)[number], right: number, found: number, gold: number): void => {
    for (const t of [parts.get(part)!, pattern]) {
      t.right += right;
      t.found += found;
      t.gold += gold;
    }
  };
  item.utterances.forEach((gold, i) => {
    const near = groups[i]!;
    const found = near.length > 0 ? 1 : 0;
    const right = {
      cue: found === 1,
      content: found === 1 && sameContent(item.text, gold, near),
      speaker: found === 1 && sameSpeaker(gold, near[0]!),
    };
    for (const part of PARTS) {
      add(part, right[part] ? 1 : 0, found, 1);
      if (!right[part]) wrong.push(part);
    }
  });
  for (const u of ours) {
    if (used.has(u) || u.content.length === 0 || u.deed) continue;
    for (const part of PARTS) add(part, 0, 1, 0);
    wrong.push('extra');
  }
  return wrong;
}

function sameCue(gold: GoldUtterance, u: Utterance): boolean {
  return gold.cue.some((c) => overlaps(c, u.cue));
}

/** The words said are the same, but for at most one in ten. */
function sameContent(text: string, gold: GoldUtterance, near: readonly Utterance[]): boolean {
  const want = wordStarts(text, gold.content);
  const have = wordStarts(
    text,
    near.flatMap((u) => u.content),
  );
  const both = [...want].filter((w) => have.has(w)).length;
  return both / Math.max(1, want.size + have.size - both) >= 0.9;
}

function wordStarts(text: string, spans: readonly Span[]): Set<number> {
  const out = new Set<number>();
  for (const s of spans)
    for (const m of text.slice(s.start, s.end).matchAll(/[\p{L}\p{N}]+/gu)) out.add(s.start + m.index);
  return out;
}

/** The name or description of our first link has no other words than the gold's, and its main word; a chain names its outlet too. */
function sameSpeaker(gold: GoldUtterance, u: Utterance): boolean {
  const [link] = u.chain;
  const want = words(gold.speaker);
  const have = words(link.name ?? link.role ?? '');
  const shared = have.filter((w) => want.includes(w)).length;
  const named = have.length > 0 && (shared / have.length >= 0.6 || want.every((w) => have.includes(w)));
  const via =
    gold.via === undefined ||
    u.chain.some((l) => words(`${l.name ?? ''} ${l.role ?? ''}`).some((w) => words(gold.via!).includes(w)));
  return named && via;
}

function words(text: string): string[] {
  const all =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return all.filter((w) => !/^(?:the|a|an|s|of|in|at|mr)$/.test(w));
}

function printCase(item: QuotationCase, ours: readonly Utterance[], wrong: readonly string[]): void {
  const at = (spans: readonly Span[]): string => spans.map((s) => item.text.slice(s.start, s.end)).join(' / ');
  process.stdout.write(`${item.id} ${item.pattern} [${wrong.join(' ')}] ${item.text}\n`);
  for (const g of item.utterances) process.stdout.write(`    gold ${at(g.cue)} | ${at(g.content)} | ${g.speaker}\n`);
  for (const u of ours) {
    const chain = u.chain.map((l) => `${l.link}:${l.name ?? ''}/${l.role ?? ''}`).join(' > ');
    process.stdout.write(`    ours ${at([u.cue])} | ${at(u.content)} | ${chain} (${u.verb}, ${u.quoted})\n`);
  }
}
