import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../electron/channels.ts';

/** Names of the contract, put in by the build. */
declare const HOST_METHODS: readonly string[];
declare const HOST_EVENTS: readonly string[];

/**
 * All that the page gets of Electron: calls and events by the contract's own names. The Electron event, which holds the
 * sender, never reaches the page.
 */
contextBridge.exposeInMainWorld('clusterwright', {
  async invoke(method: string, input: unknown): Promise<unknown> {
    if (!HOST_METHODS.includes(method)) throw new Error('unknown method');
    // Whatever the page hands in here becomes the path of a file the user dropped, or is refused.
    const sent = method === 'files.dropped' ? { path: webUtils.getPathForFile(input as File) } : input;
    return ipcRenderer.invoke(INVOKE_CHANNEL, method, sent);
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!HOST_EVENTS.includes(event)) throw new Error('unknown event');
    const relay = (_: unknown, name: string, payload: unknown) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, relay);
    return () => void ipcRenderer.off(EVENT_CHANNEL, relay);
  },
});
