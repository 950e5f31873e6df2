/** Trees written in one line, for tests of repairs. */
import type { Token } from '../../model/sentence.ts';
import { loadLexicon } from '../load-node.ts';
import { englishRepairs } from './repairs.ts';

export const mend = englishRepairs(loadLexicon());

/** Tokens from `form/upos/xpos/head/rel`, heads counted from 1; the lemma may follow after one more slash. */
export function tree(text: string): Token[] {
  let at = 0;
  return text.split(' ').map((part) => {
    const [form = '', upos = '', xpos = '', head = '0', rel = '', lemma = form] = part.split('/');
    const start = at;
    at += form.length + 1;
    return { start, end: start + form.length, text: form, lemma, upos, xpos, head: Number(head) - 1, rel, margin: 1 };
  });
}

export const shown = (tokens: readonly Token[]): string[] => tokens.map((t) => `${t.text} ${t.head + 1} ${t.rel}`);
