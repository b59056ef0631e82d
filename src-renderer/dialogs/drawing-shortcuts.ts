/** A key that the drawing or the system answers by itself, without an action. */
export interface DrawingShortcut {
  readonly label: string;
  /** As in an action: `Mod+Shift+S`. Without a word for the mouse. */
  readonly keys: readonly string[];
  /** What the mouse does beside or instead of keys. */
  readonly mouse?: string;
}

/** What works on the drawing beside the actions, for the shortcut sheet. */
export const DRAWING_SHORTCUTS: readonly DrawingShortcut[] = [
  { label: 'Go to the next card', keys: ['Arrow keys'] },
  { label: 'Move what is selected by one step', keys: ['Arrow keys'] },
  { label: 'Move what is selected by ten steps', keys: ['Shift+Arrow keys'] },
  { label: 'Select the card', keys: ['Enter'], mouse: 'click' },
  { label: 'Add to the selection', keys: ['Shift+Enter'], mouse: 'Shift and click' },
  { label: 'Drop the selection, end a drag or a cable', keys: ['Escape'] },
  { label: 'Menu of what is selected', keys: ['Shift+F10', 'Menu key'], mouse: 'right click' },
  { label: 'Pan', keys: [], mouse: 'Space and drag, or wheel' },
  { label: 'Zoom', keys: [], mouse: 'Ctrl and wheel, or pinch' },
  { label: 'Select everything in a box', keys: [], mouse: 'drag on the ground' },
  { label: 'Move without lining up', keys: [], mouse: 'Alt and drag' },
  { label: 'Add something here', keys: [], mouse: 'double click on the ground' },
];
