/** Quotation and attribution: our own benchmark, the retold reports and the developers' reports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attribution, attributionOf, type Block, type Span } from '../src/model/index.ts';
import type { EvalResult, EvalRow } from './row.ts';
import { benchmark } from './speech-benchmark.ts';
import { type Page, readSpeech, type Speech } from './speech-reading.ts';

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data');

interface GoldLink {
  readonly link: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly state: string | null;
}

interface GoldItem {
  readonly id: string;
  readonly evidence_phrase: string;
  readonly speaker?: {
    readonly name: string | null;
    readonly role: string | null;
    readonly state: string | null;
  } | null;
  readonly via?: readonly string[];
  readonly attribution?: readonly GoldLink[];
  readonly quoted?: string;
}

interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly published: string | { readonly edtf: string } | null;
  readonly items: readonly GoldItem[];
  readonly page?: {
    readonly dateline: string | null;
    readonly headline_lines: readonly number[];
    readonly body_lines: readonly number[];
  };
}

/** One coded item with what we answer for its evidence phrase. */
interface Answer {
  readonly report: string;
  readonly item: GoldItem;
  readonly ours: Attribution;
  /** What the simplest reader would say: the state of the first actor named in the sentence. */
  readonly firstNamed: string | null;
}

/** `npm run eval -- speech --show` prints the items whose speaker is wrong. */
export async function run(args: readonly string[] = []): Promise<EvalResult> {
  const show = args.includes('--show');
  const out: (EvalRow | { set: string; skipped: string })[] = [...benchmark(show)];
  for (const set of ['retold', 'dev-reports']) {
    const folder = join(DATA, set);
    if (!existsSync(folder)) {
      out.push({ set: `speech, ${set}`, skipped: `no ../shared/data/${set} beside the checkout` });
      continue;
    }
    const answers = answersOf(folder, set);
    if (show) for (const a of answers) print(a);
    out.push(...(set === 'retold' ? retoldRows(answers) : devRows(answers)));
  }
  return out;
}

function answersOf(folder: string, set: string): Answer[] {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as GoldReport[];
  return gold.flatMap((report) => {
    const text = readFileSync(join(folder, 'texts', `${report.id}.txt`), 'utf8');
    const speech = readSpeech(pageOf(report, text, set));
    return report.items.map((item) => {
      const place = placeOf(text, item.evidence_phrase, speech.report.blocks);
      const ours = attributionOf(speech.utterances, place);
      return { report: report.id, item, ours, firstNamed: firstNamed(speech, place) };
    });
  });
}

function firstNamed(speech: Speech, place: Span): string | null {
  const sentence = speech.sentences.findIndex((s) => s.start <= place.start && place.start < s.end);
  return speech.actors.find((m) => m.sentence === sentence && m.codes.length === 1)?.codes[0] ?? null;
}

function pageOf(report: GoldReport, text: string, set: string): Page {
  const published = typeof report.published === 'string' ? report.published : (report.published?.edtf ?? null);
  const day = published !== null && /^\d{4}-\d\d-\d\d$/.test(published) ? published : null;
  if (set !== 'retold' || report.page === undefined) {
    const start = text.indexOf('\n') + 1;
    return { text, published: day, blocks: [{ start, end: text.length, kind: 'body' }] };
  }
  return { text, published: day, dateline: report.page.dateline, blocks: blocksOf(text, report.page) };
}

