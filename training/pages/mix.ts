/** Makes further training pages: the furniture of one page around the body of another, so that no site is learned by heart. */
import type { Part } from '../../src/clean/inline.ts';
import { pageFacts } from '../../src/clean/page-facts.ts';
import { pageMeasures } from '../../src/clean/page-measures.ts';
import type { Rules } from '../../src/rules/rules.ts';
import { random } from './boost.ts';
import type { Sample } from './samples.ts';

/** Mixed pages: each of the given ones lends its furniture `times` times. Deterministic. */
export function mixPages(samples: readonly Sample[], times: number, rules: Rules): Sample[] {
  const rand = random(5);
  const out: Sample[] = [];
  const frames = samples.filter((s) => s.variant === 'inner' || s.variant === 'wet');
  const bodies = samples.filter((s) => s.variant !== 'repeat' && s.body.some(Boolean));
  for (let t = 0; t < times; t++) {
    for (const frame of frames) {
      const body = bodies[Math.floor(rand() * bodies.length)]!;
      if (body.site === frame.site) continue;
      out.push(mix(frame, body, rand, rules, out.length));
    }
  }
  return out;
}

function mix(frame: Sample, body: Sample, rand: () => number, rules: Rules, n: number): Sample {
  const first = frame.body.indexOf(true);
  const last = frame.body.lastIndexOf(true);
  let above = frame.parts.slice(0, Math.max(0, first));
  const below = rand() < 0.12 ? [] : frame.parts.slice(last + 1);
  const title = titleOf(frame, rules);
  const other = titleOf(body, rules);
  if (title && other) above = above.map((p) => (p.text === title ? { ...p, text: other } : p));
  if (rand() < 0.12) above = above.slice(-Math.floor(rand() * 6));
  let text = body.parts.filter((_, i) => body.body[i]);
  if (rand() < 0.4) text = text.slice(0, 2 + Math.floor(rand() * 8));
  const gap = frame.parts[first]?.gap ?? 0;
  const between = frame.parts.filter((_, i) => i > first && i < last && !frame.body[i]);
  const parts: Part[] = [...above];
  const label: boolean[] = above.map(() => false);
  let b = 0;
  text.forEach((p, i) => {
    parts.push({ ...p, gap: i === 0 ? Math.max(gap, 1) * (gap > 0 ? 1 : 0) : gap });
    label.push(true);
    const due = Math.floor(((i + 1) * between.length) / text.length);
    for (; b < due && i < text.length - 1; b++) {
      parts.push(between[b]!);
      label.push(false);
    }
  });
  parts.push(...below);
  label.push(...below.map(() => false));
  const facts = pageFacts(parts, rules);
  return {
    id: `mix${n}`,
    set: 'mix',
    variant: 'mix',
    site: `${frame.site}+${body.site}`,
    gold: '',
    parts,
    body: label,
    facts,
    counts: facts.lines.map((l) => l.count),
    rows: pageMeasures(facts),
  };
}

function titleOf(s: Sample, rules: Rules): string | null {
  const facts = pageFacts(s.parts, rules);
  return facts.title && !s.body[facts.title.line] ? s.parts[facts.title.line]!.text : null;
}
