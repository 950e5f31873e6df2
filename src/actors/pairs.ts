/** Two or more parties meant at once: "both countries", "the parties", "all three", and either one of two. In: the words. Out: whom they mean. */
import type { Found } from './antecedent.ts';
import { type Discourse, isParty, ofStates } from './discourse.ts';
import { type Draft, headOf, isSubject, lower, type Scene, text } from './scene.ts';

const STATES = /countr|nation|state|neighbo|government|president|minister|leader|arm(?:y|ies)|capital|embass|people/i;

/** "both countries": the company named just before, else the two most present parties. */
export function pair(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const states = STATES.test(text(scene, draft.first, draft.last));
  const here = twoHere(scene, draft, talk, states);
  if (here !== null) return here;
  const doers = doersOf(scene, draft, talk);
  const company = talk.company(scene.index, draft.first, 2, 2);
  const others = doers.size > 0 ? neither(scene, draft, talk, doers) : null;
  if (others !== null) return others;
  if (company !== null && !talk.hasHelper(company.codes) && (!states || isOfState(scene, company.draft, company.codes)))
    return { codes: company.codes, from: company.draft, why: 'the two named together just before' };
  const best = talk.pair(scene.index, draft.first, states, doers);
  if (best.length < 2) return null;
  const codes = best.map((c) => c.code);
  return { codes, from: best[0]!.draft, why: `the two parties most present here: ${codes.join(', ')}` };
}

function isOfState(scene: Scene, d: Draft, codes: readonly string[] = d.codes): boolean {
  return d.kind !== 'organisation' && ofStates(scene, codes);
}

/** Those who do something to the two or in them. */
function doersOf(scene: Scene, draft: Draft, talk: Discourse): ReadonlySet<string> {
  const parties = [...talk.before(scene.index, draft.first, 0)].filter((d) => isParty(d) && d.reading !== 'place');
  return new Set(isTheirDoing(scene, draft, parties) && parties.length === 1 ? parties[0]!.codes : []);
}

/** The last two lands or parties named together that are not the one who does it. */
function neither(scene: Scene, draft: Draft, talk: Discourse, doers: ReadonlySet<string>): Found | null {
  for (const c of [...talk.companies, ...talk.lands].sort((a, b) => b.sentence - a.sentence)) {
    const before = c.sentence < scene.index || (c.sentence === scene.index && c.last <= draft.first);
    if (before && scene.index - c.sentence <= 3 && c.codes.length === 2 && !c.codes.some((x) => doers.has(x)))
      return { codes: c.codes, from: c.draft, why: 'the two named together just before' };
  }
  return null;
}

/** Just two parties stand before the words in their own sentence. */
function twoHere(scene: Scene, draft: Draft, talk: Discourse, states: boolean): Found | null {
  const there = [...talk.before(scene.index, draft.first, 0)].filter(
    (d) => isParty(d) && d.use !== 'reference' && (!states || isOfState(scene, d)),
  );
  const parties = there.filter((d) => d.reading !== 'place');
  const codes = [...new Set(parties.flatMap((d) => d.codes))];
  // "a visit to Norway that is to mend ties between the two": the land one goes to is the other.
  const lands = [...new Set(there.filter((d) => d.reading === 'place' && d.form === 'name').flatMap((d) => d.codes))];
  const all = codes.length === 1 && lands.length <= 2 ? [...new Set([...codes, ...lands])] : codes;
  if (all.length !== 2 || talk.hasHelper(all)) return null;
  if (isTheirDoing(scene, draft, parties)) return null;
  return { codes: all, from: parties[0]!, why: 'the two named in this sentence' };
}

/** "Norway sent medicine to the two countries": who does it is neither of them. */
function isTheirDoing(scene: Scene, draft: Draft, parties: readonly Draft[]): boolean {
  const { rel, head } = scene.tokens[draft.last - 1]!;
  if (!/^(?:obj|iobj|obl)/.test(rel)) return false;
  return parties.some((d) => isSubject(scene, d) && scene.tokens[headOf(scene, d)]!.head === head);
}

