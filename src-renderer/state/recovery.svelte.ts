import {
  HostError,
  type Counts,
  type FileRef,
  type HostClient,
  type MethodOutput,
} from '../../shared/host/index.ts';
import type { Design } from '../../shared/model/index.ts';
import { createId } from './create-id.ts';

/** A design somebody did not get to save, as the host lists it. */
export type OfferedDraft = MethodOutput<'drafts.list'>[number];

/** A design and its text, of one moment. */
export interface Snapshot {
  readonly design: Design;
  readonly text: string;
}

/** What a recovery copy is made of. */
export interface EditedDocument {
  readonly hasDocument: () => boolean;
  readonly dirty: () => boolean;
  readonly design: () => Design;
  readonly file: () => { readonly ref: FileRef; readonly stamp: string } | null;
  readonly name: () => string;
  readonly counts: () => Counts;
  readonly snapshot: () => Promise<Snapshot>;
}

/** What the page's surroundings give; tests bring their own. */
export interface Surroundings {
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Runs when the page has nothing better to do, soon in any case. */
  readonly whenIdle: (run: () => void) => void;
  /** Runs again and again. Returns the way to stop. */
  readonly every: (run: () => void, ms: number) => () => void;
}

/** Least time between two copies while edits go on. With the beat and the idle wait an edit is kept within 2 s. */
const GAP_MS = 1000;
/** After a copy that could not be written. */
const RETRY_MS = 5000;

interface DraftFile {
  readonly ref: FileRef;
  /** Null when nothing was read from it. */
  readonly stamp: string | null;
}

/** The recovery copy of the design in this window, and the ones that are offered because their window is gone. */
export class RecoveryState {
  offered: readonly OfferedDraft[] = $state.raw([]);
  /** Why the copy cannot be written, in words; null while it can. */
  trouble: string | null = $state(null);
  /** Name of this document's draft. */
  #id = createId('draft');
  /** It is on disk. */
  #there = false;
  /** The design that is in it, or needs none. */
  #kept: Design | null = null;
  #earliest = -Infinity;
  #waiting = false;
  #queue: Promise<void> = Promise.resolve();
  readonly #client: HostClient;
  readonly #document: EditedDocument;
  readonly #around: Surroundings;

  constructor(client: HostClient, document: EditedDocument, around: Surroundings) {
    this.#client = client;
    this.#document = document;
    this.#around = around;
  }

  /** Called a few times a second. Costs a comparison while nothing was edited. */
  beat = (): void => {
    if (this.#waiting || !this.#document.hasDocument() || this.#document.design() === this.#kept) return;
    if (this.#around.now() < this.#earliest) return;
    this.#waiting = true;
    this.#around.whenIdle(() => void this.flush());
  };

  /** Makes the copy say what the design says, now; takes it away when everything is saved. */
  flush = (): Promise<void> => this.#inTurn(this.#keep);

  /**
   * The design is about to be saved there. The copy says what the file will say: when the program ends between saving
   * and taking the copy away, the two are equal and nothing is offered.
   */
  prepareSave = (ref: FileRef, saved: Snapshot): Promise<void> => {
    if (!this.#document.dirty()) return Promise.resolve();
    const file = this.#document.file();
    const target = file?.ref.token === ref.token ? file : { ref, stamp: null };
    return this.#inTurn(() => this.#put(target, saved, true));
  };

  /** The design was saved or is as it was: the copy goes if it is of no more use. */
  settle = (): Promise<void> => {
    this.#kept = null;
    return this.flush();
  };

  /** The user does not want what was edited, or another design is shown: that is drawn before it is copied. */
  discard = (): Promise<void> => {
    this.#earliest = Math.max(this.#earliest, this.#around.now() + GAP_MS);
    return this.#inTurn(this.#drop);
  };

  /** Asks the host what can be restored. */
  look = async (postponed = false): Promise<void> => {
    this.offered = await this.#client.call('drafts.list', { postponed });
  };

  read = (draft: OfferedDraft) => this.#client.call('drafts.read', { draft: draft.id });

  /** Takes an offered copy away for good. */
  remove = async (draft: OfferedDraft): Promise<void> => {
    await this.#client.call('drafts.discard', { draft: draft.id });
    this.offered = this.offered.filter(({ id }) => id !== draft.id);
  };

  /** Not now: the copies stay, and are not offered again before the next start. */
  postpone = async (): Promise<void> => {
    const drafts = this.offered.map(({ id }) => id);
    this.offered = [];
    await this.#client.call('drafts.postpone', { drafts });
  };

  /** One after the other: a copy must not be written after it was taken away. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }

  #keep = async (): Promise<void> => {
    this.#waiting = false;
    const document = this.#document;
    const design = document.design();
    if (!document.hasDocument() || design === this.#kept) return;
    if (document.dirty()) {
      await this.#put(document.file(), await document.snapshot(), false);
    } else {
      await this.#drop();
      this.#kept = design;
    }
  };

  #put = async (file: DraftFile | null, { design, text }: Snapshot, saving: boolean): Promise<void> => {
    const document = this.#document;
    this.#earliest = this.#around.now() + GAP_MS;
    try {
      await this.#client.call('drafts.write', {
        draft: this.#id,
        text,
        file: file?.ref.token ?? null,
        stamp: file?.stamp ?? null,
        name: document.name(),
        counts: document.counts(),
        saving,
      });
      this.#there = true;
      this.#kept = design;
      this.trouble = null;
    } catch (error) {
      this.#earliest = this.#around.now() + RETRY_MS;
      this.trouble = error instanceof HostError ? error.message : String(error);
    }
  };

  #drop = async (): Promise<void> => {
    if (!this.#there) return;
    this.#there = false;
    const id = this.#id;
    this.#id = createId('draft');
    // A copy that cannot be taken away says what the file says, or is offered once more: neither loses anything.
    await this.#client.call('drafts.discard', { draft: id }).catch((error: unknown) => {
      this.trouble = error instanceof HostError ? error.message : String(error);
    });
  };
}

/** The browser's clock and its idle time. */
export const BROWSER: Surroundings = {
  now: () => performance.now(),
  whenIdle: (run) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 200 });
    else setTimeout(run, 0);
  },
  every: (run, ms) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
