/** A report in, a page of plain text out that shows what was kept and what was dropped, and why. */
import type { Block, Report } from '../model/index.ts';

const LABEL = 12;
const WIDTH = 76;

/**
 * The decision about each block, in the order of the page: kind (or reason), the words, and the grounds.
 *
 * @example renderBlocks(report).split('\n')[0] // 'harbour.txt'
 */
export function renderBlocks(report: Report): string {
  const lines = [report.source, ...facts(report), ''];
  for (const block of report.blocks) lines.push(...blockLines(report, block));
  lines.push('', summary(report));
  return `${lines.join('\n')}\n`;
}

function facts(report: Report): string[] {
  const { published } = report;
  const when = published
    ? `${published.instant ?? published.edtf} (${published.basis}: ${published.reason})`
    : 'not stated';
  const rows: [string, string | null][] = [
    ['headline', report.headline],
    ['outlet', report.outlet],
    ['agency', report.agency],
    ['byline', report.byline],
    ['dateline', report.dateline],
    ['published', when],
    ['address', report.url ?? null],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(LABEL)}${value ?? '-'}`);
}

function blockLines(report: Report, block: Block): string[] {
  const name = block.kind === 'dropped' ? `- ${block.reason ?? 'other'}` : `+ ${block.kind}`;
  const text = report.text.slice(block.start, block.end).replace(/\s+/g, ' ');
  // Dropped stretches are shown by their beginning; what is kept is shown in full.
  const shown = block.kind === 'dropped' && text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
  const out = wrap(shown).map((line, i) => `${(i === 0 ? name : '').padEnd(16)}${line}`);
  if (block.why) out.push(`${' '.repeat(16)}(${block.why})`);
  return out;
}

function wrap(text: string): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line];
}

function summary(report: Report): string {
  const size = (of: (b: Block) => boolean): number => report.blocks.filter(of).reduce((n, b) => n + b.end - b.start, 0);
  const all = size(() => true);
  const kept = size((b) => b.kind !== 'dropped');
  const share = all === 0 ? 0 : Math.round((100 * kept) / all);
  return `${report.blocks.filter((b) => b.kind === 'body').length} body blocks; ${share} % of the page kept, ${100 - share} % dropped.`;
}
