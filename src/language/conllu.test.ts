import { describe, expect, it } from 'vitest';
import { readConllu, writeConllu } from './conllu.ts';
import { loadParser } from './load-node.ts';

const parser = loadParser();

describe('CoNLL-U', () => {
  it('writes what it can read back, with multi-word lines for contractions', () => {
    const text = "Ruta can't go.\n\nShe left the town.";
    const written = writeConllu(parser.parse(text), { text });
    expect(written).toContain("2-3\tcan't\t");
    const back = readConllu(written);
    expect(back.map((s) => s.text)).toEqual(["Ruta can't go.", 'She left the town.']);
    expect(back[0]!.words.map((w) => w.form)).toEqual(['Ruta', 'ca', "n't", 'go', '.']);
    expect(back.every((s) => s.words.filter((w) => w.head === -1).length === 1)).toBe(true);
  });
  it('keeps comments, multi-word lines and the last column of given words', () => {
    const given = readConllu(
      "# sent_id = 7\n# text = I don't\n1\tI\t_\t_\t_\t_\t0\t_\t_\tA=1\n2-3\tdon't\t_\n2\tdo\t_\n3\tn't\t_\n\n",
    );
    const out = writeConllu(parser.parseTokens(given.map((s) => s.words.map((w) => w.form))), { given });
    expect(out).toMatch(/^# sent_id = 7\n# text = I don't\n1\tI\tI\tPRON\tPRP\t.*A=1\n2-3\tdon't\t_\n2\tdo\t/);
  });
  it('passes over lines that are no rows', () => {
    expect(readConllu('hello\n1.1\tx\n1\tGo\n\n\n')).toMatchObject([{ words: [{ form: 'Go', head: -1 }] }]);
  });
});
