import type { FileRef, HostClient, RecentFile } from '../../shared/host/index.ts';

/** Files used before, as the host remembers them. */
export class RecentList {
  /** Pinned ones first, then newest first. */
  files: readonly RecentFile[] = $state.raw([]);
  readonly #client: HostClient;
  readonly #onFail: (error: unknown) => void;

  constructor(client: HostClient, onFail: (error: unknown) => void) {
    this.#client = client;
    this.#onFail = onFail;
  }

  /** Asks again. */
  refresh = (): Promise<void> => this.#after(Promise.resolve());

  /** Keeps a file at the top, or lets it go again. */
  pin = (ref: FileRef, pinned: boolean): Promise<void> =>
    this.#after(this.#client.call('files.pinRecent', { file: ref.token, pinned }));

  /** Takes a file off the list; the file itself stays. */
  forget = (ref: FileRef): Promise<void> =>
    this.#after(this.#client.call('files.forgetRecent', { file: ref.token }));

  #after = async (change: Promise<unknown>): Promise<void> => {
    try {
      await change;
      this.files = await this.#client.call('files.recent', {});
    } catch (error) {
      this.#onFail(error);
    }
  };
}
