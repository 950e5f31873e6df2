/** Which wire service is credited: in a byline, a dateline, a bracket at the end, a source line or a notice. */
import type { Rules } from '../rules/rules.ts';

interface Known {
  /** Written form to the id of the agency. */
  readonly names: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly suffix: RegExp;
}

const tables = new WeakMap<object, Known>();

function knownOf(rules: Rules): Known {
  const made = tables.get(rules);
  if (made) return made;
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  const suffixes: string[] = [];
  for (const entry of rules.pages) {
    if (entry.kind !== 'agencies') continue;
    suffixes.push(...entry.suffixes);
    for (const a of entry.agencies) {
      for (const n of a.names) names.set(n.toLowerCase(), a.id);
      for (const c of a.codes ?? []) codes.set(c, a.id);
    }
  }
  const endings = suffixes.join('|');
  const suffix = new RegExp(
    `^(?:(?:\\p{Lu}[\\p{L}'’.-]*)\\s){1,3}(?:${endings})$|^(?:${endings})(?:\\s\\p{Lu}[\\p{L}'’.-]*){1,3}$|^(?:Agencia|Agência|Agence|Agenzia)\\s\\p{Lu}[\\p{L} ]{2,40}$`,
    'u',
  );
  const known = { names, codes, suffix };
  tables.set(rules, known);
  return known;
}

/**
 * The agency that a credit names, or null where it names a person, a desk or nothing known.
 *
 * @example creditedAgency('AP', rules) // 'AP'
 */
export function creditedAgency(credit: string, rules: Rules): string | null {
  const known = knownOf(rules);
  const text = credit.replace(/^[\s([]+|[\s)\].,;:]+$/g, '').replace(/^the\s+/i, '');
  const whole = known.codes.get(text) ?? known.names.get(text.toLowerCase());
  if (whole) return whole;
  const named = text.match(/^(\p{Lu}[\p{L} ]{4,40}?)\s*\(([A-Z]{2,6})\)?$/u);
  if (named && known.suffix.test(named[1]!)) return credit.trim();
  return known.suffix.test(text) ? text : null;
}

/** An agency named anywhere in a short credit line ("AP Moscow", "With inputs from PTI and agencies"). */
export function agencyInLine(line: string, rules: Rules): string | null {
  const known = knownOf(rules);
  for (const piece of line.split(/[|/•·;,()–—]|\s-\s|\band\b|\bwith\b|\bvia\b|\bfrom\b|\bby\b/i)) {
    const credit = creditedAgency(piece.trim(), rules);
    if (credit) return credit;
  }
  const lower = ` ${line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')} `;
  for (const [name, id] of known.names) if (lower.includes(` ${name} `)) return id;
  for (const word of line.match(/[\p{L}-]{2,12}/gu) ?? []) {
    const id = known.codes.get(word);
    if (id) return id;
  }
  return null;
}

/** `(Reuters)`, `(AP) _`, `- dpa` in the opening of a wire text: the bracket before the first sentence. */
export function datelineAgency(opening: string, rules: Rules): string | null {
  const m = opening.slice(0, 160).match(/^[^()]{0,90}\(([^()]{2,40})\)\s*(?:[-–—_:.]|$)/u);
  if (m) {
    const credit = creditedAgency(m[1]!, rules);
    if (credit) return credit;
    if (/^[A-Z]{2,5}$/.test(m[1]!) && /^[\p{Lu}\p{L} ,.'’-]{2,60}$/u.test(opening.slice(0, m[0].indexOf('('))))
      return m[1]!;
  }
  const after = opening
    .slice(0, 120)
    .match(/^[\p{L} ,.'’-]{2,60}?(?:,\s*\p{L}+\s+\d{1,2})?\s*[-–—.]\s*([\p{Lu}][\p{L}-]{1,20})\.?\s*[-–—.]\s/u);
  return after ? creditedAgency(after[1]!, rules) : null;
}

/** `(Reuters)` or `(AP/dm)` alone at the end of the text. */
export function closingAgency(line: string, rules: Rules): string | null {
  const m = line.match(/\(([^()]{2,60})\)\s*\.?$/);
  return m ? agencyInLine(m[1]!, rules) : null;
}
