import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../electron/channels.ts';

/** Names of the contract, put in by the build. */
declare const HOST_METHODS: readonly string[];
declare const HOST_EVENTS: readonly string[];

/**
 * All that the page gets of Electron: calls and events by the contract's own names. The Electron event, which holds the
 * sender, never reaches the page.
 */
contextBridge.exposeInMainWorld('clusterwright', {
  invoke(method: string, input: unknown): Promise<unknown> {
    if (!HOST_METHODS.includes(method)) return Promise.reject(new Error('unknown method'));
    return ipcRenderer.invoke(INVOKE_CHANNEL, method, input);
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
