/** Makes drafts of utterances from the frames of a line: speaker, links on the way, stretches of text. */

import type { ActorCode } from '../model/actor.ts';
import type { Span } from '../model/span.ts';
import type { AttributionLink, Quoted } from '../model/speech.ts';
import { type Draft, merged, spanOf } from './draft.ts';
import type { Frame } from './frame.ts';
import { isFirstPerson, isPreposition, isTime, isWord, type Line, type Region, type Subject, textOf } from './line.ts';
import { byItems } from './listed-items.ts';
import type { Quotation } from './marks.ts';
import { mediaIn, mediaName } from './media.ts';
import type { Memory } from './memory.ts';
import type { Links, Voice } from './phrase.ts';
import { phraseOf } from './phrase.ts';
import { allQuoted, hasQuoted } from './regions.ts';
import { readVoice } from './voice.ts';

interface LineSpeech {
  readonly line: Line;
  readonly frames: readonly Frame[];
  readonly memory: Memory;
  readonly quotations: readonly Quotation[];
  readonly text: string;
}

/** One draft for each frame that hands something over or refuses to. */
export function draftsOf(speech: LineSpeech): Draft[] {
  const voices = new Map<Subject, Voice | null>();
  const out: Draft[] = [];
  const citing = speech.frames.filter((f) => f.cue.kind === 'citing');
  for (const frame of speech.frames.flatMap((f) => byItems(speech.line, f))) {
    if (frame.cue.kind === 'citing') continue;
    const voice = voiceFor(speech, frame, voices);
    if (frame.cue.kind !== 'impersonal' && voice === null) continue;
    if (!admitted(speech.line, frame, voice)) continue;
    const silent = frame.cue.negated && speech.line.low[frame.cue.last] === 'nothing';
    const content = silent ? [] : frame.content.flatMap((r) => spansOf(speech, r));
    if (content.length === 0 && !frame.cue.negated) continue;
    out.push(draftOf(speech, frame, voice, content));
  }
  return citing.length === 0 ? out : out.map((d) => withCited(speech, d, citing, out));
}

/** A paper's or agency's report takes the source it cites as its first link. */
function withCited(speech: LineSpeech, draft: Draft, citing: readonly Frame[], all: readonly Draft[]): Draft {
  if (draft.voice === null || (draft.voice.kind !== 'media' && !citesAtOnce(speech.line, draft, citing))) return draft;
  if (draft.links.length > 1) return draft;
  const frame = citing.find((f) => {
    const at = f.cue.first;
    const before = all.filter((d) => isCarrier(d) && d.cueToken < at);
    return before.at(-1) === draft || (before.length === 0 && all.find(isCarrier) === draft);
  });
  if (frame?.subject == null) return draft;
  const bare = readVoice(phraseOf(speech.line, frame.subject));
  const voice = speech.memory.resolve(speech.line, frame.subject);
  if (voice === null || voice.kind === 'media') return draft;
  const stated = bare?.links[0].state ?? draft.links[0].state ?? voice.links[0].state;
  const carrier = draft.voice.kind === 'media' ? draft.links : unknownMedia(draft.links);
  return { ...draft, links: [{ ...voice.links[0], state: stated }, ...voice.links.slice(1), ...carrier], voice };
}

/** A paper or agency, or a lone name that may be one. */
function isCarrier(draft: Draft): boolean {
  return draft.voice?.kind === 'media' || isLoneName(draft);
}

/** "Mediafax", "DalaPress": one capitalised word without office and state. */
function isLoneName(draft: Draft): boolean {
  const { name, role, state } = draft.links[0];
  return draft.links.length === 1 && role === null && state === null && /^\p{Lu}\S+$/u.test(name ?? '');
}

/** "DalaPress reports, citing the ministry", "According to Mediafax, quoting a source": who cites at once is a paper or agency. */
function citesAtOnce(line: Line, draft: Draft, citing: readonly Frame[]): boolean {
  if (!isLoneName(draft)) return false;
  return citing.some((f) => {
    const { start } = line.tokens[f.cue.first]!;
    return start >= draft.source.end && start - draft.source.end <= 3;
  });
}

function unknownMedia(links: Links): Links {
  const [first, ...rest] = links;
  return [{ ...first, link: 'agency' }, ...rest];
}

function draftOf(speech: LineSpeech, frame: Frame, voice: Voice | null, content: readonly Span[]): Draft {
  const { line } = speech;
  const { cue } = frame;
  const links: Links =
    voice === null
      ? impersonalLinks(line, frame)
      : speech.memory.carriedBy(voice, withMedia(line, frame, voice.links), speaksElsewhere(line, frame));
  return {
    line,
    cue: spanOf(line, { start: cue.first, end: cue.last }),
    cueToken: cue.first,
    verb: cue.verb,
    content: merged(content),
    quoted: quotedOf(speech, frame),
    links,
    voice,
    addressee: frame.addressee === null || cue.voice === 'quoted-as' ? null : mentionIn(line, frame.addressee),
    source: spanOf(line, namedBy(frame)),
    negated: cue.negated,
    deed: cue.verb.told === 'reporter' && frame.shape === 'after',
  };
}

