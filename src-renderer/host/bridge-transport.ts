import type { Transport } from '../../shared/host/index.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop app; missing in a browser. */
    readonly clusterwright?: Transport;
  }
}

/** Electron: the preload script is the transport. */
export function bridgeTransport(bridge: Transport): Transport {
  return {
    invoke: (method, input) => bridge.invoke(method, input),
    on: (event, listener) => bridge.on(event, listener),
  };
}
