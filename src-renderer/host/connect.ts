import { createHostClient, type HostClient } from '../../shared/host/index.ts';
import { bridgeTransport } from './bridge-transport.ts';
import { webTransport } from './web-transport.ts';

/**
 * The client of the host this page runs in: Electron's bridge where there is one, else the local web host.
 * Rejects with a `HostError` whose message tells the user what to do when the web host does not let it in.
 */
export async function connectHost(): Promise<HostClient> {
  const bridge = window.clusterwright;
  return createHostClient(bridge ? bridgeTransport(bridge) : await webTransport());
}
