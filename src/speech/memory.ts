/** Who has spoken so far in a report, so that "he", "the ministry" and a bare surname find their speaker. */

import type { ActorCode, ActorMention } from '../model/actor.ts';
import type { AttributionLink } from '../model/speech.ts';
import {
  answersTo,
  describing,
  fits,
  isNobody,
  mediaVoice,
  nobodyKnown,
  ownSubject,
  placed,
  referredVoice,
  withState,
} from './fit.ts';
import { type Line, type Placed, type Subject, textOf } from './line.ts';
import {
  antecedentStart,
  capitalNear,
  family,
  isBareDefinite,
  isHeadOfState,
  isOfficeNoun,
  isShared,
  isStateOrgan,
  lastWord,
  leadPlace,
  nameBefore,
  OFFICE,
  openingEnd,
  topicOrgan,
  topicState,
  wherePlace,
} from './office-state.ts';
import { surnameOf, withoutTitle } from './person-name.ts';
import type { Links, Voice } from './phrase.ts';
import { type Phrase, phraseOf, singular } from './phrase.ts';
import { byPartOfName, mayBeSame } from './same-person.ts';
import { isOneKnown, namesState, ownerState } from './state-of.ts';
import { sentenceSubject } from './subject.ts';
import { foreignTo } from './travel.ts';
import { readVoice } from './voice.ts';

/** Voices kept for look-up; a report with more speakers than this repeats none of them by a bare noun. */
const REMEMBERED = 60;

export class Memory {
  private readonly recent: Voice[] = [];
  private readonly bySurname = new Map<string, Voice>();
  /** State of the place the report comes from, for organs named without a state. */
  private readonly home: ActorCode | null;
  /** State of the last office or organ of each noun that was named with its state. */
  private readonly offices = new Map<string, ActorCode>();
  /** Where in the text the last voice was named. */
  private lastAt = -1;
  private lastLine = -1;
  /** By speaker: the agency or outlet he spoke to last. */
  private readonly carriers = new Map<string, readonly AttributionLink[]>();
  /** The side that the last sentence began with. */
  private opening: { readonly code: ActorCode; readonly line: number; readonly paragraph: number } | null = null;
  /** The person who was the subject of a sentence last, whether or not he spoke. */
  private lastSubject: { readonly voice: Voice; readonly line: number } | null = null;
  /** The last subject of a deed or refusal: "rejected the word that, he said, Rome had used". */
  private doer: { readonly voice: Voice; readonly line: number } | null = null;
  /** The person last named, whether or not he spoke. */
  private lastMet: { readonly voice: Voice; readonly line: number } | null = null;
  /** By surname: states a person is a guest or counterpart of. */
  private readonly abroad = new Map<string, ReadonlySet<ActorCode>>();
  /** The two sides the report names most. */
  private readonly main: readonly ActorCode[];

  constructor(home: ActorCode | null, main: readonly ActorCode[] = []) {
    this.home = home;
    this.main = main;
  }

  /** The agency or outlet a speaker spoke to stays in his chain until he is said to speak elsewhere. */
  carriedBy(voice: Voice, links: Links, elsewhere: boolean): Links {
    if (voice.kind === 'media') return links;
    const who = voice.surname ?? `${voice.links[0].name ?? ''}|${voice.links[0].role ?? ''}`;
    const media = links.filter((l) => l.link === 'agency' || l.link === 'outlet');
    if (media.length > 0) {
      this.carriers.set(who, media);
      for (const link of media) this.recent.splice(-1, 0, mediaVoice(link));
      return links;
    }
    if (elsewhere) this.carriers.delete(who);
    else return [links[0], ...links.slice(1), ...(this.carriers.get(who) ?? [])];
    return links;
  }

  /** Everybody the report has named so far. */
  people(): readonly Voice[] {
    return [...this.bySurname.values()];
  }

  /** Headline and body are told apart: "he" of the body is nobody of the headline. */
  newBlock(): void {
    this.recent.length = 0;
  }

  /** Who the subject of a reporting verb is, in the light of who spoke before; remembers it. */
  resolve(
    line: Line,
    subject: Subject,
    options: { readonly anyNoun?: boolean; readonly passing?: boolean; readonly carrier?: ActorCode | null } = {},
  ): Voice | null {
    const phrase = phraseOf(line, subject);
    const voice =
      this.pronoun(phrase) ?? this.known(phrase, readVoice(phrase, options.anyNoun), options.carrier ?? null);
    if (voice !== null && options.passing && !isNobody(voice)) this.doer = { voice, line: line.index };
    if (voice !== null && !options.passing && !isNobody(voice)) {
      this.remember(voice);
      this.lastAt = line.tokens[phrase.core.end - 1]?.start ?? this.lastAt;
      this.lastLine = line.index;
    }
    return voice;
  }

