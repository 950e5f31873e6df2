/** Drafts for speakers named by a label: "Lavrov: …" over a report, "MINISTER: …" in a transcript. In: a line. Out: a draft or null. */
import { type Draft, spanOf } from './draft.ts';
import { headlineLabel, isShouted, type Label, transcriptLabel } from './labels.ts';
import type { Verb } from './lexicon.ts';
import { isFirstPerson, type Line } from './line.ts';
import type { Memory } from './memory.ts';
import { allQuoted, hasWord } from './regions.ts';

const LABEL: Verb = {
  lemma: 'label',
  act: 'say',
  rule: 'speech/en/label',
  particles: [],
  object: false,
  addressee: false,
  told: 'speaker',
  only: null,
};

/** Two paragraphs or more open with a name in capitals and a colon. */
export function isTranscript(lines: readonly Line[]): boolean {
  const opens = lines.filter((l, i) => l.sentence.paragraph !== lines[i - 1]?.sentence.paragraph);
  return opens.filter((l) => isShouted(l, l.low.indexOf(':'))).length > 1;
}

/** The draft of a labelled line, or of a sentence that goes on with the labelled speaker of its paragraph. */
export function labelled(
  line: Line,
  page: { readonly kind: string | undefined; readonly isTranscript: boolean },
  before: Draft | undefined,
  memory: Memory,
): Draft | null {
  const { kind } = page;
  const label =
    kind === 'headline' || kind === 'deck'
      ? headlineLabel(line)
      : startsParagraph(line, before)
        ? transcriptLabel(line, page.isTranscript)
        : null;
  if (label === null) return goesOn(line, before) ? continued(line, before!) : null;
  if (!hasWord(line, label.content)) return null;
  const voice = memory.resolve(line, { ...label.speaker, beside: null });
  if (voice === null || voice.kind === 'media' || voice.kind === 'text') return null;
  const source = spanOf(line, label.speaker);
  return {
    line,
    cue: source,
    cueToken: label.speaker.start,
    verb: LABEL,
    content: [contentOf(line, label)],
    quoted: allQuoted(line, label.content) ? 'verbatim' : quotedOf(line, kind),
    links: voice.links,
    voice,
    addressee: null,
    source,
    negated: false,
    deed: false,
  };
}

function quotedOf(line: Line, kind: string | undefined): Draft['quoted'] {
  const own = kind === 'body' || line.tokens.some((_, i) => isFirstPerson(line, i));
  return own ? 'marks-lost' : 'none';
}

function contentOf(line: Line, label: Label): Draft['content'][number] {
  let { start, end } = label.content;
  while (line.mark[start]) start += 1;
  while (end > start + 1 && (line.mark[end - 1] || line.low[end - 1] === '.')) end -= 1;
  return spanOf(line, { start, end });
}

function startsParagraph(line: Line, before: Draft | undefined): boolean {
  return before === undefined || before.line.sentence.paragraph !== line.sentence.paragraph;
}

/** The next sentence of a paragraph that a label opened. */
function goesOn(line: Line, before: Draft | undefined): boolean {
  return (
    before !== undefined &&
    before.verb === LABEL &&
    before.quoted !== 'none' &&
    before.line.index === line.index - 1 &&
    before.line.sentence.paragraph === line.sentence.paragraph
  );
}

function continued(line: Line, before: Draft): Draft {
  return {
    ...before,
    line,
    cueToken: -1,
    content: [contentOf(line, { speaker: { start: 0, end: 0 }, content: { start: 0, end: line.tokens.length } })],
  };
}
