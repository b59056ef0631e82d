import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNatural, stableJson } from '../../../shared/lib/stable-json.ts';

describe('stableJson', () => {
  it('does not depend on the order of keys and loses nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(stableJson(shuffled)).toBe(stableJson(value));
        expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('compareNatural', () => {
  it('counts numbers as numbers', () => {
    const names = ['HV10', 'HV2', 'HV1', 'FS01', 'HV02b', 'HV'];
    expect(names.sort(compareNatural)).toEqual(['FS01', 'HV', 'HV1', 'HV2', 'HV02b', 'HV10']);
  });

  it('is a total order: antisymmetric, and zero for equal texts only', () => {
    const text = fc.stringMatching(/^[a-c0-2]{0,6}$/);
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) + 0);
        expect(compareNatural(a, b) === 0).toBe(a === b);
      }),
    );
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0)
          expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
