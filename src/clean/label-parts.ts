/** What each part of a weighed page is: body, headline, deck, caption, provenance, or dropped with a reason. */
import type { BlockKind, DropReason } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { type Sign, signBits } from './cues.ts';
import type { HeadlineLines } from './headline.ts';
import type { LineFacts } from './line-facts.ts';
import { sideOf, type WeighedPage, type WeighedPart } from './weighed-page.ts';

/** Kind of a part, with the reason where it is dropped and the grounds for a person. */
export interface PartLabel {
  readonly kind: BlockKind;
  readonly reason?: DropReason;
  readonly why: string;
}

/** What was found out about single lines before the rest is labelled. */
export interface KnownLines {
  readonly headline: HeadlineLines;
  readonly bylines: ReadonlySet<number>;
  readonly stamps: ReadonlySet<number>;
  readonly pageStamps: ReadonlySet<number>;
}

const REASON_OF: Partial<Record<Sign, DropReason>> = {
  'list-head': 'related',
  'read-more': 'teaser',
  promotion: 'promotion',
  advertisement: 'advertisement',
  comments: 'comments',
  legal: 'legal',
  share: 'share',
  media: 'media',
  widget: 'other',
  tags: 'related',
  navigation: 'navigation',
  ago: 'related',
  'page-stamp': 'page-stamp',
};

/** Signs by weight: a line that has several is what the first of these says. */
const ORDER: readonly Sign[] = [
  'comments',
  'promotion',
  'legal',
  'advertisement',
  'read-more',
  'tags',
  'list-head',
  'share',
  'navigation',
  'media',
  'widget',
  'ago',
  'page-stamp',
];

const SYNDICATED = signBits('syndicated');
const CORRECTION = signBits('correction');
const SECTION_HEAD = signBits('list-head', 'comments');

export function labelParts(page: WeighedPage, known: KnownLines, _rules: Rules): PartLabel[] {
  const out: PartLabel[] = [];
  let section: DropReason | null = null;
  page.parts.forEach((p, i) => {
    const label = labelPart(page, p, i, known, section);
    section = nextSection(section, label, p);
    out.push(label);
  });
  return out;
}

function labelPart(
  page: WeighedPage,
  p: WeighedPart,
  i: number,
  known: KnownLines,
  section: DropReason | null,
): PartLabel {
  if (p.body) return { kind: 'body', why: bodyWhy(page, p) };
  if (i === known.headline.headline)
    return { kind: 'headline', why: 'The line above the text that the text takes up most.' };
  if (known.headline.decks.has(i))
    return { kind: 'deck', why: 'It stands between headline and text and speaks of the same.' };
  if (known.headline.again.has(i)) return dropped('repeat', 'It says the headline again.');
  if (known.stamps.has(i)) return { kind: 'provenance', why: 'It states when the report was published or changed.' };
  if (known.bylines.has(i)) return { kind: 'provenance', why: 'It names who wrote it or which service sent it.' };
  if (known.pageStamps.has(i)) return dropped('page-stamp', 'It dates the page and not the report.');
  return labelByLook(page, p, i, section, known.headline.headline);
}

function dropped(reason: DropReason, why: string): PartLabel {
  return { kind: 'dropped', reason, why };
}

function bodyWhy(page: WeighedPage, p: WeighedPart): string {
  const f = p.facts!;
  const share = `${Math.round(p.chance * 100)} %`;
  if (f.dateline && page.parts[page.first] === p) return `The text opens here with a dateline (${share}).`;
  const near = page.facts.cohesion[p.index]!.around >= 4 ? ', on the matter of the lines around it' : '';
  return `${f.count} words of running text${near} (${share}).`;
}

