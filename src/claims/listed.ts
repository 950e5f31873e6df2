/** What a report lists: papers signed, steps agreed, envoys received. In: report, drafts told so far. Out: a draft for each item. */
import type { ActorMention, DateMention, Occurs, Span } from '../model/index.ts';
import { type ReportContext, treeAt } from './context.ts';
import { contentWords, type Draft } from './draft.ts';
import type { Topic } from './matter.ts';
import { codesOf, inferredParties, type Party, partyOf, takenOver } from './parties.ts';
import { reportDay, termAmong } from './times.ts';
import { childrenBy, plainRel, type Tree } from './tree.ts';

const REACH = 2;

/** The drafts with what is listed after them; an item stands for whatever else its words may tell. */
export function withListed(ctx: ReportContext, drafts: readonly Draft[]): Draft[] {
  if (ctx.short) return [...drafts];
  return ctx.trees
    .filter((tree) => !tree.headline)
    .reduce<Draft[]>((told, tree) => addListed(ctx, tree, told), [...drafts]);
}

function addListed(ctx: ReportContext, tree: Tree, drafts: Draft[]): Draft[] {
  const before = drafts.filter((d) => d.sentence <= tree.index && d.sentence >= tree.index - REACH && !d.headline);
  const items = papers(ctx, tree, before) ?? steps(ctx, tree, drafts) ?? envoys(ctx, tree, before) ?? [];
  if (items.length === 0) return drafts;
  const from = Math.min(...items.map((d) => d.trigger.start));
  const kept = drafts.filter((d) => d.sentence !== tree.index || d.trigger.start < from);
  return [...kept, ...items];
}

const OPENING =
  /^(among (them|these|those|the (documents|papers|texts))|(they|these|those|the (documents|papers|texts|package)) (are|were|include[sd]?|comprised?|consist(ed)? of|also include[sd]?))\b/i;

/** "Among them are an agreement on visas and a memorandum on seed": each paper was signed as the sentence before says. */
function papers(ctx: ReportContext, tree: Tree, before: readonly Draft[]): Draft[] | null {
  if (!OPENING.test(textOf(ctx, tree))) return null;
  const source = before
    .filter((d) => d.kind === 'agreement' && d.sentence < tree.index && d.status !== 'denied')
    .at(-1);
  const words = ctx.lexicon.lists.get('agreements');
  if (!source || !words) return null;
  const heads = tree.tokens.flatMap((_, i) =>
    words.has(tree.lemmas[i]!.toLowerCase()) && standsFree(tree, i) ? [i] : [],
  );
  if (heads.length < 2) return null;
  const said = treeAt(ctx, source.sentence)!.sentence;
  const more = [{ start: said.start, end: said.end }];
  const wordsOf = (i: number): Span => ({
    start: tree.tokens[Math.min(i, ...childrenBy(tree, i, 'det', 'amod'))]!.start,
    end: tree.tokens[i]!.end,
  });
  return heads.map((i) => ({ ...itemOf(tree, source, wordsOf(i), i), more }));
}

function standsFree(tree: Tree, at: number): boolean {
  const rel = plainRel(tree.tokens[at]!);
  return (
    rel !== 'nmod' && rel !== 'compound' && childrenBy(tree, at, 'det').length + childrenBy(tree, at, 'amod').length > 0
  );
}

const LISTING =
  /\b(steps?|measures?|points?|items?|commitments?|undertakings?|elements?|provisions?|things)\b[^:]{0,40}:/i;

/** "lists three steps: (a) ..., (b) ...": each is undertaken by those who speak together. */
function steps(ctx: ReportContext, tree: Tree, drafts: readonly Draft[]): Draft[] | null {
  if (!LISTING.test(textOf(ctx, tree))) return null;
  const bound = drafts.filter((d) => d.sentence <= tree.index && codesOf(d.actors).length >= 2 && BINDING.has(d.kind));
  const source = bound.at(-1);
  const colon = tree.tokens.findIndex((t) => t.text === ':');
  if (!source || colon < 0) return null;
  const dates = ctx.datesOf.get(tree.index) ?? [];
  const occurs = dayOfList(ctx, dates, tree.tokens[colon]!.start) ?? source.occurs;
  const items = segments(tree, colon + 1).map(([first, last]): Draft => {
    const span = { start: tree.tokens[first]!.start, end: tree.tokens[last]!.end };
    const lemmas = tree.lemmas.slice(first, last + 1);
    const draft = itemOf(tree, source, span, first, [first, last]);
    const words = new Set(lemmas);
    const own = dates.filter((d) => d.start >= span.start && d.end <= span.end);
    return {
      ...draft,
      occurs,
      due: termAmong(ctx.report, own, occurs),
      kind: 'commitment',
      status: 'agreed',
      statusWhy: 'listed among what was agreed',
      plover: classOf(ctx, lemmas),
      words,
    };
  });
  return items.length < 2 ? null : items;
}

/** "The release, dated 8 May, lists two steps:": the day before the colon is that of the undertaking. */
function dayOfList(ctx: ReportContext, dates: readonly DateMention[], colon: number): Occurs | null {
  const day = reportDay(ctx.report);
  const told = dates.find((d) => d.end <= colon && d.value?.grain === 'day' && d.value.latest! <= (day ?? ''));
  return told?.value ? { ...told.value, text: told.text } : null;
}

