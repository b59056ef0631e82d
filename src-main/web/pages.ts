import type { Handlers } from '../../shared/host/index.ts';
import type { ShownDocument, WindowHost } from '../handlers.ts';

/** The pages of one web host: each has handlers of its own, and knows what the others show. */
export interface Pages {
  /** Handlers of a page; made when it is first heard of. */
  readonly handlersOf: (window: string) => Handlers;
  /** A page was let in to open this file. */
  readonly begin: (window: string, openPath: string | null) => void;
  readonly gone: (window: string) => void;
}

/** What makes the handlers of one page. */
export type MakeHandlers = (window: WindowHost, openPath: string | null) => Handlers;

/** `issueAddress` gives the address of a new page for a file; `openPath` is the file of pages that came by no such address. */
export function createPages(
  make: MakeHandlers,
  issueAddress: (path: string | null) => string,
  openPath: string | null,
): Pages {
  const handlers = new Map<string, Handlers>();
  const begun = new Map<string, string | null>();
  const shown = new Map<string, ShownDocument>();

  function windowHost(id: string): WindowHost {
    return {
      id,
      open: issueAddress,
      find(path) {
        // A page cannot bring another tab to the front; it can only say so.
        const others = [...shown].filter(([window]) => window !== id);
        return others.some(([, document]) => document.path === path) ? 'elsewhere' : 'nowhere';
      },
      tell: (document) => void shown.set(id, document),
      // The browser asks by itself before it closes a tab.
      answerClose: () => undefined,
    };
  }

  return {
    handlersOf(window) {
      const there = handlers.get(window);
      if (there) return there;
      const path = begun.get(window);
      const made = make(windowHost(window), path === undefined ? openPath : path);
      handlers.set(window, made);
      return made;
    },
    begin: (window, path) => void begun.set(window, path),
    gone(window) {
      handlers.delete(window);
      begun.delete(window);
      shown.delete(window);
    },
  };
}
