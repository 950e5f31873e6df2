import { describe, expect, it } from 'vitest';
import { read } from './fixture.ts';

describe('an office that several states name alike', () => {
  it.each([
    ['External Affairs Minister Sushma Swaraj rejected the offer.', '2016-05-11', 'IND'],
    ['External Affairs Minister Joe Clark rejected the offer.', '1990-05-11', 'CAN'],
    ['External Affairs Minister Ana Lund rejected the offer.', '2016-05-11', 'IND'],
    ['Canadian External Affairs Minister Barbara McDougall rejected the offer.', '1992-05-11', 'CAN'],
  ])('%s', (text, day, code) => {
    expect(read(text, day).actors.find((m) => m.office !== undefined)?.codes).toEqual([code]);
  });
});