const BINDING: ReadonlySet<string> = new Set(['agreement', 'commitment', 'plan', 'measure', 'meeting', 'statement']);
const MEETING: ReadonlySet<string> = new Set(['meet', 'meeting', 'talk', 'session', 'consultation', 'visit', 'summit']);
const ENDING: ReadonlySet<string> = new Set(['end', 'lift', 'lifting', 'easing', 'removal', 'waiver', 'exemption']);

function classOf(ctx: ReportContext, lemmas: readonly string[]): Draft['plover'] {
  if (lemmas.some((l) => MEETING.has(l))) return 'CONSULT';
  const restrictions = ctx.lexicon.lists.get('restrictions');
  const eased = lemmas.some((l) => ENDING.has(l)) && lemmas.some((l) => restrictions?.has(l));
  return eased ? 'CONCEDE' : 'AGREE';
}

/** The items between the marks "(a)" or the commas; what does not open like a thing of its own goes with the item before. */
function segments(tree: Tree, from: number): [number, number][] {
  const end = tree.tokens.length - 1;
  const cuts: number[] = [from];
  const marked = tree.tokens.some((_, i) => i >= from && isMark(tree, i));
  for (let i = from; i < end; i++) {
    if (marked ? isMark(tree, i) : splitsAt(tree, i)) cuts.push(i + 1);
  }
  const out = cuts.map((cut, n): [number, number] => trimmed(tree, cut, (cuts[n + 1] ?? end) - 1));
  return out.filter(([first, last]) => last - first >= 1);
}

/** "b" of "(b)". */
function isMark(tree: Tree, i: number): boolean {
  const [before, token, after] = [tree.tokens[i - 1]?.text, tree.tokens[i]?.text ?? '', tree.tokens[i + 1]?.text];
  if (/^\(?([a-h]|[1-9]|i{1,3}|iv|v)\)$/i.test(token)) return true;
  return token === ')' && /^([a-h]|[1-9]|i{1,3}|iv|v)$/i.test(before ?? '') && after !== undefined;
}

function splitsAt(tree: Tree, i: number): boolean {
  const { text } = tree.tokens[i]!;
  if (text !== ',' && text !== ';' && text !== 'and') return false;
  const next = tree.lemmas[i + 1] === 'and' ? i + 2 : i + 1;
  const opens = tree.tokens[next];
  return text !== ',' || tree.lemmas[i + 1] !== 'and'
    ? opens?.upos === 'DET' || opens?.upos === 'ADJ' || opens?.upos === 'NUM'
    : false;
}

function trimmed(tree: Tree, from: number, to: number): [number, number] {
  let [first, last] = [from, to];
  const skips = (i: number): boolean => /^(,|;|and|\(|\)|[a-h1-9])$/i.test(tree.tokens[i]?.text ?? '');
  while (first < last && skips(first)) first++;
  while (last > first && skips(last)) last--;
  return [first, last];
}

const PEOPLE =
  /^(they|these|the (new )?(envoys|ambassadors|diplomats|arrivals|three|four|five)|the newcomers) (are|were|include[sd]?)\b/i;
const RECEIVED: ReadonlySet<string> = new Set(['claims/agree/accept-papers', 'claims/appoint/credentials']);

/** "They are Ms Aho (Finland) and Mr Pham (Vietnam)": each envoy was received as the sentence before says. */
function envoys(ctx: ReportContext, tree: Tree, before: readonly Draft[]): Draft[] | null {
  if (!PEOPLE.test(textOf(ctx, tree))) return null;
  const source = before.filter((d) => RECEIVED.has(d.rule) && d.sentence < tree.index).at(-1);
  if (!source) return null;
  const receiving = source.rule === 'claims/agree/accept-papers' ? source.actors : source.counterparts;
  const named = receiving.filter((p) => p.codes.length > 0);
  const receiver = named.length > 0 ? named : hostOf(ctx, tree, source);
  const sent = tree.actors.filter((m) => isHome(tree, m) && !codesOf(receiver).some((code) => m.codes.includes(code)));
  const items = sent.map(
    (m): Draft => ({
      ...itemOf(tree, source, { start: m.start, end: m.end }, m.head),
      kind: 'appointment',
      plover: 'SUPPORT',
      mutual: false,
      passive: false,
      actors: [partyOf(m)],
      counterparts: takenOver(receiver),
    }),
  );
  return items;
}

/** Who receives envoys without being named is the side the report is most about. */
function hostOf(ctx: ReportContext, tree: Tree, { trigger }: Draft): Party[] {
  const code = ctx.parties.find((c) => !tree.actors.some((m) => m.codes.includes(c)));
  return code === undefined ? [] : inferredParties([code], trigger);
}

/** "(Finland)", "of Finland". */
function isHome(tree: Tree, m: ActorMention): boolean {
  const before = tree.tokens[m.first - 1]?.text;
  return (
    m.codes.length > 0 && (before === '(' || before === 'of') && (tree.tokens[m.last]?.text === ')' || before === 'of')
  );
}

function itemOf(tree: Tree, source: Draft, trigger: Span, at: number, words: Topic['words'] = null): Draft {
  return {
    ...source,
    sentence: tree.index,
    trigger,
    item: trigger.start,
    topic: { ...source.topic, sentence: tree.index, at, words },
    triggerLemma: tree.lemmas[at]!,
    actors: takenOver(source.actors),
    counterparts: takenOver(source.counterparts),
    words: contentWords(tree, at),
    nominal: false,
    more: [],
  };
}

function textOf(ctx: ReportContext, tree: Tree): string {
  return ctx.report.text.slice(tree.sentence.start, tree.sentence.end);
}
