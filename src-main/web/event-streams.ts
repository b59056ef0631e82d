import type { ServerResponse } from 'node:http';
import type { EventName, EventPayload } from '../../shared/host/index.ts';

/** The open event streams of all pages. */
export interface EventStreams {
  readonly emit: <E extends EventName>(window: string, event: E, payload: EventPayload<E>) => void;
  readonly add: (window: string, response: ServerResponse) => void;
  readonly close: () => void;
}

/** What is told of the pages that come and go. */
export interface PageWatch {
  /** How many streams are open, whenever that changes. */
  readonly onCount: (pages: number) => void;
  /** A page listens no more: it was closed, left or loaded anew. */
  readonly onGone: (window: string) => void;
}

const KEEP_ALIVE_MS = 15_000;

/** Streams by the page that listens. */
export function createEventStreams({ onCount, onGone }: PageWatch): EventStreams {
  const open = new Map<ServerResponse, string>();
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) response.write(': alive\n\n');
  }, KEEP_ALIVE_MS);
  heartbeat.unref();
  return {
    emit(window, event, payload) {
      for (const [response, listener] of open)
        if (listener === window) response.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    add(window, response) {
      open.set(response, window);
      onCount(open.size);
      response.on('close', () => {
        open.delete(response);
        if (![...open.values()].includes(window)) onGone(window);
        onCount(open.size);
      });
      response.write(': open\n\n');
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open.keys()) response.end();
    },
  };
}
