import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/geometry/box.ts';
import { toastPlace } from '../../../src-renderer/shell/toast-place.ts';

const WINDOW = { width: 1280, height: 800 };
/** The drawing of a 1280 x 800 window with all panels open, its legend and its zoom buttons. */
const DRAWING = { x: 185, y: 44, width: 807, height: 513 };
const LEGEND = { x: 197, y: 451, width: 174, height: 94 };
const ZOOM = { x: 853, y: 515, width: 127, height: 30 };

/** A message 80 px high stands there. */
function boxAt(window: typeof WINDOW, drawing: Box | null, cards: readonly Box[]): Box {
  const { left, bottom, width } = toastPlace(window, drawing, cards);
  return { x: left, y: window.height - bottom - 80, width, height: 80 };
}
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const inside = (a: Box, b: Box) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

describe('where messages stand', () => {
  it('is between legend and zoom, on the drawing alone', () => {
    const box = boxAt(WINDOW, DRAWING, [LEGEND, ZOOM]);
    expect(inside(box, DRAWING)).toBe(true);
    expect(box.width).toBe(420);
    expect([LEGEND, ZOOM].every((card) => apart(box, card))).toBe(true);
    expect(box.y + box.height).toBe(DRAWING.y + DRAWING.height - 12);
  });

  it('is above the cards where there is no room between them', () => {
    const wide = { ...LEGEND, width: 500 };
    const box = boxAt(WINDOW, DRAWING, [wide, ZOOM]);
    expect(inside(box, DRAWING)).toBe(true);
    expect(box.y + box.height).toBeLessThanOrEqual(wide.y);
  });

  it('is the lower right corner above the status bar without a drawing', () => {
    expect(toastPlace(WINDOW, null, [])).toEqual({ left: 848, bottom: 38, width: 420 });
  });

  it('covers no card and leaves no window, whatever the sizes', () => {
    const size = fc.integer({ min: 320, max: 3000 });
    fc.assert(
      fc.property(size, size, fc.double({ min: 0, max: 1, noNaN: true }), (width, height, share) => {
        const drawing = { x: 0, y: 40, width: width * share, height: height - 300 };
        const floor = drawing.y + drawing.height - 12;
        const cards = [
          { x: 12, y: floor - 60, width: Math.min(180, drawing.width / 2), height: 60 },
          { x: drawing.width - 139, y: floor - 30, width: 127, height: 30 },
        ];
        const box = boxAt({ width, height }, drawing, cards);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        // Where the drawing is too small to hold a message, it stands in the corner of the window.
        if (drawing.width >= 304 && drawing.height >= 160)
          expect(cards.every((card) => apart(box, card))).toBe(true);
      }),
    );
  });
});
