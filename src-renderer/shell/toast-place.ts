import type { Box } from '../../shared/geometry/box.ts';

/** Where messages stand, px of the window. */
export interface ToastPlace {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
}

const GAP = 12;
const MOST = 420;
/** Narrower, a message would be a column of single words. */
const LEAST = 280;
const STATUS_BAR = 26;

/**
 * Messages stand at the lower edge of the drawing, between the cards in its corners or, where that is too narrow,
 * above them: lists, inspector, palette and overview stay free. Without a drawing in view they take the lower
 * right corner of the window, above the status bar.
 */
export function toastPlace(
  window: { readonly width: number; readonly height: number },
  drawing: Box | null,
  cards: readonly Box[],
): ToastPlace {
  if (!drawing || drawing.width < LEAST + 2 * GAP || drawing.height < 160) {
    const width = Math.min(MOST, window.width - 2 * GAP);
    return { left: window.width - GAP - width, bottom: STATUS_BAR + GAP, width };
  }
  const end = drawing.x + drawing.width;
  const middle = drawing.x + drawing.width / 2;
  const isLeft = ({ x, width }: Box) => x + width / 2 < middle;
  const from = Math.max(drawing.x, ...cards.filter(isLeft).map(({ x, width }) => x + width));
  const to = Math.min(end, ...cards.filter((card) => !isLeft(card)).map(({ x }) => x));
  const floor = drawing.y + drawing.height;
  if (to - from - 2 * GAP >= LEAST) return between(from, to, window.height - floor);
  const top = Math.min(floor, ...cards.map(({ y }) => y));
  return between(drawing.x, end, window.height - top);
}

function between(from: number, to: number, below: number): ToastPlace {
  const width = Math.min(MOST, to - from - 2 * GAP);
  return { left: from + (to - from - width) / 2, bottom: below + GAP, width };
}
