import { describe, expect, it } from 'vitest';
import { affixRows, lookupKey, normalForm, shapeOf } from './features.ts';

/** What `training/features.py` gives for the same words; the weights belong to these rows. */
const TRAINED: readonly [string, string, string, string, number[]][] = [
  ['Ruta', 'Ruta', 'ruta', 'Xxx', [974, 942, 1081, 2038, 1518]],
  ['1,234.5', '1,234.5', '0,000.0', '0,00.0', [2499, 2048, 645, 2929, 912]],
  ['“', '"', '"', '"', [1605, 2512, 1107, 2751, 2984]],
  ['l’état', "l'état", "l'état", "x'xx", [1664, 2311, 1219, 1401, 443]],
  ['NATO-led', 'NATO-led', 'nato-led', 'XX-xx', [1284, 515, 1475, 286, 1629]],
  ['Ünal', 'Ünal', 'ünal', 'Xxx', [2616, 2457, 1068, 2988, 1518]],
  ['😀b', '😀b', '😀b', 'xx', [967, 311, 2740, 152, 442]],
];

describe('features', () => {
  it.each(TRAINED)('of %s are those the network was trained with', (word, form, key, shape, rows) => {
    expect(normalForm(word)).toBe(form);
    expect(lookupKey(form)).toBe(key);
    expect(shapeOf(form)).toBe(shape);
    const out = new Int32Array(5);
    affixRows(form, key, 3000, out, 0);
    expect([...out]).toEqual(rows);
  });
});
