import { describe, expect, it } from 'vitest';
import { fitBox } from '../../../src-renderer/attach/fit-box.ts';

const room = { x: 8, y: 8, width: 790, height: 490 };
const legend = { x: 12, y: 350, width: 185, height: 150 };
const zoomBar = { x: 670, y: 470, width: 126, height: 30 };
const scale = { min: 0.04, max: 1.25 };

function cornersShown(box: { x: number; y: number; width: number; height: number }) {
  const { x, y, k } = fitBox(box, room, [legend, zoomBar], scale);
  return {
    left: box.x * k + x,
    top: box.y * k + y,
    right: (box.x + box.width) * k + x,
    k,
    bottom: (box.y + box.height) * k + y,
  };
}

describe('fitting a drawing into the window', () => {
  it('takes the whole room when it stays clear of what floats', () => {
    const box = { x: -50, y: 20, width: 1600, height: 400 };
    const shown = cornersShown(box);
    expect(shown.k).toBeCloseTo(room.width / box.width);
    expect(shown.bottom).toBeLessThan(legend.y);
  });

  it.each([
    { x: 0, y: 0, width: 1200, height: 600 },
    { x: 300, y: -900, width: 500, height: 2000 },
    { x: 0, y: 0, width: 900, height: 900 },
    { x: 0, y: 0, width: 4000, height: 2600 },
  ])('keeps %o inside the room and out from under the cards', (box) => {
    const shown = cornersShown(box);
    expect(shown.left).toBeGreaterThanOrEqual(room.x - 0.01);
    expect(shown.top).toBeGreaterThanOrEqual(room.y - 0.01);
    expect(shown.right).toBeLessThanOrEqual(room.x + room.width + 0.01);
    expect(shown.bottom).toBeLessThanOrEqual(room.y + room.height + 0.01);
    for (const card of [legend, zoomBar]) {
      const apart =
        shown.right <= card.x ||
        shown.left >= card.x + card.width ||
        shown.bottom <= card.y ||
        shown.top >= card.y + card.height;
      expect(apart).toBe(true);
    }
  });
});
