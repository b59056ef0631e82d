import type { BrowserWindow, WebContents } from 'electron';
import type { Handlers } from '../../shared/host/index.ts';
import type { ShownDocument } from '../handlers.ts';

/** One window and what its page told of itself. */
export interface OpenWindow {
  readonly window: BrowserWindow;
  readonly handlers: Handlers;
  /** Hands a file to the page. */
  readonly openPath: (path: string) => void;
  shown: ShownDocument;
  /** The page agreed to go, or there is no page left to ask. */
  mayClose: boolean;
}

/** The windows there are, by their contents. */
export class OpenWindows {
  readonly #byContents = new Map<WebContents, OpenWindow>();

  add(entry: OpenWindow): void {
    this.#byContents.set(entry.window.webContents, entry);
  }

  remove(contents: WebContents): void {
    this.#byContents.delete(contents);
  }

  of(contents: WebContents): OpenWindow | null {
    return this.#byContents.get(contents) ?? null;
  }

  get all(): readonly OpenWindow[] {
    return [...this.#byContents.values()];
  }

  /** The window that shows a file. */
  showing(path: string): OpenWindow | null {
    return this.all.find(({ shown }) => shown.path !== null && samePath(shown.path, path)) ?? null;
  }

  /** A window in which nothing was begun yet. */
  get empty(): OpenWindow | null {
    return this.all.find(({ shown }) => !shown.hasDocument) ?? null;
  }
}

/** Brings a window to the front. */
export function raise({ window }: OpenWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Windows and macOS take `Plan.cwplan` and `plan.cwplan` for one file. */
function samePath(a: string, b: string): boolean {
  if (process.platform === 'linux') return a === b;
  return a.toLowerCase() === b.toLowerCase();
}