function blocksOf(text: string, page: NonNullable<GoldReport['page']>): Block[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  const at = (n: number): Span => lines[n - 1]!;
  const block =
    (kind: Block['kind']) =>
    (n: number): Block => ({ ...at(n), kind });
  return [...page.headline_lines.map(block('headline')), ...page.body_lines.map(block('body'))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Where the phrase stands, in a block of the body if it can. White space and marks may differ. */
function placeOf(text: string, phrase: string, blocks: readonly Block[]): Span {
  const pattern = new RegExp(
    phrase
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
    'gi',
  );
  const places = [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const body = places.find((p) => blocks.some((b) => b.kind === 'body' && b.start <= p.start && p.end <= b.end));
  return body ?? places[0] ?? { start: 0, end: 0 };
}

function share(answers: readonly Answer[], right: (a: Answer) => boolean): number {
  return answers.length === 0 ? 0 : answers.filter(right).length / answers.length;
}

const first = (a: Answer) => a.ours.chain[0];

function stateRight(a: Answer): boolean {
  return first(a).state === (a.item.speaker?.state ?? null);
}

function firstRight(a: Answer): boolean {
  return a.firstNamed === a.item.speaker?.state;
}

function narratorRight(a: Answer): boolean {
  return first(a).link === 'narrator' || a.ours.utterance?.deed === true;
}

/** Name, or the organ's main noun, is that of the gold; the narrator where the gold has none. */
function nameRight(a: Answer): boolean {
  const gold = a.item.attribution?.[0] ?? { link: 'speaker', ...a.item.speaker };
  const ours = a.ours.chain.slice(0, 2);
  const words = wordsOf(gold.name ?? gold.role ?? '');
  if (words.length === 0) return true;
  return ours.some((l) => {
    const has = new Set([...wordsOf(l.name ?? ''), ...wordsOf(l.role ?? '')]);
    return gold.name !== null && gold.link === 'speaker'
      ? has.has(words.at(-1)!)
      : words.some((w) => has.has(w)) || isGovernment(words, l.link);
  });
}

/** "government" in the gold stands for whatever name of the state the text uses. */
function isGovernment(words: readonly string[], link: string): boolean {
  return link === 'organ' && words.some((w) => /^(?:government|minsk|tehran|podgorica)$/.test(w));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((w) => w.replace(/s$/, ''));
}

/** The chain has the same kinds of links and states in the same order; a lone narrator is a chain too. */
function chainRight(a: Answer): boolean {
  const gold = a.item.attribution ?? [];
  const media = (links: readonly { link: string }[]): string =>
    links
      .filter((l) => /agency|outlet/.test(l.link))
      .map((l) => l.link)
      .join();
  if (gold[0]?.link === 'narrator') return narratorRight(a);
  return (
    first(a).link !== 'narrator' &&
    (gold[0]?.state ?? null) === first(a).state &&
    media(gold) === media(a.ours.chain) &&
    nameRight(a)
  );
}

function retoldRows(answers: readonly Answer[]): EvalRow[] {
  const set = `speech, retold (${answers.length} items)`;
  const said = answers.filter((a) => a.item.speaker?.state);
  const told = answers.filter((a) => a.item.attribution?.[0]?.link === 'narrator');
  return [
    {
      set,
      measure: 'speaker state',
      value: share(said, stateRight),
      rival: 'first actor named',
      rivalValue: share(said, firstRight),
    },
    { set, measure: 'organ or name', value: share(said, nameRight) },
    { set, measure: 'whole chain', value: share(answers, chainRight) },
    { set, measure: 'narrator kept', value: share(told, narratorRight) },
    { set, measure: 'quoted', value: share(answers, (a) => a.ours.quoted === (a.item.quoted ?? 'none')) },
  ];
}

function devRows(answers: readonly Answer[]): EvalRow[] {
  const set = `speech, dev-reports (${answers.length} items)`;
  const said = answers.filter((a) => a.item.speaker?.state);
  const told = answers.filter((a) => a.item.speaker === null);
  const via = answers.filter((a) => (a.item.via?.length ?? 0) > 0);
  return [
    {
      set,
      measure: 'speaker state',
      value: share(said, stateRight),
      rival: 'first actor named',
      rivalValue: share(said, firstRight),
    },
    { set, measure: 'organ or name', value: share(said, nameRight) },
    { set, measure: 'narrator kept', value: share(told, narratorRight) },
    { set, measure: 'via named', value: share(via, (a) => a.ours.chain.some((l) => /agency|outlet/.test(l.link))) },
  ];
}

function print(a: Answer): void {
  const told = a.item.attribution?.[0]?.link === 'narrator' || a.item.speaker === null;
  const wrong = told ? !narratorRight(a) : !stateRight(a) || !nameRight(a);
  const mark = a.item.quoted !== undefined && a.item.quoted !== a.ours.quoted;
  if (!wrong && !mark) return;
  const chain = (
    links: readonly { link: string; name: string | null; role: string | null; state: string | null }[],
  ): string => links.map((l) => `${l.link}:${l.name ?? ''}/${l.role ?? ''}/${l.state ?? ''}`).join(' > ');
  const gold = a.item.attribution === undefined ? JSON.stringify(a.item.speaker) : chain(a.item.attribution);
  process.stdout.write(
    `${wrong ? 'SPEAKER' : 'QUOTED '} ${a.item.id} ${a.item.quoted ?? ''}/${a.ours.quoted} | ${a.item.evidence_phrase}\n    gold ${gold}\n    ours ${chain(a.ours.chain)}${a.ours.utterance?.deed ? ' DEED' : ''} [${a.ours.utterance?.verb ?? ''}]\n`,
  );
}
