/** Small judgements about voices: what a pronoun may stand for, a voice's words, its state filled in. In: voices. Out: voices and yes or no. */

import type { ActorCode } from '../model/actor.ts';
import type { AttributionLink } from '../model/speech.ts';
import { isTime, type Placed } from './line.ts';
import { surnameOf } from './person-name.ts';
import { type Phrase, phraseOf, singular, type Voice } from './phrase.ts';
import { sentenceSubject } from './subject.ts';
import { readVoice } from './voice.ts';

function wordsIn(voice: Voice): ReadonlySet<string> {
  const text = voice.links.map((l) => `${l.name ?? ''} ${l.role ?? ''}`).join(' ');
  return new Set([
    ...text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .map(singular),
    ...voice.nouns,
  ]);
}

/** The words that describe who is meant: "the same Foreign Office" gives foreign and office. */
export function describing({ line, core }: Phrase): string[] {
  return line.low
    .slice(core.start, core.end)
    .filter((w, k) => !/^(?:the|this|that|these|same|his|her|its|their)$/.test(w) && !isTime(line, core.start + k))
    .map(singular);
}

/** A voice whose description has the noun and all the words; "the minister" is no prime minister. */
export function answersTo(voice: Voice, noun: string, words: readonly string[]): boolean {
  const known = wordsIn(voice);
  const isPrime = noun === 'minister' && known.has('prime') && !words.includes('prime');
  return known.has(noun) && words.every((w) => known.has(w)) && !isPrime;
}

export function withState(voice: Voice, codes: readonly ActorCode[]): Voice {
  return codes.length === 1 ? placed(voice, codes[0]!) : voice;
}

/** "it" without an earlier speaker: the side that is the subject of its own sentence. */
export function ownSubject(phrase: Phrase, pronoun: string): Voice | null {
  const subject = pronoun === 'it' ? sentenceSubject(phrase.line, phrase.core.start) : null;
  const voice =
    subject === null || subject.start === phrase.core.start ? null : readVoice(phraseOf(phrase.line, subject));
  return voice !== null && fits(pronoun, voice) ? voice : null;
}

/** A pronoun whose speaker stands outside the text: still somebody's word. */
export function nobodyKnown(pronoun: string): Voice {
  const link: AttributionLink = { link: 'speaker', name: null, role: pronoun, state: null };
  return { links: [link], mention: null, kind: 'unnamed', nouns: new Set(), plural: pronoun === 'they', surname: null };
}

export function isNobody(voice: Voice): boolean {
  const { name, role, state } = voice.links[0];
  return name === null && state === null && /^(?:he|she|it|they|him|her|them)$/.test(role ?? '');
}

/** The voice with its state, and that of its organ, filled in. */
export function placed(voice: Voice, state: ActorCode | null): Voice {
  const [first, ...rest] = voice.links;
  return {
    ...voice,
    links: [{ ...first, state }, ...rest.map((l) => (l.link === 'organ' ? { ...l, state: state ?? l.state } : l))],
  };
}

export function fits(pronoun: string, voice: Voice): boolean {
  if (/^(?:he|she|him|her)$/.test(pronoun))
    return (voice.kind === 'person' || voice.kind === 'unnamed') && !voice.plural;
  if (pronoun === 'it') return voice.kind === 'organ' || voice.kind === 'text' || voice.kind === 'media';
  return voice.plural || voice.kind === 'text';
}

/** The agency or outlet of a link, so that "the agency" and "the paper" find it again. */
export function mediaVoice(link: AttributionLink): Voice {
  const nouns = new Set(link.link === 'agency' ? ['agency'] : [link.role ?? 'outlet']);
  return { links: [link], mention: null, kind: 'media', nouns, plural: false, surname: null };
}

/** Whom the actors stage found a pronoun to stand for. */
export function referredVoice({ mention, index }: Placed, word: string): Voice {
  const person = /^(?:he|she|him|her)$/.test(word);
  const state = mention.codes.length === 1 ? mention.codes[0]! : null;
  const link: AttributionLink = {
    link: person ? 'speaker' : 'organ',
    name: mention.name ?? null,
    role: mention.office ?? mention.organ ?? word,
    state,
  };
  return {
    links: [link],
    mention: index,
    kind: person ? 'person' : 'organ',
    nouns: new Set(),
    plural: mention.codes.length > 1,
    surname: mention.name === undefined ? null : surnameOf(mention.name),
  };
}