  /** A pronoun takes the last voice that it can stand for; else what the actors stage resolved it to. */
  private pronoun(phrase: Phrase): Voice | null {
    const { line, core } = phrase;
    const at = lastWord(line, core.start, core.end);
    const word = line.low[at] ?? '';
    const isOne = core.end - core.start <= 2 && line.lexicon.has('pronoun', word);
    const counted =
      /^(?:one|two|three|four|some|both|several)$/.test(line.low[core.start] ?? '') &&
      line.low[core.start + 1] === 'of';
    if (!isOne && !counted) return null;
    if (/^(?:we|i|you)$/.test(word)) return null;
    const placed = phrase.mentions.find((m) => m.mention.codes.length > 0);
    const last = this.lastLine === line.index ? this.recent.at(-1) : undefined;
    const collective = word === 'they' && last?.kind === 'organ' ? last : undefined;
    const found = collective ?? this.recent.findLast((v) => fits(counted ? 'they' : word, v));
    const since = placed === undefined ? -1 : antecedentStart(line, placed);
    const { doer } = this;
    if (doer?.line === line.index && this.lastLine < line.index && fits(word, doer.voice)) return doer.voice;
    const subject = this.lastSubject;
    if (subject !== null && subject.line > this.lastLine && line.index - subject.line <= 1 && fits(word, subject.voice))
      return subject.voice;
    if (found !== undefined && (since <= this.lastAt || placed === undefined || this.isNear(line, placed, since)))
      return found;
    if (placed === undefined) return counted ? null : (ownSubject(phrase, word) ?? nobodyKnown(word));
    if (placed.mention.name !== undefined) {
      const met = this.bySurname.get(surnameOf(placed.mention.name));
      if (met !== undefined) return met.links[0].state === null ? withState(met, placed.mention.codes) : met;
    }
    if (/^(?:he|she|him|her)$/.test(word) && this.lastMet !== null && line.index - this.lastMet.line <= 1)
      return this.lastMet.voice;
    return referredVoice(placed, word);
  }

  /** The last voice spoke in this sentence or the one before, and the other reading lies outside this sentence. */
  private isNear(line: Line, placed: Placed, since: number): boolean {
    return placed.mention.name === undefined && since < line.sentence.start && line.index - this.lastLine <= 1;
  }

  /** A bare surname or a definite noun without state is somebody who spoke before. */
  private known(phrase: Phrase, voice: Voice | null, carrier: ActorCode | null): Voice | null {
    if (voice === null) return null;
    const stated = namesState(phrase);
    if (voice.kind === 'person' && voice.surname !== null) return this.samePerson(voice, stated, phrase, carrier);
    const owner = ownerState(phrase);
    const same = isBareDefinite(phrase) && !isShared(phrase) ? this.byNoun(phrase, voice.plural) : null;
    const earlier = owner === null || same?.links[0].state === owner ? same : null;
    const state = voice.links[0].state;
    if (earlier !== null && (!stated || state === null || state === earlier.links[0].state)) return earlier;
    if (stated) return voice;
    if (voice.kind === 'media' || isShared(phrase)) return voice;
    if (owner !== null) return voice;
    const office = isHeadOfState(phrase)
      ? this.home
      : (carrier ?? wherePlace(phrase) ?? this.officeState(voice, phrase));
    const own = voice.links[0].state;
    return placed(voice, (isOneKnown(phrase) ? (office ?? own) : (own ?? office)) ?? this.kinState(voice));
  }

  /** "Turkey's foreign minister said … Cemil Acar told reporters": a new full name without an office right after an office without a name. */
  private introduced(voice: Voice, stated: boolean, phrase: Phrase): Voice | undefined {
    const last = this.recent.at(-1);
    const [now] = voice.links;
    const bare = now.role === null && !stated && (now.name ?? '').includes(' ') && phrase.beside === null;
    if (!bare || last?.definite !== true || last.plural || phrase.line.index - this.lastLine > 2) return undefined;
    return {
      ...last,
      links: [{ ...last.links[0], name: now.name }, ...last.links.slice(1)],
      kind: 'person',
      surname: voice.surname,
    };
  }

  /** Who leaves a state or meets his counterpart there is of the other main side. */
  private notAbroad(surname: string, guess: ActorCode | null): ActorCode | null {
    const abroad = this.abroad.get(surname);
    if (guess === null || abroad?.has(guess) !== true) return guess;
    return this.main.find((code) => !abroad.has(code)) ?? null;
  }

