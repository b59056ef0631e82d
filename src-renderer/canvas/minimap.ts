import type { Box } from '../../shared/geometry/box.ts';
import type { Scene, Token } from '../../shared/scene/index.ts';
import type { Transform } from '../state/view.svelte.ts';
import type { Looks } from './paint-marks.ts';

/** Room left around the drawing, px. */
const MARGIN = 4;
/** However small it gets, a block keeps this side, px. */
const LEAST = 1.5;

/** Where a drawing lies on a map of some size: as large as it fits, in the middle. */
export function fitMap(bounds: Box, width: number, height: number): Transform {
  const k = Math.min(
    (width - 2 * MARGIN) / Math.max(1, bounds.width),
    (height - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  return {
    x: width / 2 - k * (bounds.x + bounds.width / 2),
    y: height / 2 - k * (bounds.y + bounds.height / 2),
    k,
  };
}

/** True when nothing of a drawing is out of view; its margin does not count. */
export function holdsAll(seen: Box, { x, y, width, height }: Box): boolean {
  const margin = 24;
  return (
    seen.x <= x + margin &&
    seen.y <= y + margin &&
    seen.x + seen.width >= x + width - margin &&
    seen.y + seen.height >= y + height - margin
  );
}

interface Drawn {
  readonly scene: Scene;
  readonly badges: ReadonlyMap<string, 'fail' | 'warn' | 'info'>;
}

/** Clusters as areas, nodes and switches as blocks; what has an open finding in its colour. */
export function paintMap(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  map: Transform,
  { scene, badges }: Drawn,
  { palette }: Looks,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = Math.round(size.width * devicePixelRatio);
  canvas.height = Math.round(size.height * devicePixelRatio);
  context.setTransform(
    devicePixelRatio,
    0,
    0,
    devicePixelRatio,
    map.x * devicePixelRatio,
    map.y * devicePixelRatio,
  );
  const block = ({ x, y, width, height }: Box, token: Token): void => {
    context.fillStyle = palette[token];
    context.fillRect(x * map.k, y * map.k, Math.max(LEAST, width * map.k), Math.max(LEAST, height * map.k));
  };
  for (const { box } of scene.clusters) block(box, 'region-line');
  const colourOf = (id: string, plain: Token): Token => {
    const badge = badges.get(id);
    return badge === 'fail' || badge === 'warn' ? badge : plain;
  };
  for (const { id, box } of scene.nodes) block(box, colourOf(id, 'cage-line'));
  for (const { id, box } of scene.switches) block(box, colourOf(id, 'text-soft'));
}
