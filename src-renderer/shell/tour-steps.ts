import type { ViewState } from '../state/view.svelte.ts';

/** One stop of the tour: what it points at and what it says. */
export interface TourStep {
  /** Finds what is pointed at; what a small window hides is told without pointing. */
  readonly target: string;
  readonly title: string;
  readonly text: string;
  /** Brings what is pointed at into view. */
  readonly prepare?: (view: ViewState) => void;
}

/** The window in six stops, in the order of the work. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    target: '[data-tour=side]',
    title: 'The palette has what you can place',
    text: 'Drag a node, an adapter or a switch onto the drawing, or choose it and press Enter. Beside it, the outline lists everything you have drawn.',
    prepare: (view) => {
      view.resize({ outlineOpen: true });
      view.sideTab = 'palette';
    },
  },
  {
    target: '[data-tour=canvas]',
    title: 'The drawing is the design',
    text: 'Move the wheel to zoom with Ctrl, hold Space and drag to pan. Point at a cable to light its whole path. Arrow keys walk from card to card.',
  },
  {
    target: '[aria-label=Tool]',
    title: 'Connect port to port',
    text: 'Choose the cable tool, or press C, and drag from one port to another. Ports that fit light up; the others say why they do not. A whole cluster is cabled to a pair of switches in one step.',
  },
  {
    target: '[data-tour=inspector]',
    title: 'Every number can be changed here',
    text: 'The inspector shows what is selected: models, slots, addresses, speeds, and what limits them. Select several things to change them together.',
    prepare: (view) => view.resize({ inspectorOpen: true }),
  },
  {
    target: '[data-tour=lists]',
    title: 'Checks run while you draw',
    text: 'Each finding says what is wrong, why it matters and what to do. The purchase list, cables, rates and scripts stand beside it and follow every edit.',
    prepare: (view) => view.showChecks(null),
  },
  {
    target: '.bar',
    title: 'Search does everything, Export takes it away',
    text: 'Ctrl+K finds any command, node or cable. Export writes the purchase list, the cable schedule, the drawing and one script for each node.',
  },
];
