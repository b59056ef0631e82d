import type { ServerResponse } from 'node:http';
import type { EventName, EventPayload } from '../../shared/host/index.ts';

/** The open event streams of all pages. */
export interface EventStreams {
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  readonly add: (response: ServerResponse) => void;
  readonly close: () => void;
}

const KEEP_ALIVE_MS = 15_000;

/** `onCount` is told how many pages listen, whenever that changes. */
export function createEventStreams(onCount: (pages: number) => void): EventStreams {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(': alive\n\n');
  }, KEEP_ALIVE_MS);
  heartbeat.unref();
  return {
    emit(event, payload) {
      for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    add(response) {
      open.add(response);
      onCount(open.size);
      response.on('close', () => {
        open.delete(response);
        onCount(open.size);
      });
      response.write(': open\n\n');
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