  private samePerson(voice: Voice, stated: boolean, phrase: Phrase, carrier: ActorCode | null = null): Voice {
    const bearer = this.bySurname.get(voice.surname!) ?? byPartOfName(voice, this.people());
    const met = bearer !== undefined && mayBeSame(bearer, voice, stated) ? bearer : undefined;
    const earlier = met ?? this.introduced(voice, stated, phrase);
    const [was, ...wasRest] = earlier?.links ?? voice.links;
    const [now, ...nowRest] = voice.links;
    const kin = new Set([...voice.nouns, ...(earlier?.nouns ?? [])]);
    const office = carrier ?? (isShared(phrase) ? null : this.officeState({ ...voice, nouns: kin }, phrase));
    const guess = this.notAbroad(voice.surname!, now.state ?? office ?? this.kinState({ ...voice, nouns: kin }));
    const known = earlier === undefined ? null : was.state;
    const state = stated && now.state !== null ? now.state : (known ?? guess);
    const link: AttributionLink = {
      link: 'speaker',
      name: (was.name?.length ?? 0) > (now.name?.length ?? 0) ? was.name : now.name,
      role: now.role ?? was.role,
      state: earlier === undefined || earlier.links[0].state === null || stated ? state : was.state,
    };
    const rest = nowRest.length > 0 ? nowRest : wasRest;
    const nouns = new Set([...(earlier?.nouns ?? []), ...voice.nouns]);
    return placed(
      { ...voice, links: [link, ...rest], mention: voice.mention ?? earlier?.mention ?? null, nouns },
      link.state,
    );
  }

  /**
   * An office or organ named without its state: the place it is said to speak in, the last one of the same noun,
   * what a spokesman speaks about, the report's own place, the last one of its kind.
   */
  private officeState(voice: Voice, phrase: Phrase): ActorCode | null {
    const nouns = [...voice.nouns].filter((n) => OFFICE.test(n));
    if (nouns.length === 0 && voice.kind === 'organ' && isStateOrgan(phrase)) return this.home ?? capitalNear(phrase);
    if (nouns.length === 0 || /^(?:visiting|another)$/.test(phrase.line.low[phrase.core.start + 1] ?? '')) return null;
    const among = (kin: (n: string) => string): ActorCode | null => {
      const wanted = nouns.map(kin);
      const same = this.recent.findLast(
        (v) => v.links[0].state !== null && [...v.nouns].some((n) => OFFICE.test(n) && wanted.includes(kin(n))),
      );
      return same?.links[0].state ?? null;
    };
    const topic = nouns.some((n) => n.startsWith('spokes')) ? topicState(phrase) : null;
    const owner = ownerState(phrase);
    if (owner !== null) return owner;
    const body = nouns.every((n) => n.startsWith('spokes')) ? topicOrgan(phrase) : null;
    if (body !== null) return body;
    if (nouns.every((n) => n === 'official') || voice.nouns.has('source'))
      return (
        leadPlace(phrase) ?? (voice.nouns.has('ministry') ? among((n) => n) : null) ?? this.home ?? topicState(phrase)
      );
    return leadPlace(phrase) ?? this.before(phrase.line) ?? among((n) => n) ?? topic ?? this.home;
  }

  /** The last resort: the last office or organ of the same kind that spoke or was named. */
  private kinState(voice: Voice): ActorCode | null {
    const nouns = [...voice.nouns].filter((n) => OFFICE.test(n) && n !== 'official');
    if (nouns.length === 0 || voice.nouns.has('source')) return null;
    const kinds = nouns.map(family);
    const same = this.recent.findLast(
      (v) => v.links[0].state !== null && [...v.nouns].some((n) => OFFICE.test(n) && kinds.includes(family(n))),
    );
    return same?.links[0].state ?? nouns.map((n) => this.offices.get(n)).find((c) => c !== undefined) ?? null;
  }

  /** The capital or state that the sentence before, of the same paragraph, began with: "Bishkek is more cautious." */
  private before(line: Line): ActorCode | null {
    const known = this.opening;
    return known !== null && known.paragraph === line.sentence.paragraph && line.index - known.line === 1
      ? known.code
      : null;
  }

  /** "the official", "the ministry": the last voice of that noun whose description has all the words of this one. */
  private byNoun(phrase: Phrase, plural: boolean): Voice | null {
    const { line, core } = phrase;
    const noun = singular(line.low[lastWord(line, core.start, core.end)] ?? '');
    // "The Foreign Office says" is not its minister, though his title has the words.
    const isOrgan = line.lexicon.has('organ', noun) && !line.lexicon.has('person', noun);
    const words = describing(phrase);
    return (
      this.recent.findLast(
        (v) => answersTo(v, noun, words) && v.plural === plural && !(isOrgan && /^(?:person|unnamed)$/.test(v.kind)),
      ) ?? null
    );
  }

