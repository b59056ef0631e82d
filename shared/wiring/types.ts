import type { PortId } from '../lib/ids.ts';
import type { BreakoutLane, Link, LinkEnd } from '../model/index.ts';

/** Whether a cable can join two ports, with the reason in words a user acts on. */
export type Verdict =
  | { readonly ok: true; readonly speedGbps: number }
  | { readonly ok: false; readonly code: RefusalCode; readonly reason: string };

/** `missing`: a port that is not there. `split`: one that cannot be split the wanted way. */
export type RefusalCode = 'missing' | 'same-port' | 'same-device' | 'taken' | 'cages' | 'speeds' | 'split';

/** A cable to draw, as the command `connect-links` takes it. */
export interface NewLink {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  /** Null for the length of the pair or of the racks. */
  readonly lengthM: number | null;
  readonly medium: Link['medium'];
  readonly cableId: Link['cableId'];
  /** Lanes with the same key are one cable. The id of a breakout cable that is there adds lanes to it. */
  readonly breakout: (Omit<BreakoutLane, 'id'> & { readonly key: string }) | null;
}

/** One cable of a proposal, for tables and previews; `links` has its record at the same place. */
export interface ProposedCable {
  readonly a: PortId;
  readonly b: PortId;
  readonly labelA: string;
  readonly labelB: string;
  readonly speedGbps: number;
}

/** What a pattern would cable, before it is done. */
export interface Proposal {
  readonly links: NewLink[];
  readonly cables: readonly ProposedCable[];
  /** Ports, nodes or switches that stay without the cable the pattern wants for them. */
  readonly skipped: readonly { readonly label: string; readonly reason: string }[];
  /** One sentence: how many cables, how many ports are left. */
  readonly words: string;
}
