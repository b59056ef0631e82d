import { select } from 'd3-selection';
import { zoom as d3zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { fitBox } from './fit-box.ts';
import type { Transform } from '../state/view.svelte.ts';

const MIN_SCALE = 0.04;
const MAX_SCALE = 4;

export interface ZoomParams {
  /** Told of every change of the transform; d3 owns it. */
  readonly onzoom: (transform: Transform) => void;
  /** True while a plain press of the left button pans: the hand tool, or Space held. */
  readonly panning: () => boolean;
  /** True while the hand is at work, for the cursor. */
  readonly ongesture: (active: boolean) => void;
  /** Gets the controls once the element is there. */
  readonly onready: (controls: ZoomControls) => void;
}

export interface ZoomControls {
  readonly zoomBy: (factor: number) => void;
  readonly zoomTo: (scale: number) => void;
  /**
   * Shows a box of the canvas as large as fits inside the margins, at most at `maxScale`, beside or above what
   * `taken` (px of the element) floats over the drawing.
   */
  readonly showBox: (box: Box, maxScale: number, taken: readonly Box[]) => void;
  /** Pans so that a box is in view; does nothing when it is. */
  readonly bringIntoView: (box: Box) => void;
  /** Pans so that a point of the canvas is in the middle. */
  readonly panTo: (point: Point) => void;
}

/** Room kept free around what is fitted; drawings bring a margin of their own. */
const MARGIN = { top: 8, right: 8, bottom: 16, left: 8 };
/** Greatest change of one wheel event, as a power of two. */
const MAX_NOTCH = 0.32;
/** A wheel notch reported in lines or pages, in px. */
const WHEEL_UNITS = [1, 16, 400];

/**
 * Pan and zoom of one element through d3-zoom: wheel pans, Ctrl+wheel and pinch zoom, the middle button pans.
 * Once attached it lives until the element goes; changing values are read through functions.
 */
export function zoom(params: ZoomParams): Attachment<SVGSVGElement> {
  return (element) => {
    const selection = select<SVGSVGElement, unknown>(element);
    const behaviour: ZoomBehavior<SVGSVGElement, unknown> = d3zoom<SVGSVGElement, unknown>()
      .scaleExtent([MIN_SCALE, MAX_SCALE])
      .filter((event: Event) => allows(event, params.panning()))
      .wheelDelta(wheelDelta)
      .on('start', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if ((event.sourceEvent as Event | null)?.type === 'mousedown') params.ongesture(true);
      })
      .on('end', () => params.ongesture(false))
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        const { x, y, k } = event.transform;
        params.onzoom({ x, y, k });
      });

    const panByWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
      // Shift turns a plain wheel sideways where the system has not done so already.
      const sideways = event.shiftKey && event.deltaX === 0;
      const dx = (sideways ? event.deltaY : event.deltaX) * unit;
      const dy = (sideways ? 0 : event.deltaY) * unit;
      const { k } = current(element);
      behaviour.translateBy(selection, -dx / k, -dy / k);
    };
    selection.call(behaviour).on('dblclick.zoom', null);
    element.addEventListener('wheel', panByWheel, { passive: false });
    params.onready(controls(element, selection, behaviour));

    return () => {
      element.removeEventListener('wheel', panByWheel);
      selection.on('.zoom', null);
    };
  };
}

/** A pinch sends many small steps, a wheel few large ones: a notch is held to a quarter more or less. */
function wheelDelta(event: WheelEvent): number {
  const delta = -event.deltaY * (event.deltaMode === 0 ? 0.01 : 0.05);
  return Math.max(-MAX_NOTCH, Math.min(MAX_NOTCH, delta));
}

function allows(event: Event, panning: boolean): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (event instanceof MouseEvent) return event.button === 1 || (event.button === 0 && panning);
  return true;
}

type Selected = ReturnType<typeof select<SVGSVGElement, unknown>>;

function controls(
  element: SVGSVGElement,
  selection: Selected,
  behaviour: ZoomBehavior<SVGSVGElement, unknown>,
): ZoomControls {
  return {
    zoomBy: (factor) => behaviour.scaleBy(selection, factor),
    zoomTo: (scale) => behaviour.scaleTo(selection, scale),
    panTo: ({ x, y }) => behaviour.translateTo(selection, x, y),
    showBox(box, maxScale, taken) {
      const { x, y, k } = fitBox(box, roomOf(element), taken, { min: MIN_SCALE, max: maxScale });
      behaviour.transform(selection, zoomIdentity.translate(x, y).scale(k));
    },
    bringIntoView(box) {
      const { x, y, k } = current(element);
      const room = roomOf(element);
      const dx = shift(box.x * k + x, box.width * k, room.x, room.width);
      const dy = shift(box.y * k + y, box.height * k, room.y, room.height);
      if (dx !== 0 || dy !== 0) behaviour.translateBy(selection, dx / k, dy / k);
    },
  };
}

function current(element: SVGSVGElement): Transform {
  // d3-zoom keeps the transform on the element itself.
  return (element as unknown as { readonly __zoom?: Transform }).__zoom ?? { x: 0, y: 0, k: 1 };
}

function roomOf(element: SVGSVGElement): Box {
  const width = Math.max(1, element.clientWidth - MARGIN.left - MARGIN.right);
  const height = Math.max(1, element.clientHeight - MARGIN.top - MARGIN.bottom);
  return { x: MARGIN.left, y: MARGIN.top, width, height };
}

/** How far to move a span so that it lies in a room; one that is too large is centred. */
function shift(start: number, size: number, roomStart: number, room: number): number {
  if (size > room) return roomStart + room / 2 - (start + size / 2);
  if (start < roomStart) return roomStart - start;
  return Math.min(0, roomStart + room - (start + size));
}
