/** Turns the phrase that names a speaker into links of a chain. In: a line and a phrase. Out: a voice, or null. */

import type { ActorCode, ActorMention } from '../model/actor.ts';
import type { AttributionLink } from '../model/speech.ts';
import { isPreposition, isTime, type Line, type Placed, type Region, textOf } from './line.ts';
import { mediaIn, mediaName } from './media.ts';
import { isPair, type NamedPerson, personIn, surnameOf, TITLE } from './person-name.ts';
import type { Voice } from './phrase.ts';
import { lastIn, lastOf, mentionAt, nounsIn, type Phrase, trimArticle } from './phrase.ts';
import { stateOf } from './state-of.ts';

/** Reads a phrase on its own, without looking at what was said earlier in the report. */
export function readVoice(phrase: Phrase, anyNoun = false): Voice | null {
  const { line } = phrase;
  const lexicon = line.lexicon;
  const text = lastIn(phrase, phrase.core, lexicon.texts);
  const person = personIn(phrase);
  if (person !== null) return personVoice(phrase, person);
  const media = mediaIn(phrase);
  const human = lastOf(phrase, phrase.core, 'person');
  const organ = lastOf(phrase, phrase.core, 'organ');
  const last = phrase.core.end - 1;
  // "A CBS News report": the station speaks.
  if (media !== null && text === last && mediaName(line, phrase.core.start, text) !== null) return media;
  if (text === last || (text >= 0 && text > Math.max(human, organ))) return textVoice(phrase, text);
  if (media !== null && human !== last) return media;
  if (human >= 0 && human >= organ) return unnamedVoice(phrase, human);
  if (organ >= 0) return organVoice(phrase, organ);
  const side =
    phrase.mentions.find((m) => m.mention.reading !== 'place' && m.mention.form !== 'reference') ??
    phrase.mentions.find(
      (m) =>
        m.mention.reading === 'actor' ||
        (m.mention.last === phrase.core.end && ['capital', 'name', 'metonym'].includes(m.mention.form)),
    );
  return side === undefined ? (bareName(phrase) ?? (anyNoun ? plainNoun(phrase) : null)) : sideVoice(phrase, side);
}

function personVoice(phrase: Phrase, person: NamedPerson): Voice {
  const role = person.placed?.mention.office ?? roleOf(phrase, person.region);
  const outside = phrase.mentions.filter(
    (m) => m === person.placed || (!within(m.mention, person.region) && !isAcross(m, person.placed)),
  );
  const state = stateOf({ ...phrase, mentions: isPair(person) ? phrase.mentions : outside }, person.region);
  const speaker: AttributionLink = { link: 'speaker', name: person.name, role, state };
  const organ = lastOf(phrase, phrase.all, 'spokesman') >= 0 ? organLink(phrase, state) : null;
  return {
    links: organ === null ? [speaker] : [speaker, organ],
    mention: person.placed?.index ?? null,
    kind: 'person',
    nouns: nounsIn(phrase),
    plural: isPair(person),
    surname: isPair(person) ? null : surnameOf(person.name),
  };
}

/** "His colleague Marta Kalnina": "his" points at the other side than the one she was found to be of. */
function isAcross({ mention }: Placed, person: Placed | null | undefined): boolean {
  const own = person?.mention.codes ?? [];
  return /^(?:his|her)$/i.test(mention.text) && own.length === 1 && !mention.codes.includes(own[0]!);
}

export function within(mention: ActorMention, region: Region): boolean {
  return mention.reading === 'place' && mention.first >= region.start && mention.last <= region.end;
}

/** What is left of the phrase beside the name: "deputy foreign minister". */
function roleOf(phrase: Phrase, name: Region): string | null {
  const { line } = phrase;
  const parts: Region[] = [];
  if (name.start > phrase.core.start)
    parts.push({ start: phrase.core.start, end: Math.min(name.start, phrase.core.end) });
  if (phrase.beside !== null && !(name.start >= phrase.beside.start && name.end <= phrase.beside.end))
    parts.push(phrase.beside);
  else if (parts.length === 0 && name.start >= (phrase.beside?.start ?? Number.POSITIVE_INFINITY))
    parts.push(phrase.core);
  for (const part of parts) {
    const role = described(line, part);
    if (role !== '') return role;
  }
  return null;
}

