/** Who is who in one report: names bound to offices by the text or by the dated tables, found again under short forms. */

import { keyOf } from './atoms.ts';
import { fold, skeleton } from './fold.ts';
import type { KnownPerson, OfficeTerm } from './known.ts';
import type { Draft } from './scene.ts';
import { covers, type Tables } from './tables.ts';

/** A person as this report knows them. */
export interface Figure {
  name: string;
  code: string | null;
  office: string | null;
  organ: string | null;
  tense: Draft['tense'];
  gender: 'm' | 'f' | null;
  /** True where the text itself names the office. */
  learnt: boolean;
  readonly known: KnownPerson | null;
}

/** More persons than this in one report are kept by exact name only. */
export const MOST_FUZZY = 400;

export class People {
  readonly #tables: Tables;
  readonly #day: string | null;
  readonly #full = new Map<string, Figure>();
  readonly #short = new Map<string, Figure>();
  readonly #rough = new Map<string, Figure>();
  readonly figures: Figure[] = [];

  constructor(tables: Tables, day: string | null) {
    this.#tables = tables;
    this.#day = day;
  }

  /** The figure of a name with an office beside it; makes one where the report has none yet. */
  bind(name: string, draft: Draft): Figure {
    const figure = this.find(name) ?? this.#add(name, this.#inTables(name));
    // The usual owner of an office gives way to what is known of the person.
    if (draft.resolved === 'inferred' && figure.code !== null && draft.codes[0] !== figure.code) {
      draft.codes = [figure.code];
      draft.why = `known as ${figure.office ?? 'one'} of ${figure.code}`;
    }
    if (draft.means === 'counterpart') {
      // The word names no office: the tables or the one whose counterpart it is tell it.
      if (draft.codes.length === 1) figure.code ??= draft.codes[0]!;
    } else if (!figure.learnt) {
      figure.learnt = true;
      figure.office = draft.office ?? figure.office;
      figure.organ = draft.organ ?? figure.organ;
      figure.tense = draft.tense;
      if (draft.codes.length === 1) figure.code = draft.codes[0]!;
    } else if (figure.code === null && draft.codes.length === 1) {
      figure.code = draft.codes[0]!;
    }
    figure.gender ??= draft.gender ?? null;
    return figure;
  }

  /** A name whose land the text tells without an office. */
  settle(name: string, code: string): void {
    const figure = this.find(name) ?? this.#add(name, this.#inTables(name));
    figure.code ??= code;
  }

  /** The figure of a person found in the tables under the full name. */
  fromTables(person: KnownPerson): Figure {
    return this.#full.get(keyOf(person.name)) ?? this.#add(person.name, person);
  }

  /**
   * The person meant by a full name, a short form or another spelling; null where the report knows none.
   *
   * @example people.find('Darchiev') // the figure bound as "Alexander Darchiyev"
   */
  find(name: string): Figure | null {
    const key = keyOf(name);
    const exact = this.#full.get(key) ?? this.#short.get(key);
    if (exact !== undefined) return exact;
    const words = key.split(' ');
    const last = words.at(-1)!;
    const figure = this.#short.get(last) ?? this.#rough.get(skeleton(last)) ?? null;
    if (figure === null) return null;
    if (words.length === 1) return figure;
    const full = keyOf(figure.name);
    // "Alakija-Bello", "Urrejola Prat": part of the full name.
    if (` ${full} `.includes(` ${key} `)) return figure;
    return sameFirstName(words[0]!, full.split(' ')[0]!) ? figure : null;
  }

  /** Who held an office on the day by the tables; null where the tables cannot tell for sure. */
  holder(code: string, office: string): KnownPerson | null {
    const day = this.#day;
    if (day === null) return null;
    const sure = (r: OfficeTerm): boolean =>
      r.from !== undefined &&
      covers(r, day) &&
      (r.to !== undefined || (r.asOf !== undefined && day.slice(0, r.asOf.length) <= r.asOf));
    const all = this.#tables.persons.holders(code, office.toLowerCase());
    const held = all.filter((p) =>
      p.roles.some((r) => r.code === code && r.office === office.toLowerCase() && sure(r)),
    );
    return new Set(held).size === 1 ? held[0]! : null;
  }

