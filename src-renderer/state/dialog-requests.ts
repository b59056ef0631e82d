import type { PartId } from '../../shared/lib/ids.ts';
import type { SwapWhat } from './swap-targets.ts';

type Nothing = Readonly<Record<string, never>>;

/** Every dialog the window can open and what it is asked with; one line each. `dialogs/index.ts` has their components. */
export interface DialogRequests {
  /** Which formats are chosen at first; all without it. */
  readonly export: { readonly formats?: readonly string[] };
  readonly history: Nothing;
  readonly palette: Nothing;
  readonly shortcuts: Nothing;
  readonly swap: { readonly what: SwapWhat; readonly ids: readonly string[]; readonly partId: PartId | null };
  readonly templates: Nothing;
}
export type DialogName = keyof DialogRequests;

/** The dialog that is open. */
export type DialogRequest = {
  readonly [N in DialogName]: { readonly name: N; readonly request: DialogRequests[N] };
}[DialogName];