/** Subject and cue; where a clause stands between them, the cue alone. */
function namedBy(frame: Frame): Region {
  const { cue, subject } = frame;
  if (subject === null) return { start: cue.first, end: cue.last };
  const left = subject.end <= cue.first && cue.first - (subject.beside?.end ?? subject.end) <= 4;
  const right = subject.start >= cue.last;
  return { start: left ? subject.start : cue.first, end: right ? (subject.beside?.end ?? subject.end) : cue.last };
}

function voiceFor(speech: LineSpeech, frame: Frame, voices: Map<Subject, Voice | null>): Voice | null {
  const { subject } = frame;
  if (subject === null) return null;
  if (!voices.has(subject))
    voices.set(
      subject,
      withText(
        speech,
        frame,
        speech.memory.resolve(speech.line, subject, {
          anyNoun: !frame.cue.verb.object && frame.cue.kind === 'verb',
          passing: frame.cue.verb.told === 'reporter' || frame.cue.negated,
          carrier: carrierState(speech.line, frame),
        }),
      ),
    );
  return voices.get(subject) ?? null;
}

/** "said in a dispatch": the dispatch stands for its maker from now on. */
function withText(speech: LineSpeech, frame: Frame, voice: Voice | null): Voice | null {
  const { tail } = frame;
  if (voice === null || tail === null) return voice;
  const texts: string[] = [];
  for (let i = tail.start; i < tail.end; i += 1)
    if (speech.line.lexicon.texts.has(speech.line.low[i]!)) texts.push(speech.line.low[i]!);
  if (texts.length === 0) return voice;
  const known = { ...voice, nouns: new Set([...voice.nouns, ...texts]) };
  speech.memory.remember(known);
  return known;
}

/** Verbs that count only in some company. */
function admitted(line: Line, frame: Frame, voice: Voice | null): boolean {
  const { only } = frame.cue.verb;
  if (only === 'beside-quotation') return line.dash || frame.content.some((r) => allQuoted(line, r));
  if (only === 'mind' && line.low[frame.cue.last] === 'to') return false;
  if (only === 'mind') return frame.content.length > 0 && frame.cue.voice === 'active' && !frame.cue.negated;
  if (only === 'naming') return !line.tagged || givesName(line, frame);
  if (only === 'figure') return givesFigure(line, frame);
  if (only === 'text') return voice?.kind === 'text';
  if (only === 'media') return voice?.kind === 'media' && frame.content.length > 0 && frame.cue.voice !== 'passive';
  return true;
}

/** "put the toll at 40", "puts the debt at about $3 million". */
function givesFigure(line: Line, frame: Frame): boolean {
  const at = line.low.indexOf('at', frame.cue.last);
  const figure = (i: number): boolean => /^[$€£]|^\d/.test(line.low[i] ?? '') || line.tokens[i]?.xpos === 'CD';
  return at > 0 && frame.cue.voice === 'active' && [1, 2, 3].some((k) => figure(at + k));
}

/** "called the step a stunt": a quotation in it, or a second thing that the first one is said to be. */
function givesName(line: Line, frame: Frame): boolean {
  if (frame.shape !== 'after' || frame.content.some((r) => hasQuoted(line, r))) return true;
  const verb = frame.cue.first;
  const hung = line.tokens.filter((t) => t.head === verb && t.start > line.tokens[verb]!.start);
  const timed = new Set(line.tokens.filter((_, i) => isTime(line, i)));
  return (
    hung.some((t) => /^(?:xcomp|ccomp)/.test(t.rel)) ||
    hung.filter((t) => /^(?:obj|iobj|obl)/.test(t.rel) && /^(?:NN|PRP)/.test(t.xpos) && !timed.has(t)).length > 1
  );
}

/** "it was said in Podgorica": the place's government speaks; otherwise the reporter has it from nobody named. */
function impersonalLinks(line: Line, frame: Frame): Links {
  const tail = frame.tail;
  const placed =
    tail === null
      ? undefined
      : line.mentions.find(
          (m) => m.mention.form === 'capital' && m.mention.first >= tail.start && m.mention.last <= tail.end,
        );
  if (placed !== undefined && line.low[placed.mention.first - 1] === 'in') {
    return [{ link: 'organ', name: placed.mention.text, role: null, state: placed.mention.codes[0] ?? null }];
  }
  return [{ link: 'narrator', name: null, role: null, state: null }];
}

