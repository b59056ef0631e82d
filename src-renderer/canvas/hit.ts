import { centreOf, growBox, type Box, type Point } from '../../shared/geometry/box.ts';
import type { LinkId } from '../../shared/lib/ids.ts';
import type { ViewState } from '../state/view.svelte.ts';
import type { WireSource, WireTarget } from '../state/wire.ts';
import type { ShownScene } from './shown-scene.svelte.ts';

/** A port or the end of a cable is met this many px away from it. */
const PORT_PX = 6;
const HANDLE_PX = 10;

/** What a wire would end at: the port nearest to a point, else the card or panel under it; null on empty ground. */
export function targetAt(shown: ShownScene, point: Point, scale: number): WireTarget | null {
  const reach = PORT_PX / scale;
  const around = growBox({ ...point, width: 0, height: 0 }, reach);
  const devices = shown.index
    .within(around)
    .filter((item) => item.kind === 'node' || item.kind === 'switch')
    .toReversed();
  let best: { readonly id: string; readonly away: number } | null = null;
  // From afar ports are not drawn: there the device is meant.
  for (const device of shown.detail === 'far' ? [] : devices) {
    for (const { id, box } of device.ports) {
      if (!holds(growBox(box, reach), point)) continue;
      const centre = centreOf(box);
      const away = Math.hypot(centre.x - point.x, centre.y - point.y);
      if (!best || away < best.away) best = { id, away };
    }
  }
  if (best) return { kind: 'port', portId: best.id as never };
  const device = devices.find((item) => holds(item.box, point));
  return device ? { kind: 'body', ownerId: device.id as never } : null;
}

/** The end of the one selected cable that a point is on. */
export function handleAt(
  shown: ShownScene,
  view: ViewState,
  point: Point,
): Extract<WireSource, { kind: 'end' }> | null {
  const reach = HANDLE_PX / view.transform.k;
  const found = handlesOf(shown, view).find(
    (handle) => Math.hypot(handle.point.x - point.x, handle.point.y - point.y) <= reach,
  );
  return found ? { kind: 'end', linkId: found.linkId, side: found.side } : null;
}

/** The ends of the selected cable, where exactly one is selected and it can be seen. */
export function handlesOf(
  shown: ShownScene,
  view: ViewState,
): readonly { readonly linkId: LinkId; readonly side: 'a' | 'b'; readonly point: Point }[] {
  const cable = view.selectedId === null ? undefined : shown.items.get(view.selectedId);
  if (cable?.kind !== 'cable' || shown.detail === 'far') return [];
  const [first, last] = [cable.points[0], cable.points.at(-1)];
  if (!first || !last) return [];
  const linkId = cable.id as LinkId;
  return [
    { linkId, side: 'a', point: first },
    { linkId, side: 'b', point: last },
  ];
}

function holds(box: Box, { x, y }: Point): boolean {
  return box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height;
}
