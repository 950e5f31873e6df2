import type { ActorCode, ActorMention } from '../model/actor.ts';
import type { Outcome } from '../model/problem.ts';
import type { Analysed } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import type { Utterance } from '../model/speech.ts';
import type { Rules } from '../rules/rules.ts';
import { withCarried } from './carried.ts';
import { cuesOf } from './cues.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { framesOf } from './frames.ts';
import { homeState } from './home.ts';
import { isTranscript, labelled } from './labelled.ts';
import { lexiconOf } from './lexicon.ts';
import { type Line, linesOf } from './line.ts';
import { quotationsOf } from './marks.ts';
import { Memory } from './memory.ts';
import { namedLater } from './named-later.ts';
import { nested } from './nesting.ts';

/**
 * Finds all reported speech of a report, with the chain by which each piece of it reached the page.
 *
 * @example
 * speechOf({ report, sentences, actors }, rules).value[0].chain[0].name; // "Sergei Ryabkov"
 */
export function speechOf(doc: Analysed<'sentences' | 'actors'>, rules: Rules): Outcome<Utterance[]> {
  const lexicon = lexiconOf(rules);
  const quotations = quotationsOf(doc.report.text, paragraphsOf(doc));
  const lines = linesOf(doc.sentences, quotations, doc.actors, lexicon);
  const memory = new Memory(homeState(doc.report, rules) ?? placeOfFirstLine(lines), mainSides(doc.actors));
  const transcript = isTranscript(lines);
  const drafts: Draft[] = [];
  for (const line of lines) {
    if (changesKind(doc, lines, line)) memory.newBlock();
    memory.meet(line);
    memory.meetNames(line);
    const label = labelled(line, { kind: kindOf(doc, line), isTranscript: transcript }, drafts.at(-1), memory);
    if (label !== null) drafts.push(label);
    const frames = framesOf(line, cuesOf(line, lexicon));
    drafts.push(...draftsOf({ line, frames, memory, quotations, text: doc.report.text }));
    memory.leave(line);
  }
  const people = memory.people();
  const known = drafts.map((d) => namedLater(d, people));
  return { value: nested(withCarried(lines, known, quotations), lines, doc), problems: [] };
}

/** The two states that the report names most. */
function mainSides(actors: readonly ActorMention[]): ActorCode[] {
  const counts = new Map<ActorCode, number>();
  for (const { codes, resolved } of actors)
    if (codes.length === 1 && resolved === 'named') counts.set(codes[0]!, (counts.get(codes[0]!) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.slice(0, 2).map(([code]) => code);
}

/** The state of the place that opens the body: "HAVANA (AP) -- ". */
function placeOfFirstLine(lines: readonly Line[]): ActorCode | null {
  for (const line of lines.slice(0, 4)) {
    const bare = line.tokens.length <= 12 && /^(?:-|--|–|—|_|\)|:)$/.test(line.low.at(-1) ?? '');
    const end = bare ? line.tokens.length : line.textStart;
    const place = line.mentions.find((m) => m.mention.last <= end && m.mention.codes.length === 1);
    if (place !== undefined) return place.mention.codes[0]!;
  }
  return null;
}

/** A headline ends and the body begins, or the other way round; a body cut up by teasers stays one. */
function changesKind(doc: Analysed<'sentences'>, lines: readonly Line[], line: Line): boolean {
  const before = lines[line.index - 1];
  return before !== undefined && kindOf(doc, before) !== kindOf(doc, line);
}

function kindOf(doc: Analysed<'sentences'>, line: Line): string | undefined {
  return doc.report.blocks[line.sentence.block]?.kind;
}

/** The paragraphs of the sentences, as the language stage cut them. */
function paragraphsOf(doc: Analysed<'sentences'>): Span[] {
  const out: { start: number; end: number }[] = [];
  let number = -1;
  for (const sentence of doc.sentences) {
    const last = out.at(-1);
    if (last !== undefined && sentence.paragraph === number) last.end = Math.max(last.end, sentence.end);
    else out.push({ start: sentence.start, end: sentence.end });
    number = sentence.paragraph;
  }
  return out;
}
