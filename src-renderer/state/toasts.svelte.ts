export type ToastTone = 'info' | 'success' | 'warn' | 'fail';

export interface Toast {
  readonly id: number;
  readonly tone: ToastTone;
  readonly text: string;
  /** A second line: the reason, or what to do. */
  readonly detail: string;
}

const LINGER_MS = 6000;

/** Short messages at the lower edge. Failures stay until they are closed; the rest leaves by itself. */
export class ToastState {
  list: readonly Toast[] = $state.raw([]);
  #nextId = 1;
  readonly #after: (run: () => void, ms: number) => void;

  constructor(after: (run: () => void, ms: number) => void = (run, ms) => void setTimeout(run, ms)) {
    this.#after = after;
  }

  show = (tone: ToastTone, text: string, detail = ''): void => {
    const id = this.#nextId++;
    const others = this.list.filter((toast) => toast.text !== text || toast.detail !== detail);
    this.list = [...others.slice(-3), { id, tone, text, detail }];
    if (tone !== 'fail') this.#after(() => this.close(id), LINGER_MS);
  };

  close = (id: number): void => {
    this.list = this.list.filter((toast) => toast.id !== id);
  };
}
