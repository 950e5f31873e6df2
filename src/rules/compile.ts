/** Text of the files of `data/` in, checked rules and faults out. Pure: knows nothing of disks. */
import { LineCounter, parseDocument } from 'yaml';
import type { RuleFault, RuleFile, Section } from './section.ts';
import { type SectionName, sections } from './sections/index.ts';

/** A rule file as text. */
export interface RuleSource {
  /** Path below `data/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

type AnySection = Section<import('zod').ZodType<object>>;

export interface Compiled {
  readonly sections: Readonly<Record<SectionName, readonly object[]>>;
  readonly faults: readonly RuleFault[];
}

/** Checks all files against their sections, and reports every fault at once. */
export function compileRules(sources: readonly RuleSource[]): Compiled {
  const faults: RuleFault[] = [];
  const out = {} as Record<SectionName, readonly object[]>;
  for (const name of Object.keys(sections) as SectionName[]) {
    const section = sections[name] as unknown as AnySection;
    const files = sources
      .filter((s) => s.path.startsWith(`${section.folder}/`))
      .map((s) => readFile(s, section, faults))
      .filter((f) => f !== null);
    faults.push(...(section.check?.(files) ?? []));
    out[name] = files.map((f) => ({ file: fileName(f.path), ...f.content }));
  }
  return { sections: out, faults };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function readFile(source: RuleSource, section: AnySection, faults: RuleFault[]): RuleFile<object> | null {
  const lines = new LineCounter();
  const doc = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const lineOf = (...path: readonly (string | number)[]): number => {
    for (let n = path.length; n >= 0; n--) {
      const node = doc.getIn(path.slice(0, n), true) as { range?: readonly number[] } | undefined;
      if (node?.range) return lineAt(node.range[0] ?? 0);
    }
    return 1;
  };
  for (const e of doc.errors) {
    faults.push({
      place: `${source.path}:${lineAt(e.pos[0])}`,
      message: e.message.split('\n')[0] ?? '',
      remedy: 'Mend the YAML at this line.',
    });
  }
  if (doc.errors.length > 0) return null;
  const parsed = section.schema.safeParse(doc.toJS());
  if (parsed.success) return { path: source.path, content: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((p) => typeof p !== 'symbol');
    faults.push({
      place: `${source.path}:${lineOf(...path)}`,
      message: `${path.join('.') || 'file'}: ${issue.message}`,
      remedy: `See data/schema/${section.folder.replaceAll('/', '-')}.json for what may stand here.`,
    });
  }
  return null;
}
