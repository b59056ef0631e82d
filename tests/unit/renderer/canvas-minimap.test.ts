import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitMap, holdsAll } from '../../../src-renderer/canvas/minimap.ts';

const aBox = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  width: fc.integer({ min: 60, max: 90_000 }),
  height: fc.integer({ min: 60, max: 90_000 }),
});

describe('the overview', () => {
  it('holds the whole drawing, as large as fits, in its middle', () => {
    fc.assert(
      fc.property(aBox, (bounds) => {
        const { x, y, k } = fitMap(bounds, 168, 104);
        const [left, top] = [bounds.x * k + x, bounds.y * k + y];
        const [right, bottom] = [left + bounds.width * k, top + bounds.height * k];
        expect(Math.min(left, top)).toBeGreaterThan(3.9);
        expect(right).toBeLessThan(164.1);
        expect(bottom).toBeLessThan(100.1);
        expect(left + right).toBeCloseTo(168, 5);
        expect(top + bottom).toBeCloseTo(104, 5);
        expect(Math.min(left - 4, top - 4)).toBeLessThan(0.1);
      }),
    );
  });

  it('is not needed while everything is in view, whatever lies in the margin', () => {
    const bounds = { x: 0, y: 0, width: 1000, height: 600 };
    expect(holdsAll({ x: 20, y: 20, width: 960, height: 560 }, bounds)).toBe(true);
    expect(holdsAll({ x: 30, y: 20, width: 960, height: 560 }, bounds)).toBe(false);
    expect(holdsAll({ x: 0, y: 0, width: 970, height: 560 }, bounds)).toBe(false);
  });
});
