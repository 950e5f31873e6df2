/** Names right behind an office: one ("Foreign Minister Ana Berg") or several ("vice ministers Ana Berg and Bo Lind"). */
import { nameRun } from './names.ts';
import { own, ownerAfter } from './owner.ts';
import { type Draft, isPossessive, lower, place, type Scene, text, widen } from './scene.ts';
import type { Setting } from './senses.ts';

type Run = readonly [number, number];

/** A name that follows without a comma belongs to the office. */
export function takeName(scene: Scene, draft: Draft, setting: Setting): void {
  if (draft.use !== 'official' && draft.use !== 'group' && draft.use !== 'national') return;
  if ((draft.plural || draft.means !== '') && draft.use === 'national') return;
  if (draft.plural && takeNames(scene, draft, draft.last)) return;
  // "ambassador to Ruritania Ana Berg": the name may stand behind the receiving state.
  const run =
    nameRun(scene, draft.last) ?? (draft.receivingEnd === undefined ? null : nameRun(scene, draft.receivingEnd));
  if (run === null || scene.taken[run[0]] !== undefined) return;
  if (scene.titled && scene.scanned.at[run[0]]?.person == null) return;
  draft.nameAt = run;
  draft.name = text(scene, run[0], run[1]);
  draft.office = text(scene, officeStart(scene, draft), draft.officeEnd ?? draft.last);
  draft.headToken = run[1] - 1;
  widen(scene, draft, draft.first, run[1]);
  ownerOfNamed(scene, draft, setting);
}

/** "the two ministers, Ana Berg and Bo Lind": a person each; the phrase itself stays the pair. */
export function takeNames(scene: Scene, draft: Draft, from: number): boolean {
  const runs: Run[] = [];
  for (let t = from; runs.length < 6; ) {
    const run = nameRun(scene, t);
    if (run === null || scene.taken[run[0]] !== undefined) break;
    runs.push(run);
    const link = /^(?:and|,|&)$/.test(lower(scene, run[1]));
    if (!link) break;
    t = lower(scene, run[1] + 1) === 'and' ? run[1] + 2 : run[1] + 1;
  }
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined || runs.length < 2 || !holdsAnd(scene, first[1], last[0])) return false;
  runs.forEach((run, n) => {
    place(scene, memberOf(scene, draft, run, n, runs.length));
  });
  return true;
}

function holdsAnd(scene: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t += 1) if (/^(?:and|&)$/.test(lower(scene, t))) return true;
  return false;
}

/** One of several who share an office: two lands before it and two names behind go together in order. */
function memberOf(scene: Scene, draft: Draft, run: Run, n: number, all: number): Draft {
  const office = text(scene, officeStart(scene, draft), draft.officeEnd ?? draft.last);
  const codes = draft.codes.length === all ? [draft.codes[n]!] : draft.codes.length === 1 ? [...draft.codes] : [];
  return {
    ...draft,
    first: run[0],
    last: run[1],
    kind: 'person',
    form: 'person',
    codes,
    name: text(scene, run[0], run[1]),
    office: office.replace(/s$/i, ''),
    nameAt: run,
    headToken: run[1] - 1,
    plural: false,
    paired: false,
    pairPlace: [n, all],
    sharedFrom: draft.first,
    why:
      codes.length > 0
        ? `named with the office before it, in the order of its lands`
        : 'one of those who hold the office before it',
  };
}

/** "President Ana Berg of Ruritania". */
function ownerOfNamed(scene: Scene, draft: Draft, setting: Setting): void {
  if (draft.codes.length > 0 || lower(scene, draft.last) !== 'of') return;
  const owner = ownerAfter(scene, draft.last + 1, setting);
  if (owner === null || owner.codes.length !== 1) return;
  own(draft, owner.codes, `"${text(scene, draft.last, owner.edge)}" names whose it is`);
  widen(scene, draft, draft.first, owner.edge);
}

/** Where the office itself begins: behind its owner. */
export function officeStart(scene: Scene, draft: Draft): number {
  let t = draft.first;
  while (t < draft.headToken) {
    const hit = scene.scanned.at[t];
    const owner = hit !== undefined && hit.actors.length > 0 && hit.words.length === 0;
    const skipped = owner || (hit?.words.some((g) => g.use === 'tense' || g.use === 'partial') ?? false);
    if (!skipped && !isPossessive(scene, t) && !/^(?:and|,|-|&)$/.test(lower(scene, t))) break;
    t = skipped && hit !== undefined ? hit.last : t + 1;
  }
  return Math.min(t, draft.headToken);
}