/** The words of a description, without article, titles of courtesy and the state it belongs to. */
function described(line: Line, region: Region): string {
  let { start } = region;
  let { end } = region;
  while (
    end > start &&
    TITLE.test(line.tokens[end - 1]!.text) &&
    /\.$|^(?:Mr|Mrs|Ms|Dr)$/.test(line.tokens[end - 1]!.text)
  )
    end -= 1;
  while (start < end && /^(?:the|a|an|its|his|her|their|,|and|but|that|both)$/.test(line.low[start]!)) start += 1;
  const leading = line.mentions.find(
    (m) =>
      m.mention.first === start && m.mention.last < end && ['adjective', 'name', 'capital'].includes(m.mention.form),
  );
  for (let i = start + 1; i < Math.min(end, start + 5); i += 1) {
    if (/^['’]s?$/.test(line.low[i]!) && line.mentions.some((m) => m.mention.first === start)) start = i + 1;
  }
  if (leading !== undefined && leading.mention.last > start) {
    start = leading.mention.last;
    if (/^['’]s?$/.test(line.low[start] ?? '')) start += 1;
  }
  return textOf(line, { start: afterState(line, start, end), end });
}

/** Steps over "South Korean" and the like where more follows. */
function afterState(line: Line, start: number, end: number): number {
  for (let k = Math.min(end - 1, start + 3); k > start; k -= 1) {
    if (line.lexicon.stateWords.has(textOf(line, { start, end: k }).toLowerCase())) return k;
  }
  return start;
}

/** "the Foreign Ministry" of a spokesman's phrase, as a link of its own. */
function organLink(phrase: Phrase, state: ActorCode | null): AttributionLink | null {
  const { line } = phrase;
  for (let i = phrase.all.start; i < phrase.all.end; i += 1) {
    if (!line.lexicon.has('organ', line.low[i]!)) continue;
    let start = i;
    while (
      start > phrase.all.start &&
      /^\p{L}/u.test(line.tokens[start - 1]!.text) &&
      !isPreposition(line, start - 1) &&
      !/^(?:of|the|a|an|and)$/.test(line.low[start - 1]!)
    )
      start -= 1;
    return { link: 'organ', name: described(line, { start, end: i + 1 }), role: null, state };
  }
  return null;
}

function unnamedVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const role = textOf(line, trimArticle(line, { start: phrase.core.start, end: descriptionEnd(phrase) }));
  const speaker: AttributionLink = { link: 'speaker', name: null, role, state };
  const organ = line.lexicon.has('spokesman', line.low[noun]!) ? organLink(phrase, state) : null;
  return {
    links: organ === null ? [speaker] : [speaker, organ],
    mention: mentionAt(phrase, noun),
    kind: 'unnamed',
    nouns: nounsIn(phrase),
    plural: /s$/.test(line.low[noun]!) || /^(?:people|authorities)$/.test(line.low[noun]!),
    surname: null,
    definite: !/^(?:a|an|another|one|two|three|several|some|any|no)$/.test(line.low[phrase.core.start]!),
  };
}

/** The description runs over prepositional phrases up to a relative clause. */
function descriptionEnd(phrase: Phrase): number {
  const { line, all } = phrase;
  const stop = phrase.beside?.start ?? all.end;
  for (let i = all.start; i < stop; i += 1) if (/^(?:who|which|whose|,)$/.test(line.low[i]!)) return i;
  return stop;
}

function organVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const placed = phrase.mentions.find((m) => m.mention.first <= noun && noun < m.mention.last);
  const name = described(line, {
    start: phrase.core.start,
    end: fullName(phrase, Math.max(noun + 1, phrase.core.end)),
  });
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const link: AttributionLink = {
    link: 'organ',
    name: name === '' ? textOf(line, phrase.core) : name,
    role: null,
    state,
  };
  const plural = /(?:s|ies)$/.test(line.low[noun]!) && !/(?:ss|us|is)$/.test(line.low[noun]!);
  return {
    links: [link],
    mention: placed?.index ?? mentionAt(phrase, noun),
    kind: 'organ',
    nouns: nounsIn(phrase),
    plural,
    surname: null,
  };
}

/** "Ministry of Foreign Affairs": the name of an organ runs over "of" and capitals. */
function fullName(phrase: Phrase, from: number): number {
  const { line } = phrase;
  const stop = phrase.beside?.start ?? phrase.all.end;
  if (line.low[from] !== 'of' || from + 1 >= stop) return from;
  let end = from + 1;
  while (end < stop && (/^\p{Lu}/u.test(line.tokens[end]!.text) || /^(?:the|of|and|for)$/.test(line.low[end]!)))
    end += 1;
  while (end > from && /^(?:the|of|and|for)$/.test(line.low[end - 1]!)) end -= 1;
  // "a group of British lawmakers": the capital belongs to what follows.
  const runsOn = end < stop && /^NN|^JJ/.test(line.tokens[end]!.xpos) && /^\p{Ll}/u.test(line.tokens[end]!.text);
  return end > from + 1 && !runsOn ? end : from;
}

/** "a joint statement", "a ministry statement": the text speaks; the organ behind it where it is named. */
function textVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const organ = organLink({ ...phrase, all: phrase.all }, state);
  const name = textOf(line, trimArticle(line, { start: phrase.core.start, end: Math.max(phrase.core.end, noun + 1) }));
  const link: AttributionLink =
    organ === null ? { link: 'organ', name, role: null, state } : { ...organ, role: line.low[noun]! };
  return {
    links: [link],
    mention: phrase.mentions[0]?.index ?? null,
    kind: 'text',
    nouns: nounsIn(phrase),
    plural: false,
    surname: null,
  };
}

/** A state, capital or organisation that speaks by its name. */
function sideVoice(phrase: Phrase, placed: Placed): Voice {
  const { mention, index } = placed;
  const sides = phrase.mentions.filter((m) => m.mention.form !== 'adjective' && m.mention.first < phrase.core.end);
  const all = new Set(sides.flatMap((m) => m.mention.codes));
  const state = all.size <= 1 ? (mention.codes.length === 1 ? mention.codes[0]! : null) : null;
  const name = textOf(
    phrase.line,
    trimArticle(phrase.line, all.size > 1 ? phrase.core : { start: mention.first, end: mention.last }),
  );
  const link: AttributionLink = { link: 'organ', name, role: null, state };
  return {
    links: [link],
    mention: index,
    kind: 'organ',
    nouns: nounsIn(phrase),
    plural: all.size > 1 || mention.codes.length > 1,
    surname: null,
  };
}

/** A lone capitalised name that no table knows. */
function bareName(phrase: Phrase): Voice | null {
  const { line, core } = phrase;
  const start = trimArticle(line, core).start;
  if (start >= core.end) return null;
  const first = line.tokens[start]!.text;
  if (!/^\p{Lu}/u.test(first) || line.lexicon.has('pronoun', line.low[start]!) || first === 'I' || isTime(line, start))
    return null;
  if (/^(?:DT|PRP|PDT|CD|WP)/.test(line.tokens[start]!.xpos)) return null;
  if (isCommon(line, start, core.end)) return unnamedVoice(phrase, core.end - 1);
  const region = { start: TITLE.test(first) && start + 1 < core.end ? start + 1 : start, end: core.end };
  const name = textOf(line, region);
  const link: AttributionLink = { link: 'speaker', name, role: null, state: stateOf(phrase, region) };
  return {
    links: [link],
    mention: phrase.mentions[0]?.index ?? null,
    kind: 'person',
    nouns: nounsIn(phrase),
    plural: false,
    surname: surnameOf(name),
  };
}

/** "Forecasters", "Several growers": a capital only because the sentence begins there. */
function isCommon(line: Line, start: number, end: number): boolean {
  const last = line.tokens[end - 1]!;
  return (
    line.tagged &&
    start === line.textStart &&
    /^NNS?$/.test(last.xpos) &&
    (end - start === 1 || /^\p{Ll}/u.test(last.text))
  );
}

/** A speaker of a kind that no list knows: "the harbour master". */
function plainNoun(phrase: Phrase): Voice | null {
  const { line, core } = phrase;
  const last = core.end - 1;
  const noun = /^NN/.test(line.tokens[last]?.xpos ?? '') && !isTime(line, last);
  return noun && !line.lexicon.has('pronoun', line.low[last]!) ? unnamedVoice(phrase, last) : null;
}
