import { TOKENS, type Palette, type Token } from '../../shared/scene/index.ts';
import type { Looks } from './paint-marks.ts';

/** Reads the colours and letters that hold for an element now; `tokens.css` is where they are decided. */
export function readLooks(element: HTMLElement): Looks {
  const probe = document.createElement('span');
  element.append(probe);
  const style = getComputedStyle(probe);
  const color = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return style.color;
  };
  const palette = Object.fromEntries([
    ...TOKENS.map((token): [Token, string] => [token, color(token)]),
    ['none', 'transparent'],
  ]) as Palette;
  const looks = {
    palette,
    font: style.getPropertyValue('--font').trim(),
    mono: style.getPropertyValue('--font-mono').trim(),
    ground: color('canvas'),
    dot: color('canvas-dot'),
  };
  probe.remove();
  return looks;
}

/** Calls back whenever `readLooks` may give something else: another theme, letters that came late, another screen. */
export function watchLooks(changed: () => void): () => void {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  document.fonts.addEventListener('loadingdone', changed);
  const stopDensity = watchDensity(changed);
  return () => {
    theme.disconnect();
    dark.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', changed);
    stopDensity();
  };
}

/** A query for a density holds for that one alone: it is asked anew after every change. */
function watchDensity(changed: () => void): () => void {
  let query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const listener = (): void => {
    query.removeEventListener('change', listener);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', listener);
    changed();
  };
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
