/** The examples in `data/claims` are tests: each must give the claim it states, each counter-example none of its frame. */
import { describe, expect, it } from 'vitest';
import { readClaims, rules, shown } from '../../eval/claims-reading.ts';

const frames = rules.claims.flatMap((file) =>
  (file.frames ?? []).map((frame) => ({ ...frame, rule: `claims/${file.file}/${frame.id}` })),
);

describe.each(frames.filter((f) => f.examples || f.not))('$rule', (frame) => {
  it.each(frame.examples ?? [])('$text', ({ text, claim }) => {
    const { claims } = readClaims({ body: text });
    expect(claims.map(shown)).toContain(claim);
  });

  it.each(frame.not ?? [])('says nothing of: %s', (text) => {
    expect(readClaims({ body: text }).claims.map((c) => c.rule)).not.toContain(frame.rule);
  });
});
