/** How the ledger itself, in neutral words, says what each kind of claim says happened. */
import type { Claim, ClaimKind, PloverClass } from '../model/index.ts';

/** Forms of a predicate; `toward` joins the other party, `alone` stands where there is none. */
export interface Verb {
  readonly base: string;
  readonly past: string;
  readonly ing: string;
  /** Past participle: "is said to have ...". */
  readonly part: string;
  readonly toward: string;
  /** What follows where no other party is named. */
  readonly alone?: string;
}

function verb(forms: string, toward: string, alone?: string): Verb {
  const [base = '', past = '', ing = '', part = past] = forms.split('/');
  return { base, past, ing, part, toward, ...(alone === undefined ? {} : { alone }) };
}

/** Speech acts and acts by PLOVER class, for kinds that do not tell them apart. */
const BY_CLASS: Readonly<Record<PloverClass, Verb>> = {
  AGREE: verb('agree/agreed/agreeing', 'with'),
  CONSULT: verb('confer/conferred/conferring', 'with'),
  SUPPORT: verb('support/supported/supporting', '', 'another party'),
  CONCEDE: verb('make a concession/made a concession/making a concession', 'to'),
  COOPERATE: verb('cooperate/cooperated/cooperating', 'with'),
  AID: verb('give aid/gave aid/giving aid/given aid', 'to'),
  RETREAT: verb('ease its stance/eased its stance/easing its stance', 'towards'),
  REQUEST: verb('call/called/calling', 'on', 'for action'),
  ACCUSE: verb('accuse/accused/accusing', '', 'another party'),
  REJECT: verb('turn down/turned down/turning down', 'a call or claim by', 'a call or claim'),
  THREATEN: verb('threaten/threatened/threatening', '', 'a measure'),
  PROTEST: verb('protest/protested/protesting', 'against an act of'),
  SANCTION: verb('impose a sanction/imposed a sanction/imposing a sanction', 'on'),
  MOBILIZE: verb('move forces/moved forces/moving forces', 'with regard to'),
  COERCE: verb('take a measure/took a measure/taking a measure/taken a measure', 'against'),
  ASSAULT: verb('attack/attacked/attacking', '', 'with force'),
};

const STATEMENT = verb('make a statement/made a statement/making a statement', 'on');

/** Kinds that say more than the class does. */
const BY_KIND: Readonly<Partial<Record<ClaimKind, Verb>>> = {
  meeting: verb('meet/met/meeting', 'with'),
  visit: verb('visit/visited/visiting', '', 'abroad'),
  offer: verb('make an offer/made an offer/making an offer', 'to'),
  agreement: verb('reach an agreement/reached an agreement/reaching an agreement', 'with'),
  commitment: verb('give an undertaking/gave an undertaking/giving an undertaking/given an undertaking', 'to'),
  plan: verb('announce plans/announced plans/announcing plans', 'concerning'),
  appointment: verb('make an appointment/made an appointment/making an appointment', 'concerning'),
  support: verb('support/supported/supporting', '', 'another party'),
  sanction: verb('impose a sanction/imposed a sanction/imposing a sanction', 'on'),
};

const BY_STATEMENT: Readonly<Partial<Record<PloverClass, Verb>>> = {
  SUPPORT: verb('speak favourably/spoke favourably/speaking favourably/spoken favourably', 'of'),
  COOPERATE: verb('speak of joint steps/spoke of joint steps/speaking of joint steps/spoken of joint steps', 'with'),
  CONCEDE: verb('speak of a concession/spoke of a concession/speaking of a concession/spoken of a concession', 'to'),
};

const BY_MEASURE: Readonly<Partial<Record<PloverClass, Verb>>> = {
  RETREAT: verb('ease a measure/eased a measure/easing a measure', 'towards'),
  COOPERATE: verb('take a step/took a step/taking a step/taken a step', 'with'),
  CONCEDE: verb('take a step/took a step/taking a step/taken a step', 'towards'),
  SUPPORT: verb('take a step/took a step/taking a step/taken a step', 'in favour of'),
  CONSULT: verb('take a step/took a step/taking a step/taken a step', 'with regard to'),
  AGREE: verb('take a step/took a step/taking a step/taken a step', 'with regard to'),
  // The class counts expulsions and recalls; the word would say more than the report does.
  SANCTION: BY_CLASS.COERCE,
};

const BY_CONFLICT: Readonly<Partial<Record<PloverClass, Verb>>> = {
  RETREAT: verb('pull back/pulled back/pulling back', 'before'),
  COERCE: verb('use force/used force/using force', 'against'),
};

/** The predicate of a claim. */
export function verbOf(claim: Pick<Claim, 'kind' | 'plover'>): Verb {
  const { kind, plover } = claim;
  const own = BY_KIND[kind];
  if (own) return own;
  const byClass = plover === null ? undefined : BY_CLASS[plover];
  if (kind === 'measure') return (plover && BY_MEASURE[plover]) || (byClass ?? BY_CLASS.COERCE);
  if (kind === 'conflict') return (plover && BY_CONFLICT[plover]) || (byClass ?? BY_CLASS.ASSAULT);
  // What a statement says about agreement or talks is its content; the act is the statement.
  if (plover === null || plover === 'CONSULT' || plover === 'AGREE') return STATEMENT;
  return BY_STATEMENT[plover] ?? BY_CLASS[plover];
}
