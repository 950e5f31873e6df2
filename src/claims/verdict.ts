/** Kind, class and status of a match from its frame, its mood and by whose word it is told. */
import type { ClaimKind, PloverClass, Status, Utterance } from '../model/index.ts';
import type { Frame } from './lexicon.ts';
import type { Mood } from './mood.ts';

/** What a match amounts to; null where it tells nothing. */
export interface Verdict {
  readonly kind: ClaimKind;
  readonly plover: PloverClass | null;
  readonly status: Status;
  readonly why: string;
}

export interface Word {
  /** The innermost utterance that carries the match, if any. */
  readonly utterance: Utterance | null;
  /** The speaker's side is among the actors: a promise or threat of one's own. */
  readonly own: boolean;
  readonly short: boolean;
  /** A calendar time stands with the match. */
  readonly dated: boolean;
  /** A day within the next two months stands with it: "meets on Thursday" is a plan. */
  readonly soon: boolean;
  /** It is held back only if the other side gives way: "unless the men are freed". */
  readonly unless: boolean;
  /** "have occupied it since 2001". */
  readonly since: boolean;
}

const FRIENDLY: ReadonlySet<string> = new Set(['SUPPORT', 'AID', 'COOPERATE', 'RETREAT', 'CONCEDE', 'AGREE']);
const DEEDS: ReadonlySet<string> = new Set(['AID', 'COOPERATE', 'RETREAT', 'CONCEDE']);
const HOSTILE: ReadonlySet<string> = new Set(['SANCTION', 'ASSAULT', 'COERCE', 'REJECT', 'PROTEST', 'THREATEN']);
const UNREAL: ReadonlySet<Status> = new Set(['planned', 'offered', 'conditional', 'hypothetical', 'agreed']);
const MEETS: ReadonlySet<ClaimKind> = new Set(['meeting', 'visit', 'plan']);

export function verdictOf(frame: Frame, mood: Mood, word: Word): Verdict | null {
  if (mood.insideCondition) return null;
  if (mood.effects.has('purpose') && !mood.effects.has('planned')) return null;
  const { status, why, negated } = statusOf(frame, mood, word);
  if (negated) return denied(frame, mood, word, why);
  if (mood.effects.has('pending')) return { kind: 'status', plover: 'REJECT', status: 'ongoing', why };
  const base: Verdict = { kind: frame.kind, plover: classOf(frame), status, why };
  if (mood.effects.has('demanded') && !frame.operator && !word.utterance && !word.short) return null;
  const asked = mood.effects.has('demanded') && status === 'demanded' && frame.status !== 'demanded';
  if (asked) return { ...base, kind: 'statement', plover: 'REQUEST' };
  return UNREAL.has(status) && (!frame.operator || frame.future) ? unreal(frame, base, mood, word) : base;
}

function classOf(frame: Frame): PloverClass | null {
  return frame.plover === 'none' ? null : frame.plover;
}

/** What did not happen has no class of its own unless the frame gives one ("has not answered"). */
function denied(frame: Frame, mood: Mood, word: Word, why: string): Verdict {
  const refuses = mood.tense === 'future' || FRIENDLY.has(frame.plover) || frame.plover === 'CONSULT';
  if (word.short && refuses && !frame.negated?.plover) {
    return {
      kind: 'statement',
      plover: 'REJECT',
      status: 'happened',
      why: `${why}: what a side will not do it refuses`,
    };
  }
  if (HOSTILE.has(frame.plover) && frame.plover !== 'REJECT' && mood.tense === 'future' && word.own && !word.short) {
    const status = mood.condition === null ? 'planned' : 'conditional';
    return { kind: 'commitment', plover: 'AGREE', status, why: `${why}: to forgo harm is a promise` };
  }
  const kind = frame.negated?.kind ?? deniedKind(frame, word);
  const plover = frame.negated?.plover;
  return {
    kind,
    plover: plover === undefined || plover === 'none' ? null : plover,
    status: frame.negated?.status ?? 'denied',
    why,
  };
}

function deniedKind(frame: Frame, word: Word): ClaimKind {
  if (MEETS.has(frame.kind)) return frame.kind;
  return word.utterance ? 'statement' : 'status';
}

