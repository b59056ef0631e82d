import { HostError, WEB_TOKEN_HEADER, WEB_WINDOW_HEADER, type Transport } from '../../shared/host/index.ts';
import { readEvents } from './read-events.ts';

const STORED = 'clusterwright.session';
const RETRY_MS = 1500;
/** Tells this page from all others of the host; a page that is loaded anew is another one. */
const WINDOW = crypto.randomUUID();
const GONE = 'Clusterwright no longer answers. Start it again; what is in this window is still here.';

/**
 * The local web host. The address carries a key behind `#`, which no request and no log ever holds; it is
 * traded once for the session's token, which lives in this tab only and goes out as a header. A cookie
 * would be sent to every other program that listens on this machine.
 */
export async function webTransport(): Promise<Transport> {
  const token = await openSession();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  void listen(token, (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  });
  return {
    async invoke(method, input) {
      const response = await post('/rpc', { method, input }, token);
      return (await response.json()) as unknown;
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  };
}

async function openSession(): Promise<string> {
  const key = /^#key=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1];
  if (key !== undefined) history.replaceState(null, '', location.pathname);
  const stored = sessionStorage.getItem(STORED);
  if (key === undefined) {
    if (stored !== null) return stored;
    throw new HostError('unreachable', 'Open Clusterwright with the address that "npm start" shows.');
  }
  const reply = (await (await post('/session', { key }, stored ?? '')).json()) as { readonly token: string };
  sessionStorage.setItem(STORED, reply.token);
  return reply.token;
}

async function post(path: string, body: unknown, token: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [WEB_TOKEN_HEADER]: token,
        [WEB_WINDOW_HEADER]: WINDOW,
      },
      body: JSON.stringify(body),
    });
  } catch {
    throw new HostError('unreachable', GONE);
  }
  if (response.status === 401) {
    sessionStorage.removeItem(STORED);
    throw new HostError(
      'unreachable',
      'This address is no longer valid. Start Clusterwright again with "npm start".',
    );
  }
  if (response.status === 413)
    throw new HostError('too-large', 'This is more than Clusterwright takes at once.');
  if (!response.ok) throw new HostError('internal', `The host answered with an error (${response.status}).`);
  return response;
}

/** Keeps the event stream open; after a break it tries again until the page goes. */
async function listen(token: string, emit: (event: string, payload: unknown) => void): Promise<void> {
  for (;;) {
    try {
      const response = await fetch('/events', {
        headers: { [WEB_TOKEN_HEADER]: token, [WEB_WINDOW_HEADER]: WINDOW },
      });
      if (response.status === 401) return;
      if (response.ok && response.body) await readEvents(response.body, emit);
    } catch {
      // The host is away; the next call tells the user, this loop only waits for it to come back.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
