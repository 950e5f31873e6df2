/** Actor files as read in, faults out: what no single value shows - double codes, unknown codes, dates that cannot be. */
import type { RuleFault, RuleFile } from '../section.ts';

interface Term {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Role extends Term {
  readonly office: string;
  readonly acting?: boolean | undefined;
  readonly disputed?: boolean | undefined;
}

interface ActorFile {
  readonly code: string;
  readonly names: readonly string[];
  readonly partOf?: string | undefined;
  readonly exists?: Term | undefined;
  readonly members?: readonly (Term & { readonly code: string })[] | undefined;
  readonly people?: readonly { readonly name: string; readonly roles: readonly Role[] }[] | undefined;
}

type File = RuleFile<ActorFile>;

/** Offices that one person holds at a time. */
const SINGLE =
  /^(?:president|prime minister|foreign minister|secretary of state|chancellor|king|queen|emir|secretary-general)$/;

/** All faults of the files together. */
export function actorFaults(files: readonly File[]): RuleFault[] {
  const codes = new Map<string, string>();
  const out: RuleFault[] = [];
  for (const f of files) {
    const place = `${f.path}:${f.lineOf('code')}`;
    const taken = codes.get(f.content.code);
    if (taken !== undefined)
      out.push(fault(place, `code ${f.content.code} is taken at ${taken}`, 'Give each actor one file.'));
    codes.set(f.content.code, place);
  }
  for (const f of files) {
    out.push(...unknownCodes(f, codes), ...impossibleTerms(f), ...overlaps(f));
  }
  return out;
}

function fault(place: string, message: string, remedy: string): RuleFault {
  return { place, message, remedy };
}

function unknownCodes(f: File, codes: ReadonlyMap<string, string>): RuleFault[] {
  const remedy = 'Use the code of an actor file, or add the file.';
  const out: RuleFault[] = [];
  const { members, partOf } = f.content;
  (members ?? []).forEach((m, n) => {
    if (!codes.has(m.code))
      out.push(fault(`${f.path}:${f.lineOf('members', n)}`, `no actor has the code ${m.code}`, remedy));
  });
  if (partOf !== undefined && !codes.has(partOf)) {
    out.push(fault(`${f.path}:${f.lineOf('partOf')}`, `no actor has the code ${partOf}`, remedy));
  }
  return out;
}

function impossibleTerms(f: File): RuleFault[] {
  const out: RuleFault[] = [];
  const check = (t: Term | undefined, ...path: (string | number)[]): void => {
    if (t?.from === undefined || t.to === undefined || t.from.slice(0, t.to.length) <= t.to) return;
    const place = `${f.path}:${f.lineOf(...path)}`;
    out.push(
      fault(
        place,
        `begins on ${t.from}, after its end on ${t.to}`,
        'Mend the dates, or leave out the one not known for sure.',
      ),
    );
  };
  check(f.content.exists, 'exists');
  (f.content.members ?? []).forEach((m, n) => {
    check(m, 'members', n);
  });
  (f.content.people ?? []).forEach((p, n) => {
    p.roles.forEach((r, k) => {
      check(r, 'people', n, 'roles', k);
    });
  });
  return out;
}

interface Held extends Role {
  readonly name: string;
  readonly at: readonly [number, number];
}

/** After an election two may claim an office for months; longer than this is a slip of the pen. */
const CONTESTED_DAYS = 150;

/** Two holders of one office at one time: only where both dates are known to the day and no one is acting. */
function overlaps(f: File): RuleFault[] {
  const held = new Map<string, Held[]>();
  (f.content.people ?? []).forEach((p, n) => {
    p.roles.forEach((r, k) => {
      if (!SINGLE.test(r.office) || r.acting === true || r.disputed === true || r.from?.length !== 10) return;
      held.set(r.office, [...(held.get(r.office) ?? []), { ...r, name: p.name, at: [n, k] }]);
    });
  });
  return [...held.values()].flatMap((list) => {
    const sorted = list.sort((a, b) => (a.from! < b.from! ? -1 : 1));
    return sorted.slice(1).flatMap((next, i) => {
      const before = sorted[i]!;
      const runs =
        before.to?.length === 10 && daysFrom(next.from!, before.to) > CONTESTED_DAYS && before.name !== next.name;
      if (!runs) return [];
      const place = `${f.path}:${f.lineOf('people', next.at[0], 'roles', next.at[1])}`;
      const message = `${next.name} is ${next.office} from ${next.from}, ${before.name} until ${before.to}`;
      return [fault(place, message, 'One office has one holder: mend the dates, or mark one as acting.')];
    });
  });
}

function daysFrom(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
