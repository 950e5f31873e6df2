import type { ActorCode } from '../model/actor.ts';
import type { Report } from '../model/report.ts';
import type { Rules } from '../rules/rules.ts';

const cache = new WeakMap<object, ReadonlyMap<string, ActorCode | null>>();

/** State of the dateline's first place; null where there is none, or where two states share the name. */
export function homeState(report: Pick<Report, 'dateline'>, rules: Pick<Rules, 'actors'>): ActorCode | null {
  if (report.dateline === null) return null;
  const place = report.dateline.split(/,|\(|\s[–—-]|\//)[0] ?? '';
  return placesOf(rules).get(key(place)) ?? null;
}

function placesOf(rules: Pick<Rules, 'actors'>): ReadonlyMap<string, ActorCode | null> {
  const known = cache.get(rules.actors);
  if (known !== undefined) return known;
  const out = new Map<string, ActorCode | null>();
  for (const actor of rules.actors) {
    if (actor.kind !== 'state') continue;
    const capitals = (actor.capitals ?? []).flatMap((c) => [c.name, ...(c.aliases ?? [])]);
    for (const name of new Set([...capitals, ...(actor.places ?? []), ...actor.names].map(key))) {
      out.set(name, out.has(name) && out.get(name) !== actor.code ? null : actor.code);
    }
  }
  cache.set(rules.actors, out);
  return out;
}

function key(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
