import type { FileRef, HostClient, MethodInput } from '../../shared/host/index.ts';

/** What this window tells its host of itself, and asks of the other windows. */
export class WindowLink {
  /** What the host was told last. */
  #told = '';
  readonly #client: HostClient;

  constructor(client: HostClient) {
    this.#client = client;
  }

  /** Called a few times a second; the host hears only what is new. */
  tell = (shown: MethodInput<'windows.tell'>): void => {
    const key = JSON.stringify(shown);
    if (key === this.#told) return;
    this.#told = key;
    // A host that does not answer hears it with the next beat.
    this.#client.call('windows.tell', shown).catch(() => (this.#told = ''));
  };

  /** Whether another window shows the file; where it can, the host has brought that to the front. */
  find = async (ref: FileRef): Promise<'nowhere' | 'elsewhere' | 'raised'> =>
    (await this.#client.call('windows.find', { file: ref.token })).shown;

  /** Another window, empty or with a file. */
  open = async (ref: FileRef | null): Promise<void> => {
    const { address } = await this.#client.call('windows.open', { file: ref?.token ?? null });
    // Without a way back: a page that was opened must not reach into this one.
    if (address !== null) window.open(address, '_blank', 'noopener');
  };

  /** The place of a file dropped on the window. Only the preload script can see it: the page hands the file itself over. */
  fileOf = (file: File): Promise<FileRef> => this.#client.call('files.dropped', file as never);

  /** Says whether the window may close, as the host asked. */
  answerClose = (leave: boolean) => this.#client.call('windows.answerClose', { leave });
}
