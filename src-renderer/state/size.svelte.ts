import { catalog } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/index.ts';
import {
  parseSizeRequest,
  sizeRequestSchema,
  type SizeFigures,
  type SizeRequest,
  type SizeRequestInput,
} from '../../shared/size/index.ts';
import { inWords } from './in-words.ts';
import { loadPreference, savePreference } from './preferences.ts';
import type { SizeAnswer, SizeEngine, SizeEntry } from './size-answer.ts';

/** Rows that can stand side by side. */
export const MOST_COMPARED = 4;

/** The host keeps no choice longer than this many characters. */
const LONGEST_MEMORY = 4000;

/** What the wizard begins with: two file servers that feed six Hyper-V nodes, and one switch may fail. */
const PRESET: SizeRequestInput = {
  nodes: { fileServers: 2, hyperV: 6 },
  target: { gigabytesPerServer: 10 },
  survive: { switch: true },
};

/** The sizing wizard: what is asked for, what the search found, and what the user makes of it. */
export class SizeState {
  request: SizeRequest = $state.raw(remembered());
  /** What was found last; null until the first search is through. */
  answer: SizeAnswer | null = $state.raw(null);
  /** Figures of the answer before this one by row: what a nudge changed. */
  before: ReadonlyMap<string, SizeFigures | null> = $state.raw(new Map());
  /** A search is under way. */
  busy = $state(false);
  /** Why there is no answer, when the search itself broke. */
  trouble: string | null = $state(null);
  /** Rows marked for comparing, in the order they were marked. */
  marked: readonly string[] = $state.raw([]);
  /** The marked rows stand side by side in the place of the list. */
  comparing = $state(false);
  #chosenId: string | null = $state(null);
  /** The next answer is not held against the one before. */
  #anew = false;
  readonly #engine: SizeEngine;
  /** The other kind of nodes and of target, as they were before the user changed the kind. */
  readonly #laidAside = new Map<string, SizeRequest['nodes'] | SizeRequest['target']>();

  readonly entries: readonly SizeEntry[] = $derived(this.answer?.entries ?? []);
  /** The row that is shown closely: the user's choice while it is in the list, else the best one. */
  readonly chosen: SizeEntry | null = $derived(
    this.entries.find(({ id }) => id === this.#chosenId) ?? this.entries[0] ?? null,
  );
  /** Marked rows that are in the list and can be drawn. */
  readonly compared: readonly SizeEntry[] = $derived(
    this.marked.flatMap((id) => this.entries.find((entry) => entry.id === id && entry.drawn) ?? []),
  );

  constructor(engine: SizeEngine) {
    this.#engine = engine;
  }

  /** Takes over what changed in the request and searches again. Gives back why it cannot be, null when it was taken. */
  change = (change: Partial<SizeRequestInput>): string | null => {
    const parsed = parseSizeRequest({ ...this.request, ...change }, catalog);
    if (!parsed.ok) return parsed.error.map(({ message }) => message).join('. ');
    this.request = parsed.value;
    remember(parsed.value);
    void this.search();
    return null;
  };

  /** Changes the kind of nodes or of target, and brings back what that kind was set to before. */
  turnTo = (what: 'nodes' | 'target', preset: SizeRequest['nodes'] | SizeRequest['target']): void => {
    const keyOf = (value: object) => Object.keys(value).sort().join();
    const now = this.request[what];
    if (keyOf(now) === keyOf(preset)) return;
    this.#laidAside.set(keyOf(now), now);
    this.#forgetRows();
    this.change({ [what]: this.#laidAside.get(keyOf(preset)) ?? preset });
  };

  /** The requirements as they were at the first start. Prices are facts, not requirements: they stay. */
  reset = (): void => {
    this.#laidAside.clear();
    this.#forgetRows();
    this.#chosenId = null;
    const { prices } = this.request;
    this.change({ ...sizeRequestSchema.parse(PRESET), prices });
  };

  /** The wizard opens: what changed before it was closed is no news any more. */
  open = (): void => {
    this.before = new Map();
    if (!this.answer) void this.search();
  };

  /** What comes is another question: rows of the same name are not compared with those before. */
  #forgetRows(): void {
    this.marked = [];
    this.comparing = false;
    this.#anew = true;
  }

  /** Searches for the request of this moment. While one search runs only the newest request waits. */
  search = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    for (let asked: SizeRequest | null = null; asked !== this.request;) {
      asked = this.request;
      await this.#searchOnce(asked);
    }
    this.busy = false;
  };

  /** One that breaks must not keep the request that waits behind it from being searched. */
  async #searchOnce(request: SizeRequest): Promise<void> {
    try {
      this.#take(await this.#engine.search(request));
      this.trouble = null;
    } catch (error) {
      this.trouble = inWords(error);
    }
  }

  choose = (id: string): void => {
    this.#chosenId = id;
  };

  /** Marks a row for comparing, or takes the mark away. Gives back why it cannot be, null when it is done. */
  toggleMark = (id: string): string | null => {
    if (this.marked.includes(id)) this.marked = this.marked.filter((other) => other !== id);
    else if (!this.entries.find((entry) => entry.id === id)?.drawn)
      return 'No design could be made of this row.';
    else if (this.compared.length >= MOST_COMPARED)
      return `At most ${MOST_COMPARED} designs stand side by side.`;
    else this.marked = [...this.compared.map((entry) => entry.id), id];
    if (this.compared.length < 2) this.comparing = false;
    return null;
  };

  /** The design of a row; null where none could be made. */
  designOf = (id: string): Promise<Design | null> => this.#engine.designOf(id);

  #take(answer: SizeAnswer): void {
    this.before = new Map(this.#anew ? [] : this.entries.map(({ id, figures }) => [id, figures]));
    this.#anew = false;
    this.answer = answer;
    if (this.compared.length < 2) this.comparing = false;
  }
}

function remembered(): SizeRequest {
  const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const kept = loadPreference('size-request', isRecord, PRESET);
  const prices = loadPreference('size-prices', Array.isArray, []);
  // An earlier version may have had another form or other products: then the wizard begins anew.
  const parsed = parseSizeRequest({ ...kept, prices }, catalog);
  return parsed.ok ? parsed.value : sizeRequestSchema.parse(PRESET);
}

function remember({ prices, ...rest }: SizeRequest): void {
  savePreference('size-request', rest);
  let kept = prices;
  while (JSON.stringify(kept).length > LONGEST_MEMORY) kept = kept.slice(1);
  savePreference('size-prices', kept);
}
