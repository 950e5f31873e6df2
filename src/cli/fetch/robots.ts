/** A robots.txt in, whether a path may be fetched out (RFC 9309). */

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** Longest robots.txt that is looked at, in characters; the standard asks for at least 500 KiB. */
const LONGEST = 512 * 1024;

/**
 * True where `agent` may fetch `path`: the longest matching rule of the most specific group decides, and allowing wins a tie.
 *
 * @example robotsAllow('User-agent: *\nDisallow: /private', 'verbale', '/private/a') // false
 */
export function robotsAllow(robots: string, agent: string, path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rulesFor(robots.slice(0, LONGEST), agent.toLowerCase())) {
    if (!matches(rule.pattern, path)) continue;
    const longer = best === null || rule.pattern.length > best.pattern.length;
    if (longer || (rule.pattern.length === best?.pattern.length && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

function rulesFor(robots: string, agent: string): readonly Rule[] {
  const own: Rule[] = [];
  const all: Rule[] = [];
  let named: string[] = [];
  let inRules = false;
  for (const line of robots.split(/\r\n?|\n/)) {
    const [key, value] = fieldOf(line);
    if (key === 'user-agent') {
      if (inRules) named = [];
      inRules = false;
      named.push(value.toLowerCase());
    } else if (key === 'allow' || key === 'disallow') {
      inRules = true;
      if (value === '') continue;
      const rule = { allow: key === 'allow', pattern: value };
      if (named.some((n) => n !== '*' && n !== '' && agent.startsWith(n))) own.push(rule);
      if (named.includes('*')) all.push(rule);
    }
  }
  return own.length > 0 ? own : all;
}

function fieldOf(line: string): readonly [string, string] {
  const bare = line.split('#', 1)[0] ?? '';
  const colon = bare.indexOf(':');
  return colon < 0 ? ['', ''] : [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
}

/** Matches with `*` and a final `$`, walking both strings once per star: no regular expression is built from foreign text. */
function matches(pattern: string, path: string): boolean {
  const whole = pattern.endsWith('$');
  const parts = (whole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(parts[0] ?? '')) return false;
  let at = (parts[0] ?? '').length;
  for (const [i, part] of parts.slice(1).entries()) {
    const last = i === parts.length - 2;
    const found = whole && last ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !whole || at === path.length;
}
