import type { NodeId, PartId, PortId } from '../../shared/lib/ids.ts';
import type { FormulaId } from '../../shared/plan/index.ts';
import type { OtherDesign } from './other-design.ts';
import type { SwapWhat } from './swap-targets.ts';

type Nothing = Readonly<Record<string, never>>;

/** Every dialog the window can open and what it is asked with; one line each. `dialogs/index.ts` has their components. */
export interface DialogRequests {
  /** A switch port to split; the user chooses one without it. */
  readonly breakout: { readonly port: PortId | null };
  /** Nodes to begin with; a cluster without any. */
  /** What to compare with; the user chooses without it. */
  readonly compare: { readonly other: OtherDesign | null };
  readonly 'connect-mesh': { readonly nodes: readonly NodeId[] };
  readonly 'connect-nodes': { readonly nodes: readonly NodeId[] };
  /** A node, a switch or a port to begin with. */
  readonly 'connect-port': { readonly from: string | null };
  readonly 'connect-switches': Nothing;
  readonly duplicate: Nothing;
  /** Which formats are chosen at first; all without it. */
  readonly export: { readonly formats?: readonly string[] };
  /** The formula to begin at. */
  readonly formulas: { readonly at: FormulaId | null };
  readonly group: Nothing;
  readonly history: Nothing;
  readonly palette: Nothing;
  readonly recent: Nothing;
  readonly recovery: Nothing;
  readonly shortcuts: Nothing;
  readonly size: Nothing;
  readonly swap: { readonly what: SwapWhat; readonly ids: readonly string[]; readonly partId: PartId | null };
  readonly templates: Nothing;
  readonly versions: Nothing;
}
export type DialogName = keyof DialogRequests;

/** The dialog that is open. */
export type DialogRequest = {
  readonly [N in DialogName]: { readonly name: N; readonly request: DialogRequests[N] };
}[DialogName];