function labelByLook(
  page: WeighedPage,
  p: WeighedPart,
  i: number,
  section: DropReason | null,
  head: number | null,
): PartLabel {
  const f = p.facts;
  if (p.part.glued === 'script') return dropped('script', 'Program code glued to the text.');
  if (p.part.glued === 'teaser') return dropped('teaser', 'A pointer to another report, glued to a line of the text.');
  if (!f) return dropped(stuckReason(p), 'The page repeats this line over and over.');
  const repeat = page.facts.repeats[p.index]!;
  if (repeat.earlier > 0.5 && f.count > 12 && f.look !== 'credit')
    return dropped('repeat', 'Other lines of the page say the same.');
  const side = sideOf(page, i);
  if (i < page.first && /^(?:title|url|url source|published time|markdown content):/i.test(p.part.text)) {
    return { kind: 'provenance', why: 'A line of the reader mode that saved the page.' };
  }
  const heaviest = f.opens === 0 ? undefined : ORDER.find((s) => (f.opens & signBits(s)) !== 0);
  const cue = heaviest && f.hits.find((h) => h.sign === heaviest);
  if (isSyndication(f))
    return {
      kind: 'provenance',
      why: `"${phraseOf(f, ['syndicated', 'correction'])}" tells where the text comes from.`,
    };
  if (f.look === 'credit' && side !== 'below' && f.count < 60 && section === null) {
    return { kind: 'caption', why: `"${phraseOf(f, ['photo-credit'])}" credits a picture.` };
  }
  if (cue && REASON_OF[cue.sign]) return dropped(REASON_OF[cue.sign]!, `It has the phrase "${bare(cue.phrase)}".`);
  const inside = f.hits.find((h) => REASON_OF[h.sign] && h.sign !== 'navigation' && h.sign !== 'list-head');
  if (inside && (f.count < 40 || side !== 'inside')) {
    return dropped(REASON_OF[inside.sign]!, `It has the phrase "${bare(inside.phrase)}".`);
  }
  return labelByPlace(page, p, i, f, section, head);
}

function isSyndication(f: LineFacts): boolean {
  return f.count < 60 && ((f.signs & SYNDICATED) !== 0 || (f.opens & CORRECTION) !== 0);
}

function phraseOf(f: LineFacts, signs: readonly Sign[]): string {
  return bare(f.hits.find((h) => signs.includes(h.sign))?.phrase ?? '');
}

function bare(phrase: string): string {
  return phrase.replace(/^\^|\$$/g, '');
}

function stuckReason(p: WeighedPart): DropReason {
  return /adverti|sponsor|anzeige|publicidad|publicité/i.test(p.part.text) ? 'advertisement' : 'navigation';
}

function labelByPlace(
  page: WeighedPage,
  p: WeighedPart,
  i: number,
  f: LineFacts,
  section: DropReason | null,
  head: number | null,
): PartLabel {
  const side = sideOf(page, i);
  if (side === 'inside') {
    if (f.count <= 3) return dropped('media', 'A few words between paragraphs that belong to none.');
    return dropped(
      section === 'related' ? 'related' : 'teaser',
      'It stands between paragraphs and speaks of something else.',
    );
  }
  if (side === 'below') {
    if (section && section !== 'navigation')
      return dropped(section, `It belongs to the list or section that opens above (${section}).`);
    if (isSlug(p.part.text)) return { kind: 'provenance', why: 'Initials of the writers or the desk.' };
    return dropped(f.count >= 4 ? 'related' : 'navigation', 'It stands after the end of the text.');
  }
  const isCaption =
    head !== null && i > head && f.count >= 5 && f.separators < 2 && page.facts.topicWords[p.index]! >= 1;
  if (isCaption)
    return { kind: 'caption', why: 'It stands below the head of the page and right above the text, as captions do.' };
  return dropped(
    f.count >= 7 && section === 'related' ? 'related' : 'navigation',
    'It stands above the text among menus.',
  );
}

/** `dm-ar/th/jkb`, `(NM)`: who wrote and edited a wire text. */
export function isSlug(text: string): boolean {
  return /^\(?[a-zA-Z]{2,5}(?:[-/][a-zA-Z]{2,5}){0,5}\)?$/.test(text) && text.length <= 30 && /[-/()]/.test(text);
}

/** A head opens a section for the lines under it; a full body line closes it. */
function nextSection(section: DropReason | null, label: PartLabel, p: WeighedPart): DropReason | null {
  if (label.kind === 'body') return null;
  if (!p.facts || (p.facts.opens & SECTION_HEAD) === 0 || p.facts.count > 12) return section;
  const head = p.facts.hits.find((h) => h.place !== 'inside' && (signBits(h.sign) & SECTION_HEAD) !== 0)!;
  return head.sign === 'comments' ? 'comments' : 'related';
}
