/** Markdown: the visible text of a note or of a page saved in reader mode, without the marks. */
import { decodeText } from '../decode.ts';
import { readItem } from './item.ts';
import type { Reader } from './reader.ts';

export const markdownReader: Reader = {
  id: 'markdown',
  accepts: (_head, hint) => /\.(md|markdown)$/i.test(hint.source) || /^text\/markdown/i.test(hint.mediaType ?? ''),
  *read(bytes, hint, rules) {
    const { value: text, problems } = decodeText(bytes);
    if (problems.some((p) => p.severity === 'stop')) {
      yield { value: readItem({ format: 'markdown', part: '0', text: '' }, hint, rules).value, problems };
      return;
    }
    const title = /^#\s+(.+)$/m.exec(text)?.[1];
    const item = {
      format: 'markdown',
      part: '0',
      text: visible(text),
      title: title === undefined ? null : visible(title),
    };
    const read = readItem(item, hint, rules);
    yield { value: { ...read.value, source: hint.source }, problems: [...problems, ...read.problems] };
  },
};

/** Marks taken away, line by line; the words of links stay, their addresses and pictures go. */
function visible(text: string): string {
  return text.split('\n').map(visibleLine).join('\n').trim();
}

function visibleLine(line: string): string {
  return line
    .replace(/^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/, '')
    .replace(/!\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '')
    .replace(/\[([^\]]{1,500})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(^|\s)[*_](\S)/g, '$1$2')
    .replace(/(\S)[*_](\s|[.,;:!?]|$)/g, '$1$2');
}
