import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalKey, naturalTailKey, sortNatural } from '../../../shared/lib/natural-order.ts';
import { compareNatural, compareText } from '../../../shared/lib/stable-json.ts';

const name = fc.stringMatching(/^[-A-C a-c019/]{0,8}$/);

describe('naturalKey', () => {
  it('orders as compareNatural does, but for numbers written differently', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const order = compareText(naturalKey(a), naturalKey(b));
        if (order === 0) expect(a.replace(/0+(?=\d)/g, '')).toBe(b.replace(/0+(?=\d)/g, ''));
        else expect(order).toBe(Math.sign(compareNatural(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('can be put together at a space', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(naturalKey(`${a} `) + naturalTailKey(b)).toBe(naturalKey(`${a} ${b}`));
      }),
    );
  });
});

describe('sortNatural', () => {
  it('counts numbers as numbers and leaves its input alone', () => {
    const names = ['HV10', 'HV2', 'FS1', 'HV02'];
    expect(
      sortNatural(
        names,
        (text) => text,
        () => '',
      ),
    ).toEqual(['FS1', 'HV02', 'HV2', 'HV10']);
    expect(names[0]).toBe('HV10');
  });
});
