import type { AdapterPart, Part, ServerPart, SwitchPart } from '../catalog/types.ts';
import type { AdapterId, LinkId, NodeId, PartId, SubjectId, SwitchId } from '../lib/ids.ts';
import type { Design, Link, Node, Profile, Switch } from '../model/index.ts';

/** Which pieces get which product. Nodes of one profile that are not all named get a profile of their own. */
export type SwapRequest =
  | { readonly what: 'adapter'; readonly ids: readonly AdapterId[]; readonly partId: PartId }
  | { readonly what: 'switch'; readonly ids: readonly SwitchId[]; readonly partId: PartId }
  | { readonly what: 'server'; readonly ids: readonly NodeId[]; readonly partId: PartId };

export type SwapKind = SwapRequest['what'];

/** What was chosen, by misfit id. */
export type SwapChoices = ReadonlyMap<string, string>;

export interface SwapChoice {
  readonly id: string;
  readonly label: string;
}

/** Something the new product does not take over as it was. */
export interface Misfit {
  /** The same for the same matter however often the swap is planned. */
  readonly id: string;
  /** Matters of one kind are listed together. */
  readonly topic: MisfitTopic;
  readonly severity: 'fail' | 'warn' | 'info';
  readonly message: string;
  /** Nodes, switches or cables concerned. */
  readonly subjects: readonly SubjectId[];
  /** What can be done about it; empty where there is only something to know. */
  readonly choices: readonly SwapChoice[];
  /** The choice that keeps most; null where there is none. */
  readonly recommended: string | null;
  /** What applies now; null while the user has to decide. An undecided matter stays as it is drawn. */
  readonly chosen: string | null;
}

export const MISFIT_TOPICS = ['port', 'slot', 'cable', 'setting', 'rate'] as const;
export type MisfitTopic = (typeof MISFIT_TOPICS)[number];

/** One cable at a swapped device, as it is and as it will be. */
export interface CableFate {
  readonly linkId: LinkId;
  /** `unbuilt`: it could not be built before either. `mended`: now it can. */
  readonly fate: 'kept' | 'changed' | 'moved' | 'mended' | 'broken' | 'unbuilt' | 'removed';
  readonly before: CableState;
  /** Null when it is removed. */
  readonly after: CableState | null;
}

export interface CableState {
  readonly tag: string;
  readonly portA: string;
  readonly portB: string;
  readonly speedGbps: number | null;
  /** Product in words; why there is none otherwise. */
  readonly cable: string;
}

/** Records as they are after a swap: what the command of the same name carries. */
export interface SwapEdit {
  /** Name of the step in the menus. */
  readonly label: string;
  readonly profiles: Profile[];
  readonly nodes: Node[];
  readonly switches: Switch[];
  readonly links: Link[];
  readonly removed: LinkId[];
}

export interface SwapProposal {
  readonly request: SwapRequest;
  readonly part: AdapterPart | SwitchPart | ServerPart;
  /** Pieces that really change their product. */
  readonly count: number;
  readonly misfits: readonly Misfit[];
  /** Misfits that still need a choice. */
  readonly undecided: number;
  /** Every cable that ends at a swapped piece, once. */
  readonly cables: readonly CableFate[];
  readonly edit: SwapEdit;
  /** The design with the choices made so far. */
  readonly after: Design;
}

/** The product of the kind a swap asks for, null when the id names none. */
export function partFor(parts: ReadonlyMap<PartId, Part>, request: SwapRequest): SwapProposal['part'] | null {
  const part = parts.get(request.partId);
  return part?.kind === request.what ? part : null;
}
