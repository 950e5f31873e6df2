/** Persons and offices as reports named them. */
import type { Hono } from 'hono';
import { fold, skeleton } from '../../actors/fold.ts';
import { answer, type DeskContext } from '../desk-context.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { officesPage } from '../pages/offices.ts';
import { type PeopleList, peoplePage } from '../pages/people.ts';
import { personPage, type ShownPerson } from '../pages/person.ts';
import { pageNumber, personPath } from '../paths.ts';
import { organOf, postsOf, statesOf } from '../posts.ts';
import type { Person, Roster } from '../roster.ts';

const A_PAGE = 100;

type Asked = Readonly<Record<string, string>>;

/** True where every word searched for stands in a name, in any spelling. */
function bears(person: Person, text: string): boolean {
  const names = [person.name, ...person.also].flatMap((n) => n.split(/[\s.-]+/)).map(fold);
  return text
    .split(/[\s.-]+/)
    .filter((w) => w !== '')
    .every((w) => names.some((n) => n.startsWith(fold(w)) || (skeleton(w) !== '' && skeleton(n) === skeleton(w))));
}

function listOf(roster: Roster, asked: Asked): PeopleList {
  const filter = { text: asked.text?.trim() ?? '', state: asked.state ?? '', organ: asked.organ ?? '' };
  const found = roster.people.filter(
    (p) =>
      bears(p, filter.text) &&
      (filter.state === '' || p.evidence.some((e) => e.role.code === filter.state)) &&
      (filter.organ === '' || p.evidence.some((e) => organOf(e.role) === filter.organ)),
  );
  const page = pageNumber(asked.page);
  const organs = new Set(roster.people.flatMap((p) => p.evidence.map((e) => organOf(e.role))));
  return {
    filter,
    page,
    pages: Math.max(1, Math.ceil(found.length / A_PAGE)),
    total: found.length,
    people: found.slice((page - 1) * A_PAGE, page * A_PAGE),
    states: statesOf(roster.people),
    organs: [...organs].filter((o) => o !== '').sort(),
  };
}

/** The name as the words of a report spell it; null where they do not end with it. */
function printedName(name: string, said: string): string | null {
  const length = name.split(' ').length;
  const last = said.trim().split(/\s+/).slice(-length).join(' ');
  const alike = (a: string, b: string): boolean =>
    fold(a) === fold(b) || (skeleton(a) !== '' && skeleton(a) === skeleton(b));
  const [a, b] = [name.split(' '), last.split(' ')];
  return b.length === length && a.every((w, i) => alike(w, b[i] ?? '')) ? last : null;
}

/** The words each role rests on, from the reports themselves. */
async function withWords({ ledger }: DeskContext, person: Person, roster: Roster): Promise<ShownPerson> {
  const evidence = [];
  for (const e of person.evidence) {
    const reading = await ledger.reading(e.report, e.reading);
    evidence.push({ ...e, words: reading?.report.text.slice(e.role.start, e.role.end) ?? '' });
  }
  const namesakes = roster.people
    .filter((p) => p !== person && fold(p.name) === fold(person.name))
    .map(({ slug, name, code }) => ({ slug, name, code }));
  const printed = evidence.flatMap((e) => printedName(e.role.name, e.words) ?? []);
  const also = [...new Set([...person.also, ...printed])].filter((n) => n !== person.name);
  return { ...person, also, evidence, posts: postsOf(person.evidence), namesakes };
}

export function routePeople(app: Hono, context: DeskContext): void {
  app.get('/people', async (c) =>
    answer(c, listOf(await context.roster(), c.req.query()), (shown) => peoplePage(shown, context)),
  );
  app.get('/people/:slug', async (c) => {
    const slug = c.req.param('slug');
    const roster = await context.roster();
    const person = roster.at(slug);
    if (person === null) {
      return answer(c, { missing: slug }, () => notFoundPage(context, `No report names “${slug}”.`), 404);
    }
    if (person.slug !== slug) return c.redirect(personPath(person.slug), 302);
    return answer(c, await withWords(context, person, roster), (shown) => personPage(shown, context));
  });
  app.get('/offices', async (c) => {
    const { people } = await context.roster();
    const states = statesOf(people);
    const asked = c.req.query('state') ?? '';
    const state = asked === '' ? (states[0]?.code ?? '') : asked;
    const posts = people
      .flatMap((p) => postsOf(p.evidence).map((post) => ({ ...post, slug: p.slug, name: p.name })))
      .filter((p) => (p.code ?? '') === state);
    return answer(c, { state, states, posts }, (shown) => officesPage(shown, context));
  });
}
