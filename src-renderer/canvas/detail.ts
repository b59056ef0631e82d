import { isVisible, type Detail, type Mark, type Token } from '../../shared/scene/index.ts';

/** Scales at which the next level begins: text of 11 units is readable from about 5 px on. */
const MIDDLE_FROM = 0.42;
const NEAR_FROM = 1.15;

/** Below this scale the largest text is under 3 px. */
const TEXTS_FROM = 0.14;

/** True when texts are worth drawing at a scale. */
export function showsTexts(scale: number): boolean {
  return scale >= TEXTS_FROM;
}

/** The level of detail for a scale. */
export function detailFor(scale: number): Detail {
  if (scale < MIDDLE_FROM) return 'far';
  return scale < NEAR_FROM ? 'middle' : 'near';
}

/** True when a mark is drawn at a level. Texts are left out where they would be specks. */
export function isShown(mark: Mark, detail: Detail, texts = true): boolean {
  if (mark.kind === 'text' && !texts) return false;
  return isVisible(mark, detail);
}

/** The CSS colour of a token; `tokens.css` holds its value. */
export function paint(token: Token): string {
  return token === 'none' ? 'none' : `var(--${token})`;
}