/** One of two names behind an office: the press names its own side first, so only the dateline's land can tell. */
export function oneOfPair(scene: Scene, draft: Draft, talk: Discourse, here: string | null): Found | null {
  const [n, all] = draft.pairPlace ?? [0, 0];
  const both = all === 2 ? pair(scene, draft, talk) : null;
  if (both === null || here === null || !both.codes.includes(here)) return null;
  const code = n === 0 ? here : both.codes.find((c) => c !== here);
  return code === undefined
    ? null
    : { codes: [code], from: null, why: `the side of the dateline (${here}) is named first` };
}

/** "the parties", "all three countries": a company of that size, else nobody unless just two are in play. */
export function set(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const wanted = numberIn(text(scene, draft.first, draft.last));
  const holders = wanted === 0 ? twoInOffice(scene, draft, talk) : null;
  if (holders !== null) return holders;
  const states = STATES.test(text(scene, draft.first, draft.last));
  const named = talk.company(scene.index, draft.first, wanted, 30);
  const company = named !== null && states && !ofStates(scene, named.codes) ? null : named;
  const all = talk.salient(scene.index, draft.first).filter((c) => !states || ofStates(scene, [c.code]));
  if (company !== null && (wanted > 0 || company.codes.length > 2 || all.length <= 2)) {
    return { codes: company.codes, from: company.draft, why: 'those named together before' };
  }
  if (wanted > 2)
    return all.length === wanted ? { codes: all.map((c) => c.code), from: null, why: 'all parties named' } : null;
  const third = all[2];
  // More than two in play and nothing that says which: left open.
  if (third !== undefined && third.score > 0.6 * all[1]!.score) return null;
  return pair(scene, draft, talk);
}

const OFFICES = /foreign ministers|ministers|presidents/;

/** "the foreign ministers" of two sides, where the last sentences name just two who hold that office. */
function twoInOffice(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const office = OFFICES.exec(text(scene, draft.first, draft.last).toLowerCase())?.[0].slice(0, -1);
  if (office === undefined) return null;
  const there = [...talk.before(scene.index, draft.first, 5)].filter(
    (d) => d.codes.length === 1 && d.office?.toLowerCase().includes(office) === true && !talk.hasHelper(d.codes),
  );
  const codes = [...new Set(there.map((d) => d.codes[0]!))];
  return codes.length === 2 ? { codes: codes.reverse(), from: there.at(-1)!, why: 'the two named who hold it' } : null;
}

/** "the three eastern European countries": as many as were named together before. */
export function counted(scene: Scene, draft: Draft, talk: Discourse): Found | null {
  const numbers = ['two', 'three', 'four', 'five'];
  let t = draft.first - 1;
  while (draft.first - t < 6 && !numbers.includes(lower(scene, t)) && /^[\p{Ll}-]+$/u.test(lower(scene, t))) t -= 1;
  const wanted = numbers.indexOf(lower(scene, t)) + 2;
  if (wanted < 2 || !/^(?:the|these|those|all|both)$/.test(lower(scene, t - 1))) return null;
  const company = talk.company(scene.index, t, wanted, 30);
  return company && { codes: company.codes, from: company.draft, why: 'as many as were named together before' };
}

/** 3 to 5 where the words say so, 0 for any number. */
function numberIn(words: string): number {
  const at = ['three', 'four', 'five'].findIndex((n) => words.toLowerCase().includes(n));
  return at < 0 ? 0 : at + 3;
}

/** "the former", "the latter": of the two named together just before, else of the only two named there, in their order. */
export function ofTwo(scene: Scene, draft: Draft, talk: Discourse, which: 0 | 1): Found | null {
  const company = talk.company(scene.index, draft.first, 2, 1);
  const codes = company?.codes ?? onlyTwo(scene, draft, talk);
  const code = codes?.[which];
  if (code === undefined) return null;
  const named = which === 0 ? 'first' : 'second';
  return { codes: [code], from: null, why: `the ${named} of the two named just before` };
}

/** The parties of this sentence, or of the one before, where they are just two. */
function onlyTwo(scene: Scene, draft: Draft, talk: Discourse): readonly string[] | null {
  for (let back = 0; back <= 1; back += 1) {
    const there = [...talk.before(scene.index - back, back === 0 ? draft.first : Number.MAX_SAFE_INTEGER, 0)];
    const named = there.filter((d) => isParty(d) && d.use !== 'reference' && d.codes.length === 1).reverse();
    const codes = [...new Set(named.flatMap((d) => d.codes))];
    if (codes.length === 2) return codes;
    if (codes.length > 0) return null;
  }
  return null;
}
