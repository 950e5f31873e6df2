/** The examples in `data/lang/en/speech` are tests: each must give an utterance of its rule, each counter-example none. */
import { describe, expect, it } from 'vitest';
import { readSpeech, rules } from '../../eval/speech-reading.ts';

const groups = rules.speech.flatMap((f) => [...(f.verbs ?? []), ...(f.frames ?? [])]);

describe.each(groups.filter((g) => g.id !== 'speech/en/frames/citing'))('$id', (group) => {
  it.each(group.examples ?? [])('finds: %s', (text) => {
    expect(readSpeech({ text }).utterances.map((u) => u.rule)).toContain(group.id);
  });

  it.each('not' in group ? (group.not ?? []) : [])('finds nothing in: %s', (text) => {
    const found = readSpeech({ text }).utterances.filter((u) => u.rule === group.id && u.content.length > 0);
    expect(found.map((u) => u.verb)).toEqual([]);
  });
});
