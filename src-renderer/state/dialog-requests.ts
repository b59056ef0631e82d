type Nothing = Readonly<Record<string, never>>;

/** Every dialog the window can open and what it is asked with; one line each. `dialogs/index.ts` has their components. */
export interface DialogRequests {
  readonly export: Nothing;
  readonly history: Nothing;
  readonly palette: Nothing;
  readonly shortcuts: Nothing;
  readonly templates: Nothing;
}
export type DialogName = keyof DialogRequests;

/** The dialog that is open. */
export type DialogRequest = {
  readonly [N in DialogName]: { readonly name: N; readonly request: DialogRequests[N] };
}[DialogName];
