import type { FileRef, FileState, HostClient } from '../../shared/host/index.ts';

/** Something happened to the file while its design is open. */
export interface FileNotice {
  readonly kind: 'changed' | 'missing';
  readonly name: string;
  /** Stamp of what the file holds now. */
  readonly stamp: string;
}

/** The file to look after, and what to do when it is another one than was read. */
export interface WatchedFile {
  readonly file: () => { readonly ref: FileRef; readonly stamp: string } | null;
  /** Reading or writing is under way, or the user is in the middle of something. */
  readonly busy: () => boolean;
  readonly dirty: () => boolean;
  /** The same content with another time or size: a sync client or a restored backup. */
  readonly onTouched: (stamp: string) => void;
  /** Somebody else's version can be shown, because nothing of the user's would be replaced. True when it was. */
  readonly onChangedWhileClean: () => Promise<boolean>;
}

const CHECK_MS = 4000;

/** Looks at the open file every few seconds and when the window gets the focus. */
export class FileWatch {
  notice: FileNotice | null = $state.raw(null);
  #next = 0;
  #checking = false;
  /** A program that saves in several steps leaves no file for a moment: it counts as missing the second time. */
  #missedOnce = false;
  /** Stamp of a change the user decided to ignore, or whose file could not be read. */
  #ignored = '';
  readonly #client: HostClient;
  readonly #watched: WatchedFile;
  readonly #now: () => number;

  constructor(client: HostClient, watched: WatchedFile, now: () => number) {
    this.#client = client;
    this.#watched = watched;
    this.#now = now;
  }

  /** Called a few times a second. */
  beat = (): void => {
    if (this.#now() >= this.#next) void this.check();
  };

  /** Another file is open, or it was just read or written. */
  reset = (): void => {
    this.notice = null;
    this.#missedOnce = false;
    this.#ignored = '';
    this.#next = this.#now() + CHECK_MS;
  };

  /** Asks the host now. A host that does not answer says so elsewhere, when the user saves. */
  check = async (): Promise<void> => {
    this.#next = this.#now() + CHECK_MS;
    const file = this.#watched.file();
    if (!file || this.#checking || this.#watched.busy()) return;
    this.#checking = true;
    try {
      const { state, stamp } = await this.#client.call('files.check', {
        file: file.ref.token,
        stamp: file.stamp,
      });
      if (this.#watched.file() === file && !this.#watched.busy()) await this.#take(state, stamp, file);
    } catch {
      // A network folder that is away for a moment: the next look tells.
    } finally {
      this.#checking = false;
    }
  };

  async #take(
    state: FileState,
    stamp: string,
    { ref, stamp: known }: { readonly ref: FileRef; readonly stamp: string },
  ): Promise<void> {
    if (state === 'missing') {
      if (this.#missedOnce) this.notice ??= { kind: 'missing', name: ref.name, stamp };
      this.#missedOnce = true;
      return;
    }
    this.#missedOnce = false;
    if (state === 'same') {
      this.notice = null;
      if (stamp !== known) this.#watched.onTouched(stamp);
      return;
    }
    if (stamp === this.#ignored || stamp === this.notice?.stamp) return;
    if (!this.#watched.dirty()) {
      if (await this.#watched.onChangedWhileClean()) return;
      this.#ignored = stamp;
    }
    this.notice = { kind: 'changed', name: ref.name, stamp };
  }
}