/** Adds the agency or outlet that the attribution names: told it, on it, by it. */
function withMedia(line: Line, frame: Frame, links: Links): Links {
  const found: AttributionLink[] = [];
  const version = frame.cue.kind === 'according' ? (frame.subject?.beside ?? null) : null;
  const regions = [frame.addressee, frame.tail, version, ...aroundSpeaker(line, frame)].filter((r) => r !== null);
  for (const region of regions) {
    const link = mediaLink(line, region, region === frame.addressee);
    if (link !== null) found.push(link);
  }
  if (frame.cue.voice === 'quoted-as' && frame.addressee !== null && found.length === 0)
    found.push(...carrierLinks(line, frame.addressee));
  const extra = found.filter(
    (l, i) =>
      !links.some((k) => k.name === l.name && k.role === l.role) && found.findIndex((f) => f.name === l.name) === i,
  );
  return extra.length === 0 ? links : [links[0], ...links.slice(1), ...extra.slice(0, 2)];
}

const CARRIED =
  /^(?:quoted|cited|interview|interviewed|remarks|comments|broadcast|carried|published|aired|interviews|speaking|appearing|program|programme)$/;

/** "In remarks on public radio, X said", "X, in an interview with Faro, said", "was quoted by Faro as saying". */
function aroundSpeaker(line: Line, frame: Frame): Region[] {
  const { cue, subject } = frame;
  if (subject === null || cue.kind !== 'verb') return [];
  const between = subject.end <= cue.first ? [{ start: subject.end, end: cue.first }] : [];
  const lead = isPreposition(line, line.textStart)
    ? [{ start: line.textStart, end: Math.min(subject.start, cue.first) }]
    : [];
  const inside = cue.voice === 'passive' ? [{ start: cue.first, end: cue.last }] : [];
  return [...lead, ...between, ...inside].filter((r) => line.low.slice(r.start, r.end).some((w) => CARRIED.test(w)));
}

/** "told the council", "said in a speech": somebody else is told, or on another occasion. */
function speaksElsewhere(line: Line, frame: Frame): boolean {
  if (isShared(line, frame)) return false;
  if (frame.addressee !== null) return true;
  const { tail } = frame;
  if (tail === null) return false;
  for (let i = tail.start; i < tail.end; i += 1) if (/^NN/.test(line.tokens[i]!.xpos) && !isTime(line, i)) return true;
  return false;
}

/** The verb shares its subject with an earlier one: "told the paper X and added Y". */
function isShared(line: Line, frame: Frame): boolean {
  return (
    frame.subject !== null &&
    frame.whole.start > frame.subject.start &&
    frame.subject.end <= frame.whole.start &&
    !line.mark[frame.whole.start]
  );
}

/** "the ministry quoted the envoy as saying": whoever quotes is a link too. */
function carrierLinks(line: Line, region: Region): readonly AttributionLink[] {
  return readVoice(phraseOf(line, { ...region, beside: null }))?.links ?? [];
}

/** "Turkmen state television quoted the deputy premier as saying": whom a state's paper quotes is of that state unless told otherwise. */
function carrierState(line: Line, frame: Frame): ActorCode | null {
  if (frame.cue.voice !== 'quoted-as' || frame.addressee === null) return null;
  return carrierLinks(line, frame.addressee)[0]?.state ?? null;
}

/** "Four sources tell me": outside quotations the one who is told is the outlet that prints it. */
function ownOutlet(line: Line, region: Region): AttributionLink | null {
  const told = region.end - region.start === 1 && /^(?:me|us)$/.test(line.tokens[region.start]!.text);
  return told && line.quotation[region.start]! < 0
    ? { link: 'outlet', name: null, role: 'this outlet', state: null }
    : null;
}

/** A paper, station or agency in a phrase: by its name, or by its noun after a preposition. */
function mediaLink(line: Line, region: Region, addressed: boolean): AttributionLink | null {
  const own = addressed ? ownOutlet(line, region) : null;
  if (own !== null) return own;
  for (let i = region.start; i + 1 < region.end; i += 1) {
    const words = `${line.low[i]} ${line.low[i + 1]}`;
    if (line.lexicon.has('this-outlet', words)) return { link: 'outlet', name: null, role: words, state: null };
  }
  const named = mediaName(line, region.start, region.end);
  const start = addressed ? region.start : startAfter(line, region);
  if (start < 0)
    return named === null
      ? null
      : { link: named.agency ? 'agency' : 'outlet', name: named.text, role: null, state: null };
  const voice = mediaIn(phraseOf(line, { start, end: region.end, beside: null }));
  if (voice !== null) return voice.links[0];
  if (addressed && region.end - region.start <= 3 && isUnknownOutlet(line, region))
    return { link: 'outlet', name: textOf(line, region), role: null, state: null };
  return null;
}

function startAfter(line: Line, region: Region): number {
  for (let i = region.start; i < region.end; i += 1) if (/^(?:by|on|to|with|for|via)$/.test(line.low[i]!)) return i + 1;
  return -1;
}

