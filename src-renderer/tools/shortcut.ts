/** What of a keyboard event a shortcut is compared with. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Keys whose character depends on Shift or on the layout are found by their place instead. */
const DIGIT = /^Digit(\d)$/;

/** True when a stroke is the shortcut, written like `Mod+Shift+S`. Mod is Ctrl, on a Mac Command. */
export function matches(shortcut: string, stroke: KeyStroke, mac: boolean): boolean {
  const parts = shortcut.split('+').map((part) => (part === 'Plus' ? '+' : part));
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  if (mod !== wants('Mod') || other || stroke.altKey !== wants('Alt')) return false;
  const digit = DIGIT.exec(stroke.code)?.[1];
  if (digit === key) return stroke.shiftKey === wants('Shift');
  // `?` and `+` need Shift on many layouts: the character itself decides.
  if (!/^[a-z]$/i.test(key) && key.length === 1) return stroke.key === key;
  return stroke.key.toLowerCase() === key.toLowerCase() && stroke.shiftKey === wants('Shift');
}

/** The shortcut as the platform writes it: `Ctrl+Shift+S`, on a Mac with its signs. */
export function shownShortcut(shortcut: string, mac: boolean): string {
  const text = shortcut.replace('Plus', '+').replace(/Arrow(?=Up|Down|Left|Right)/, '');
  if (!mac) return text.replace('Mod', 'Ctrl');
  return text.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}
