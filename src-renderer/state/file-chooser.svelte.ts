import type { FileRef, HostClient } from '../../shared/host/index.ts';
import type { FilePrompt } from './prompts.ts';

/** Asks for files and folders: by the system's dialogs where the host has them, else by the page's own. */
export class FileChooser {
  prompt: FilePrompt | null = $state.raw(null);
  readonly #client: HostClient;

  constructor(client: HostClient) {
    this.#client = client;
  }

  /** Null when the user thinks better of it. Rejects when the host does not answer. */
  choose = async (
    mode: FilePrompt['mode'],
    suggestedName: string,
    dialogs: 'native' | 'page',
  ): Promise<FileRef | null> => {
    if (dialogs === 'page') return this.#ask(mode, suggestedName);
    if (mode === 'open') return this.#client.call('files.chooseOpen', {});
    if (mode === 'folder') return this.#client.call('files.chooseFolder', {});
    return this.#client.call('files.chooseSave', { suggestedName });
  };

  /** Host calls for the page's own file dialog; failures are for the dialog to show. */
  list = (folder: string | null) => this.#client.call('files.list', { folder });
  place = (folder: string, name: string) => this.#client.call('files.place', { folder, name });
  makeFolder = (folder: string, name: string) => this.#client.call('files.makeFolder', { folder, name });

  #ask = async (mode: FilePrompt['mode'], suggestedName: string): Promise<FileRef | null> => {
    if (this.prompt) return null;
    const ref = await new Promise<FileRef | null>((resolve) => {
      this.prompt = { mode, suggestedName, resolve };
    });
    this.prompt = null;
    return ref;
  };
}
