import { app, powerMonitor } from 'electron';
import type { EventPayload } from '../../shared/host/index.ts';
import type { OpenWindow, OpenWindows } from './open-windows.ts';

type Reason = EventPayload<'window.closing'>['reason'];

/** One question for closing a window, quitting and the end of the system: the page asks it and answers. */
export interface Closing {
  readonly watch: (entry: OpenWindow, ask: (reason: Reason) => void) => void;
  readonly answer: (entry: OpenWindow, leave: boolean) => void;
}

/** A window with a document is closed only after its page agreed. A quit goes on as the windows agree, one by one. */
export function createClosing(windows: OpenWindows): Closing {
  let quitting = false;
  app.on('before-quit', () => (quitting = true));
  // Linux and macOS: the system waits for the answer as long as it likes; drafts hold what it cuts short.
  const monitor: NodeJS.EventEmitter = powerMonitor;
  monitor.on('shutdown', (event: { readonly preventDefault: () => void }) => {
    if (!windows.all.some(({ shown }) => shown.dirty)) return;
    event.preventDefault();
    app.quit();
  });
  return {
    watch(entry, ask) {
      const { window } = entry;
      const stay = (event: { readonly preventDefault: () => void }, reason: Reason) => {
        if (entry.mayClose || !entry.shown.hasDocument) return;
        event.preventDefault();
        ask(reason);
      };
      window.on('close', (event) => stay(event, quitting ? 'quit' : 'close'));
      window.on('query-session-end', (event) => {
        if (entry.shown.dirty) stay(event, 'shutdown');
      });
      // A page that hangs or died cannot be asked. What it drew is in its draft.
      window.on('unresponsive', () => (entry.mayClose = true));
      window.on('responsive', () => (entry.mayClose = false));
      window.on('closed', () => {
        if (quitting && windows.all.length > 0) app.quit();
      });
    },
    answer(entry, leave) {
      entry.mayClose = leave;
      if (leave) entry.window.close();
      else quitting = false;
    },
  };
}