  /** "Jan Kavan of the Czech Republic": a name of two words, "of" and a state bind the surname to it. */
  meetNames(line: Line): void {
    for (const { mention, index } of line.mentions) {
      if (mention.form === 'office') this.meetTitled(line, mention, index);
      if (mention.form !== 'name' || mention.codes.length !== 1) continue;
      const of = /^the$/.test(line.low[mention.first - 1] ?? '') ? mention.first - 2 : mention.first - 1;
      const name = line.low[of] === 'of' ? nameBefore(line, of) : null;
      if (name === null || this.bySurname.get(surnameOf(name))?.links[0].state != null) continue;
      const link: AttributionLink = { link: 'speaker', name, role: null, state: mention.codes[0]! };
      this.bySurname.set(surnameOf(name), {
        links: [link],
        mention: index,
        kind: 'person',
        nouns: new Set(),
        plural: false,
        surname: surnameOf(name),
      });
    }
  }

  /** "Foreign Minister Dana Petrescu": capitals after an office are its holder's name. */
  private meetTitled(line: Line, mention: ActorMention, index: number): void {
    let end = mention.last;
    while (
      end < line.tokens.length &&
      end - mention.last < 4 &&
      /^\p{Lu}\p{Ll}/u.test(line.tokens[end]!.text) &&
      !isOfficeNoun(line, end)
    )
      end += 1;
    if (end - mention.last < 2) return;
    const name = textOf(line, { start: mention.last, end });
    const surname = surnameOf(name);
    const state = mention.codes.length === 1 ? mention.codes[0]! : null;
    const link: AttributionLink = { link: 'speaker', name, role: mention.text, state };
    const voice: Voice = { links: [link], mention: index, kind: 'person', nouns: new Set(), plural: false, surname };
    if (!this.bySurname.has(surname)) this.bySurname.set(surname, voice);
    this.lastMet = { voice: this.bySurname.get(surname)!, line: line.index };
  }

  /** Notes the side a sentence begins with, and the person who is its subject; called after the sentence was read. */
  leave(line: Line): void {
    this.lastSubject = this.subjectOf(line) ?? this.lastSubject;
    const first = line.mentions.find((m) => m.mention.first <= openingEnd(line) && m.mention.form !== 'reference');
    const side =
      first !== undefined &&
      ['capital', 'name', 'office'].includes(first.mention.form) &&
      first.mention.reading === 'actor' &&
      first.mention.resolved === 'named' &&
      first.mention.codes.length === 1;
    this.opening = side
      ? { code: first.mention.codes[0]!, line: line.index, paragraph: line.sentence.paragraph }
      : null;
  }

  private subjectOf(line: Line): { readonly voice: Voice; readonly line: number } | null {
    const subject = sentenceSubject(line, line.tokens.length);
    if (subject === null) return null;
    const phrase = phraseOf(line, subject);
    const voice = readVoice(phrase);
    if (voice?.kind !== 'person' || voice.surname === null || voice.links[0].link !== 'speaker') return null;
    this.abroad.set(voice.surname, new Set([...(this.abroad.get(voice.surname) ?? []), ...foreignTo(line, subject)]));
    const known = this.bySurname.get(voice.surname);
    const isPerson = known !== undefined || (voice.links[0].name ?? '').includes(' ');
    return isPerson ? { voice: this.samePerson(voice, namesState(phrase), phrase), line: line.index } : null;
  }

  /** Persons the actors stage knows, whether or not they speak: their states hold when only the surname comes again. */
  meet(line: Line): void {
    for (const { mention, index } of line.mentions) {
      this.meetOffice(mention);
      if (mention.kind !== 'person' || mention.form !== 'person' || mention.name === undefined) continue;
      const surname = surnameOf(mention.name);
      const state =
        mention.codes.length === 1 && mention.resolved === 'named'
          ? mention.codes[0]!
          : this.notAbroad(surname, this.before(line));
      const known = this.bySurname.get(surname);
      if (known !== undefined && (known.links[0].state !== null || state === null)) continue;
      const link: AttributionLink = {
        link: 'speaker',
        name: withoutTitle(mention.name),
        role: mention.office ?? null,
        state,
      };
      const nouns = new Set(
        (mention.office ?? '')
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .filter((w) => OFFICE.test(w)),
      );
      this.bySurname.set(surname, { links: [link], mention: index, kind: 'person', nouns, plural: false, surname });
    }
  }

  private meetOffice(mention: ActorMention): void {
    if (mention.resolved !== 'named' || mention.codes.length !== 1) return;
    for (const word of mention.text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .map(singular)) {
      if (OFFICE.test(word)) this.offices.set(word, mention.codes[0]!);
    }
  }

  remember(voice: Voice): void {
    if (this.recent.at(-1) !== voice) this.recent.push(voice);
    if (this.recent.length > REMEMBERED) this.recent.shift();
    if (voice.surname === null) return;
    const known = this.bySurname.get(voice.surname);
    if (known !== undefined && !mayBeSame(known, voice, true)) return;
    if (known === undefined || known.links[0].state === null || voice.links[0].state !== null)
      this.bySurname.set(voice.surname, voice);
  }
}
