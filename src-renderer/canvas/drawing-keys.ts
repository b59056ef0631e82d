import type { SessionState } from '../state/session.svelte.ts';
import type { ViewState } from '../state/view.svelte.ts';
import { neighbour, type Direction } from '../tools/index.ts';
import type { ShownScene } from './shown-scene.svelte.ts';

const ARROWS: Readonly<Record<string, { direction: Direction; dx: number; dy: number }>> = {
  ArrowLeft: { direction: 'left', dx: -1, dy: 0 },
  ArrowRight: { direction: 'right', dx: 1, dy: 0 },
  ArrowUp: { direction: 'up', dx: 0, dy: -1 },
  ArrowDown: { direction: 'down', dx: 0, dy: 1 },
};
/** Canvas units of one nudge, without and with Shift. */
const NUDGE = { small: 4, large: 40 };

interface Drawing {
  readonly view: ViewState;
  readonly session: SessionState;
  readonly shown: ShownScene;
  /** Ends the gesture under way; false when there is none. */
  readonly cancelGesture: () => boolean;
  readonly focusItem: (id: string) => void;
}

/** Answers the keys that mean something on the drawing; true when it did. */
export function answerKey(event: KeyboardEvent, drawing: Drawing): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Escape') return escape(drawing);
  if (event.key === 'Enter') return enter(event, drawing);
  return arrow(event, drawing);
}

function escape({ view, cancelGesture }: Drawing): boolean {
  if (cancelGesture()) return true;
  if (view.selection.size === 0) return false;
  view.clearSelection();
  return true;
}

function enter(event: KeyboardEvent, { view, shown }: Drawing): boolean {
  const focused = view.focusedItem;
  if (focused === null) return false;
  const ids = shown.membersOf([focused]);
  if (event.shiftKey) ids.forEach(view.toggle);
  else view.select(ids);
  return true;
}

/** What is selected is nudged; otherwise the arrows walk from card to card. */
function arrow(event: KeyboardEvent, drawing: Drawing): boolean {
  const to = ARROWS[event.key];
  if (!to) return false;
  const { view, session, shown, focusItem } = drawing;
  const focused = view.focusedItem;
  if (view.selection.size > 0 && (focused === null || view.selection.has(focused))) {
    const step = event.shiftKey ? NUDGE.large : NUDGE.small;
    const ids = shown.movable(view.selection);
    if (ids.size > 0) session.edit('move-items', shown.moves(ids, to.dx * step, to.dy * step));
    return true;
  }
  const from = shown.items.get(focused ?? shown.tabStop ?? '');
  if (!from) return false;
  const next = focused === null ? from.id : neighbour(from, to.direction, shown.cards);
  if (next !== null) {
    view.focusedItem = next;
    // A far item may only now be drawn.
    queueMicrotask(() => focusItem(next));
  }
  return true;
}
