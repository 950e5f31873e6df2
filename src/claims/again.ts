/** What a side does as another did before: "followed suit", "did the same", "Jordan has not". In: report, drafts. Out: drafts. */
import { agentOf, subjectOf } from './arguments.ts';
import type { ReportContext } from './context.ts';
import type { Draft } from './draft.ts';
import { codesOf, type Party, partiesIn, takenOver } from './parties.ts';
import { childBy, childrenBy, isPassive, type Tree } from './tree.ts';

const REACH = 1;

export function againOf(ctx: ReportContext, drafts: readonly Draft[]): Draft[] {
  if (ctx.short) return [];
  return ctx.trees
    .filter((tree) => !tree.headline)
    .flatMap((tree) =>
      tree.tokens.flatMap((_, at) => {
        const doers = followers(tree, at);
        const abstains = doers.length === 0 ? abstainers(tree, at) : [];
        const actors = doers.length > 0 ? doers : abstains;
        if (actors.length === 0) return [];
        const source = sourceOf(tree, at, drafts);
        return source ? again(tree, at, source, actors, abstains.length > 0) : [];
      }),
    );
}

/** What follows the verb where a deed is done again by another, as lemmas. */
const FOLLOWS: ReadonlyMap<string, RegExp> = new Map([
  ['do', /^(the same|likewise|so too|as much|so in (its|their) turn)/],
  [
    'follow',
    /^(suit|on the same|its example|the example|its lead|their (example|lead)|the (same )?(path|course|lead))/,
  ],
  ['take', /^(the same|a (similar|like|identical)) (step|measure|action|course|decision)/],
  ['proceed', /^(in the same|likewise|in like)/],
  ['act', /^(likewise|in the same|in like|in kind)/],
  ['respond', /^(in kind|likewise|in the same|with the same)/],
  ['reply', /^(in kind|in the same)/],
  ['retaliate', /^in kind/],
  ['reciprocate', /^(\W|in|with|on|the (gesture|measure|move|step))/],
]);

/** Who followed the example told just before. */
function followers(tree: Tree, at: number): Party[] {
  const lemma = tree.lemmas[at];
  if (lemma === undefined || !FOLLOWS.has(lemma)) return [];
  if (lemma === 'follow' && isPassive(tree, at)) {
    const agent = agentOf(tree, at);
    const subject = childBy(tree, at, 'nsubj:pass');
    const back = subject !== undefined && (tree.tokens[subject]!.upos === 'PRON' || (tree.actorAt[subject] ?? -1) >= 0);
    return agent !== undefined && back ? named(tree, agent) : [];
  }
  const object = childBy(tree, at, 'obj');
  const next = tree.lemmas.slice(at + 1, at + 5).join(' ');
  const likewise = FOLLOWS.get(lemma)!.test(next);
  if (!likewise && !(lemma === 'follow' && object === undefined && tree.tokens[at + 1]?.text === '.')) return [];
  const subject = subjectOf(tree, at);
  return subject === undefined ? [] : named(tree, subject);
}

/** "...; Jordan has not.": the verb is left out, and so is the deed. */
function abstainers(tree: Tree, at: number): Party[] {
  const token = tree.tokens[at]!;
  if (!['have', 'do', 'be'].includes(tree.lemmas[at]!)) return [];
  const not = tree.tokens[at + 1];
  const ends = /^[.;,]$/.test(tree.tokens[at + 2]?.text ?? '.');
  if (!not || !/^(not|n't|n’t)$/.test(not.text) || !ends || token.upos === 'PUNCT') return [];
  const before = tree.actors.find((m) => m.last === at);
  const heads = before && before.reading !== 'modifier' ? [before.head] : childrenBy(tree, at, 'nsubj');
  return heads.flatMap((h) => named(tree, h));
}

function named(tree: Tree, at: number): Party[] {
  return partiesIn(tree, at, 'yes').filter((p) => p.codes.length > 0);
}

/** The deed last told before, in the sentence or the one before it. */
function sourceOf(tree: Tree, at: number, drafts: readonly Draft[]): Draft | undefined {
  const start = tree.tokens[at]!.start;
  const near = drafts.filter(
    (d) => d.sentence >= tree.index - REACH && d.trigger.end <= start && !d.headline && codesOf(d.actors).length > 0,
  );
  const deeds = near.filter((d) => DEEDS.has(d.kind) && REAL.has(d.status));
  // "Oslo will give back what it took, and Riga will do likewise": what the clause is joined to.
  const joined = tree.tokens[tree.tokens[at]!.head];
  const beside = deeds.filter((d) => joined && d.trigger.start <= joined.start && joined.end <= d.trigger.end);
  return (beside.length > 0 ? beside : deeds).at(-1);
}

const REAL: ReadonlySet<string> = new Set(['happened', 'planned', 'ongoing', 'agreed']);

const DEEDS: ReadonlySet<string> = new Set(
  'measure agreement sanction support appointment statement plan commitment'.split(' '),
);

function again(tree: Tree, at: number, source: Draft, actors: readonly Party[], not: boolean): Draft[] {
  const mine = codesOf(actors);
  const others = codesOf(source.actors).filter((code) => !mine.includes(code));
  if (others.length === 0) return [];
  const answers = !source.mutual && codesOf(source.counterparts).some((code) => mine.includes(code));
  const partners =
    source.mutual || answers
      ? source.actors.filter((p) => others.some((c) => p.codes.includes(c)))
      : source.counterparts;
  const { start, end } = tree.tokens[at]!;
  const draft: Draft = {
    ...source,
    sentence: tree.index,
    trigger: { start, end },
    item: start,
    triggerLemma: tree.lemmas[at]!,
    actors: [...actors],
    counterparts: takenOver(partners),
    mutual: false,
    passive: false,
    nominal: false,
    utterance: tree.index === source.sentence ? source.utterance : null,
    more: [],
  };
  if (!not) return [draft];
  return [{ ...draft, kind: 'status', plover: null, status: 'denied', statusWhy: 'said to have been left undone' }];
}
