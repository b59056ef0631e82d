/** The keys that ask for a menu on what has the focus: the menu key and Shift+F10. */
export function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/** Where a menu opens that was asked for with a key, px of the window: inside its element, near the lower left. */
export function menuPlace(element: Element): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  const inside = (at: number, limit: number) => Math.max(8, Math.min(at, limit - 8));
  return { x: inside(box.left + 24, innerWidth), y: inside(box.bottom - 4, innerHeight) };
}