  /** "Ruritania's Berg": the holder of an office of that state by this surname. */
  inOfficeOf(code: string, short: string): Figure | null {
    const all = this.#tables.persons.bySurname(keyOf(short));
    const held = all.filter((p) => p.roles.some((r) => r.code === code && covers(r, this.#day)));
    return held.length === 1 ? this.fromTables(held[0]!) : null;
  }

  /** The holder of an office on the day who goes by this short form, if there is just one. */
  inOffice(short: string): Figure | null {
    const held = this.#tables.persons.bySurname(keyOf(short)).filter((p) => p.roles.some((r) => covers(r, this.#day)));
    return held.length === 1 ? this.fromTables(held[0]!) : null;
  }

  #inTables(name: string): KnownPerson | null {
    const words = keyOf(name).split(' ');
    const candidates = [
      ...this.#tables.persons.bySurname(words.at(-1)!),
      ...this.#tables.persons.alike(skeleton(words.at(-1)!)),
    ];
    const fits = (p: KnownPerson): boolean =>
      words.length > 1
        ? sameFirstName(words[0]!, keyOf(p.name).split(' ')[0]!)
        : p.roles.some((r) => covers(r, this.#day));
    const found = [...new Set(candidates)].filter(fits);
    return found.length === 1 ? found[0]! : null;
  }

  /** A middle name that can stand alone: "Urrejola", not "Ali". */
  #isRare(word: string): boolean {
    const { words } = this.#tables;
    const common = words('clash-context', 'word-surname').has(word) || words('particle').has(word);
    return word.length > 4 && !common && this.#genderOf(word) === null;
  }

  /** He or she by a frequent given name; null where it tells nothing. */
  #genderOf(name: string): Figure['gender'] {
    const given = fold(name.split(' ')[0]!);
    if (this.#tables.words('given-name', 'f').has(given)) return 'f';
    return this.#tables.words('given-name', 'm').has(given) ? 'm' : null;
  }

  #add(name: string, known: KnownPerson | null): Figure {
    const role = known && roleOn(known, this.#day);
    const figure: Figure = {
      name: known?.name ?? name,
      code: role?.role.code ?? null,
      office: role?.role.office ?? null,
      organ: role?.role.organ ?? null,
      tense: role?.tense ?? 'current',
      gender: this.#genderOf(name),
      learnt: false,
      known,
    };
    this.figures.push(figure);
    this.#full.set(keyOf(name), figure);
    if (known) this.#full.set(keyOf(known.name), figure);
    const words = keyOf(name).split(' ');
    for (const short of [
      words.at(-1)!,
      words[0]!,
      ...words.slice(1, -1).filter((w) => this.#isRare(w)),
      ...(known?.short ?? []),
    ]) {
      if (short.length > 1) this.#short.set(short, this.#short.get(short) ?? figure);
    }
    this.#short.set(words.at(-1)!, figure);
    const rough = skeleton(words.at(-1)!);
    if (rough !== '' && this.figures.length <= MOST_FUZZY) this.#rough.set(rough, figure);
    return figure;
  }
}

/** The role held on the day, or the last one held before it as a former one. */
export function roleOn(
  person: KnownPerson,
  day: string | null,
): { readonly role: OfficeTerm; readonly tense: Draft['tense'] } | null {
  const held = person.roles.filter((r) => covers(r, day));
  const current = held.at(-1);
  if (current !== undefined) return { role: current, tense: current.acting ? 'acting' : 'current' };
  const past = person.roles.filter((r) => r.to !== undefined && day !== null && r.to < day);
  const last = past.sort((a, b) => (a.to! < b.to! ? -1 : 1)).at(-1);
  return last === undefined ? null : { role: last, tense: 'former' };
}

/** "Sergei" and "Sergey", "S." and "Sergei", "Mohammad" and "Mohammed". */
function sameFirstName(a: string, b: string): boolean {
  if (a === b || (a[0] === b[0] && (a.length === 1 || b.length === 1))) return true;
  if (a[0] !== b[0]) return skeleton(a) !== '' && skeleton(a) === skeleton(b);
  return skeleton(a) === skeleton(b) || distanceUpTo2(fold(a), fold(b)) <= (Math.min(a.length, b.length) > 5 ? 2 : 1);
}

/** Edit distance of two short words, 3 where it is greater than 2. */
export function distanceUpTo2(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 40) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(3, row[b.length]!);
}
