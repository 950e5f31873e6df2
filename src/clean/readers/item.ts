/** One article as a container hands it over (feed item, archive record, JSON object) in, its report out. */
import type { Block, Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { reportId } from '../report-id.ts';
import { type PageHint, readTextDump } from '../text-dump.ts';

/** What a container says of an article. Fields it does not give are looked for in the text. */
export interface Item {
  readonly format: string;
  /** Number or name of the item inside its container. */
  readonly part: string;
  readonly title?: string | null | undefined;
  /** The article as text, paragraphs on lines of their own. */
  readonly text: string;
  readonly url?: string | undefined;
  /** Day or instant of publication. */
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly byline?: string | undefined;
}

/**
 * The report of an item. The container's own fields win over what the text seems to say.
 *
 * @example readItem({ format: 'feed', part: '1', title: 'Talks', text: 'They met.' }, { source: 'feed.xml' }, rules)
 */
export function readItem(item: Item, hint: PageHint, rules: Rules): Outcome<Report> {
  const title = flat(item.title ?? '');
  const text = title === '' || item.text.startsWith(title) ? item.text : `${title}\n\n${item.text}`;
  const day = item.published === undefined ? undefined : dayOf(item.published);
  const published = day ?? hint.published;
  const { value, problems } = readTextDump(
    text,
    {
      source: `${hint.source}#${item.part}`,
      id: reportId(`${item.url ?? ''}\0${text}`),
      ...(published === undefined ? {} : { published }),
      ...(item.url === undefined ? {} : { url: item.url }),
    },
    rules,
  );
  return {
    value: {
      ...value,
      format: item.format,
      ...(title === '' ? {} : { headline: title, blocks: titled(value.blocks, title.length) }),
      ...(item.outlet === undefined ? {} : { outlet: flat(item.outlet) }),
      ...(item.byline === undefined ? {} : { byline: flat(item.byline) }),
    },
    problems,
  };
}

/** The title was put there by us, so its block is the headline whatever the page decision made of it. */
function titled(blocks: readonly Block[], end: number): readonly Block[] {
  const rest = blocks.flatMap((b) => {
    const start = Math.max(b.start, end);
    return start < b.end ? [{ ...b, start }] : [];
  });
  return [{ start: 0, end, kind: 'headline', why: 'the title the container gives' }, ...rest];
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** ISO day or instant of the usual forms of dates in containers; undefined where it cannot be told. */
export function dayOf(words: string): string | undefined {
  const iso = /^\s*(\d{4})-?(\d\d)-?(\d\d)(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/.exec(words);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}${iso[4] ?? ''}`;
  return mailDay(words);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "Fri, 28 Feb 2025 10:00:00 +0530", "28 February 2025", "February 28, 2025 Friday": the day as written, in its own zone. */
function mailDay(words: string): string | undefined {
  const match = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(words);
  const turned = match ? null : /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/.exec(words);
  const [day, name, year] = match ? [match[1], match[2], match[3]] : [turned?.[2], turned?.[1], turned?.[3]];
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  if (month === 0 || day === undefined || year === undefined || Number(day) > 31 || Number(day) < 1) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
