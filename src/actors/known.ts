/** Persons of the tables, by name, short form, rough key and office. Each is put together when a text first asks for it. */
import type { Entry } from '../rules/sections/index.ts';
import { keyOf } from './atoms.ts';
import { Chains } from './chains.ts';
import { skeleton } from './fold.ts';

export type ActorEntry = Entry<'actors'>;

/** A stretch of time as far as it is known: partial ISO dates, either end open. */
export interface Term {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface OfficeTerm extends Term {
  readonly office: string;
  readonly organ: string | null;
  readonly code: string;
  readonly acting: boolean;
  /** Until when the table this stands in was kept up to date. */
  readonly asOf?: string | undefined;
}

/** A person of the tables, with all roles over time. */
export interface KnownPerson {
  readonly name: string;
  /** Keys of what short mentions use. */
  readonly short: readonly string[];
  readonly roles: readonly OfficeTerm[];
}

type PersonEntry = NonNullable<ActorEntry['people']>[number];
type Listed = readonly [ActorEntry, PersonEntry];

/** Last word of a name. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

export class KnownPersons {
  readonly #byName = new Chains<Listed>();
  /** Names by the key of a short form. */
  readonly #byShort = new Chains<string>();
  readonly #byCode = new Map<string, ActorEntry>();
  readonly #made = new Map<string, KnownPerson>();
  #rough: Chains<string> | undefined;

  /** Lists the people of an actor; `named` is called for every full name and alias of one not listed before. */
  list(actor: ActorEntry, named: (name: string, person: () => KnownPerson) => void): void {
    this.#byCode.set(actor.code, actor);
    for (const p of actor.people ?? []) {
      const again = this.#byName.has(p.name);
      this.#byName.add(p.name, [actor, p]);
      if (again) continue;
      for (const short of p.short ?? [lastOf(p.name)]) this.#byShort.add(keyOf(short), p.name);
      const person = (): KnownPerson => this.#person(p.name);
      named(p.name, person);
      for (const name of p.aliases ?? []) named(name, person);
    }
  }

  /** Persons by the key of a short form. */
  bySurname(key: string): KnownPerson[] {
    return this.#byShort.get(key).map((name) => this.#person(name));
  }

  /** Persons who ever held an office of this actor. */
  holders(code: string, office: string): KnownPerson[] {
    const people = this.#byCode.get(code)?.people ?? [];
    return people.filter((p) => p.roles.some((r) => r.office === office)).map((p) => this.#person(p.name));
  }

  /** Persons by the rough key of their last name. */
  alike(key: string): KnownPerson[] {
    this.#rough ??= this.#roughNames();
    return this.#rough.get(key).map((name) => this.#person(name));
  }

  /** Made when the first unknown name asks for it: most reports come without. */
  #roughNames(): Chains<string> {
    const out = new Chains<string>();
    for (const name of this.#byName.keys()) {
      const key = skeleton(lastOf(name));
      if (key !== '') out.add(key, name);
    }
    return out;
  }

  #person(name: string): KnownPerson {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const listed = this.#byName.get(name);
    const [, first] = listed[0]!;
    const person = {
      name,
      short: (first.short ?? [lastOf(name)]).map(keyOf),
      roles: listed.flatMap(([actor, p]) => rolesOf(actor, p)),
    };
    this.#made.set(name, person);
    return person;
  }
}

function rolesOf(actor: ActorEntry, p: PersonEntry): OfficeTerm[] {
  return p.roles.map((r) => ({
    office: r.office,
    organ: r.organ ?? null,
    code: actor.code,
    acting: r.acting === true,
    asOf: actor.asOf,
    from: r.from,
    to: r.to,
  }));
}