/** "told Meridian": a capitalised name that no table knows and no person noun explains. */
function isUnknownOutlet(line: Line, region: Region): boolean {
  const start = line.low[region.start] === 'the' ? region.start + 1 : region.start;
  if (start >= region.end || line.mentions.some((m) => m.mention.first < region.end && m.mention.last > start))
    return false;
  for (let i = start; i < region.end; i += 1) {
    const low = line.low[i]!;
    if (!/^\p{Lu}/u.test(line.tokens[i]!.text) || line.lexicon.has('person', low) || line.lexicon.has('organ', low))
      return false;
  }
  return true;
}

function mentionIn(line: Line, region: Region): number | null {
  return line.mentions.find((m) => m.mention.first < region.end && m.mention.last > region.start)?.index ?? null;
}

/** The text of a region; where it begins or ends inside a quotation, the whole of that quotation belongs to it. */
function spansOf(speech: LineSpeech, region: Region): Span[] {
  const { line, quotations } = speech;
  const own = spanOf(line, region);
  const out: Span[] = [own];
  const first = quotations[quotationAt(line, region, 1)];
  const last = quotations[quotationAt(line, region, -1)];
  if (first !== undefined)
    out.push(
      ...first.parts
        .filter((p) => p.start < own.start)
        .map((p) => ({ start: p.start, end: Math.min(p.end, own.start) })),
    );
  if (last !== undefined)
    out.push(
      ...last.parts.filter((p) => p.end > own.end).map((p) => ({ start: Math.max(p.start, own.end), end: p.end })),
    );
  return out.map((s) => bare(speech.text, s)).filter((s) => s.end > s.start);
}

/** Without commas and spaces at its ends, and without marks that have no partner inside. */
function bare(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,:]/.test(text[start]!)) start += 1;
  while (end > start && /[\s,:]/.test(text[end - 1]!)) end -= 1;
  const open = /^(?:["“„«»`‘]|``|'')+/.exec(text.slice(start, Math.min(end, start + 4)))?.[0].length ?? 0;
  const close = /(?:["”“«»]|''|[.,?!]['’])+$/.exec(text.slice(Math.max(start, end - 4), end))?.[0] ?? '';
  const shut = /^[.,?!]['’]/.test(close) ? 1 : close.length;
  const inside = /["“”„«»`]|''/.test(text.slice(start + open, end - shut));
  if (inside && (open === 0) !== (shut === 0)) return { start, end };
  if (inside && !(open > 0 && shut > 0 && wholeQuotation(text.slice(start + open, end - shut)))) return { start, end };
  end -= shut;
  while (end > start + open && /[\s,]/.test(text[end - 1]!)) end -= 1;
  return { start: start + open, end };
}

/** Marks inside open and close again before they end. */
function wholeQuotation(inner: string): boolean {
  const first = /["“”„«»`]|''/.exec(inner)?.[0] ?? '';
  return /[“„«`]/.test(first);
}

/** Quotation of the first or last word of a region, or -1. */
function quotationAt(line: Line, region: Region, step: 1 | -1): number {
  const from = step === 1 ? region.start : region.end - 1;
  for (let i = from; i >= region.start && i < region.end; i += step) if (isWord(line, i)) return line.quotation[i]!;
  return -1;
}

function quotedOf(speech: LineSpeech, frame: Frame): Quoted {
  const { line, quotations } = speech;
  if (line.dash && frame.shape !== 'after') return 'verbatim';
  let inside = 0;
  let outside = 0;
  let lost = false;
  let first = false;
  for (const region of frame.content) {
    for (let i = region.start; i < region.end; i += 1) {
      if (!isWord(line, i)) continue;
      const q = line.quotation[i]!;
      if (q >= 0) {
        inside += 1;
        lost ||= quotations[q]!.kind !== 'closed';
      } else {
        outside += 1;
        first ||= isFirstPerson(line, i);
      }
    }
  }
  if (inside > 0 && lost) return 'marks-lost';
  if (inside === 0)
    return first || afterColon(line, frame) || (line.lost && startsAtMark(line, frame)) ? 'marks-lost' : 'none';
  return outside === 0 ? 'verbatim' : 'partly';
}

/** The content begins with the opening mark that is never closed. */
function startsAtMark(line: Line, frame: Frame): boolean {
  return frame.content.some((r) => line.mark[r.start] || line.mark[r.start - 1]);
}

/** "insisting: There is not a single one": a full sentence after a colon, its marks gone. */
function afterColon(line: Line, frame: Frame): boolean {
  const start = frame.content.at(-1)?.start ?? 0;
  return frame.shape === 'after' && line.low[start - 1] === ':' && /^\p{Lu}/u.test(line.tokens[start]?.text ?? '');
}
