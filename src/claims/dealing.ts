/** Whether a draft tells a dealing of governments, its sides filled in as far as they can be. */
import type { ActorCode } from '../model/index.ts';
import { type ReportContext, speakerCodes } from './context.ts';
import type { Draft } from './draft.ts';
import { codesOf, type Party } from './parties.ts';

/** The frame that reads any verb told as future. */
export const UNDERTAKING = 'claims/agree/future';

/** The frame that reads any verb told as a duty: a dealing only under an agreement. */
export const DUTY = 'claims/agree/duty';

/** Between two parties, or of one with something that is done to it or left open. */
export function isDealing(ctx: ReportContext, draft: Draft): boolean {
  if (
    draft.rule === UNDERTAKING &&
    draft.status !== 'agreed' &&
    draft.status !== 'denied' &&
    !ownWord(ctx, draft) &&
    !isBetween(draft)
  )
    return false;
  if (draft.rule === DUTY && draft.status !== 'agreed') return false;
  if (!draft.crowd && draft.actors.length > 0 && draft.actors.every((p) => isPrivate(ctx, p))) return false;
  const actors = codesOf(draft.actors);
  const counterparts = codesOf(draft.counterparts);
  const all = new Set([...actors, ...counterparts]);
  if (all.size >= 2) return true;
  if (draft.open && all.size === 1) return true;
  if (draft.mutual) return all.size === 1 && isOrganisation(ctx, [...all][0]!);
  const partial = [...draft.actors, ...draft.counterparts].some((p) => p.partial);
  return (
    all.size === 1 &&
    (partial ||
      (counterparts.length === 1 &&
        actors.length === 0 &&
        ((draft.kind === 'conflict' && !draft.weak) || isTaken(draft) || isDoneToOfficial(draft) || draft.crowd)))
  );
}

const TAKEN: ReadonlySet<string> = new Set(['kidnap', 'abduct', 'hijack']);

/** "A Danish engineer was kidnapped": the victim's state is concerned, whoever did it. */
function isTaken(draft: Draft): boolean {
  return TAKEN.has(draft.triggerLemma) && draft.status === 'happened';
}

const DONE_TO: ReadonlySet<string> = new Set(['RETREAT', 'COERCE', 'SANCTION']);
const SENT: ReadonlySet<string> = new Set(['office', 'mission']);

/** "Togo's consul was set free", "Togo's embassy was closed": its state is concerned, whoever did it. */
function isDoneToOfficial({ passive, nominal, weak, plover, counterparts }: Draft): boolean {
  if (!passive || nominal || weak || !DONE_TO.has(plover ?? '')) return false;
  return counterparts.some(({ mention }) => mention !== null && SENT.has(mention.form));
}

/** "is to give Tonga a patrol boat": both sides stand with the words themselves. */
function isBetween(draft: Draft): boolean {
  const named = (p: Party): boolean => p.codes.length > 0 && !p.inferred;
  return draft.actors.some(named) && draft.counterparts.some(named);
}

/** A firm, a singer, a traveller: known by nationality alone. */
function isPrivate(ctx: ReportContext, { mention }: Party): boolean {
  if (mention?.form !== 'demonym' && mention?.form !== 'adjective') return false;
  const lemma = ctx.trees[mention.sentence]?.lemmas[mention.head] ?? '';
  return ctx.lexicon.private.has(lemma);
}

/** The doer itself says what it will do. */
function ownWord(ctx: ReportContext, draft: Draft): boolean {
  if (!draft.utterance) return false;
  const speaker = speakerCodes(ctx, draft.utterance);
  return codesOf(draft.actors).some((code) => speaker.includes(code));
}

/** Whether a code names an organisation, as the tables or this report know it. */
export function isOrganisation(ctx: ReportContext, code: ActorCode): boolean {
  return ctx.organisations.has(code) || ctx.actors.some((m) => m.kind === 'organisation' && m.codes.includes(code));
}