/** Promised friendliness is AGREE, announced harm THREATEN; meetings keep their class. */
function unreal(frame: Frame, base: Verdict, mood: Mood, word: Word): Verdict {
  const future = frame.future;
  if (word.unless && base.status === 'conditional' && !MEETS.has(frame.kind))
    return { ...base, plover: 'THREATEN', kind: 'statement' };
  // A schedule of one's own keeps the class of the deed; what was agreed, or all that is told, is a promise.
  const promised = word.short || base.status === 'agreed' || base.status === 'offered';
  if (future && promised && future.plover === base.plover && FRIENDLY.has(base.plover ?? '')) {
    return { ...base, plover: 'AGREE', kind: promiseKind(base) };
  }
  if (future && !(mood.effects.has('settled') && future.plover === 'THREATEN')) {
    return {
      ...base,
      kind: future.kind ?? (future.plover === 'AGREE' ? promiseKind(base) : base.kind),
      plover: future.plover === undefined ? base.plover : future.plover === 'none' ? null : future.plover,
      status: future.status ?? base.status,
    };
  }
  const plover = base.plover ?? '';
  // What the report itself tells as due to be done is a schedule, nobody's promise.
  const scheduled = base.status === 'planned' && word.utterance === null && !word.short;
  if (scheduled && DEEDS.has(plover)) return { ...base, kind: 'plan' };
  // Of a bare sentence the announcement is all there is; PLOVER reads a future meeting as an agreement to meet.
  if (plover === 'CONSULT' && word.short && base.status === 'planned') return { ...base, plover: 'AGREE' };
  if (FRIENDLY.has(plover)) return { ...base, plover: 'AGREE', kind: promiseKind(base) };
  if (plover === 'MOBILIZE' && base.status === 'conditional') return { ...base, plover: 'THREATEN', kind: 'statement' };
  if (HOSTILE.has(plover) && mood.effects.has('settled')) return base;
  if (HOSTILE.has(plover)) {
    const threat = word.own || (word.short && !mood.effects.has('happened')) || mood.condition !== null;
    if (threat && !(word.dated && base.status === 'planned')) return { ...base, plover: 'THREATEN', kind: 'statement' };
    return { ...base, kind: 'plan' };
  }
  return base;
}

function promiseKind(base: Verdict): ClaimKind {
  if (base.status === 'offered') return 'offer';
  if (base.kind === 'agreement') return 'agreement';
  return ['agreed', 'planned', 'conditional'].includes(base.status) ? 'commitment' : 'plan';
}

interface Decision {
  readonly status: Status;
  readonly why: string;
  /** The words themselves deny it, rather than the frame meaning a denial. */
  readonly negated?: true;
}

function statusOf(frame: Frame, mood: Mood, word: Word): Decision {
  const { effects } = mood;
  const because = (status: Status, reason: string): Decision => ({ status, why: reason });
  const words = mood.why.join(', ');
  const act = word.utterance?.negated ? 'say' : word.utterance?.act;
  const negated = effects.has('negated') !== (act === 'deny' && !frame.speech);
  if (effects.has('pending')) return because('ongoing', words);
  if (negated || effects.has('denied'))
    return { status: 'denied', why: words || 'the speaker denies it', negated: true };
  if (effects.has('demanded') && !frame.operator) return because('demanded', words);
  if (mood.condition !== null && !isPlain(frame, mood)) return because('conditional', words);
  if (effects.has('hypothetical')) return because('hypothetical', words);
  if (effects.has('alleged')) return because('alleged', words);
  if (frame.operator && frame.status) return operatorStatus(frame, mood, words);
  if (effects.has('offered')) return because('offered', words);
  if (effects.has('agreed')) return because('agreed', words);
  const scheduled = mood.tense === 'present' && word.soon && !frame.lasting && frame.plover !== 'ASSAULT';
  if (effects.has('planned') || effects.has('future') || mood.tense === 'future' || scheduled) {
    return because('planned', words || 'told as future');
  }
  if (effects.has('ongoing') && frame.kind !== 'meeting') return because('ongoing', words);
  if (word.since && mood.tense === 'perfect') return because('ongoing', 'told as lasting since then');
  if (mood.tense === 'progressive' && frame.kind !== 'meeting') return because('ongoing', 'told as going on');
  if (act === 'allege' || act === 'accuse')
    return because('alleged', `the cue "${word.utterance?.verb}" leaves it open`);
  if (act === 'promise' && mood.tense === 'infinitive') return because('planned', 'promised');
  if (frame.status) return because(frame.status, 'what the words of the frame mean');
  if (frame.lasting) return because('ongoing', 'a state of affairs');
  return because('happened', `told as a fact (${mood.tense})`);
}

/** A condition on a deed told as done is no condition on the deed ("left after", "came once"). */
function isPlain(frame: Frame, mood: Mood): boolean {
  if (frame.operator) return frame.status === 'demanded';
  return ['past', 'perfect', 'pluperfect'].includes(mood.tense) && !mood.effects.has('future');
}

function operatorStatus(frame: Frame, mood: Mood, words: string): Decision {
  const base = frame.status as Status;
  if (base === 'happened' && mood.tense === 'progressive') return { status: 'ongoing', why: 'told as going on' };
  const future = mood.effects.has('planned') || mood.effects.has('future') || mood.tense === 'future';
  if (future && base !== 'agreed' && base !== 'planned' && !isReadiness(frame))
    return { status: 'planned', why: words || 'told as future' };
  return { status: base, why: 'what the words of the frame mean' };
}

/** "would be happy to lend": readiness told politely is as much of an offer as "is happy to". */
function isReadiness(frame: Frame): boolean {
  return frame.status === 'offered' && frame.adjectives !== undefined;
}
