import type { Part } from '../catalog/types.ts';
import type { Cluster, Link, Network, Node, Placement, Profile, Rack, Switch } from '../model/index.ts';

/** Records to add in one step, as the command `insert-items` takes them. */
export interface Insertion {
  /** Name of the step: `Add node HV03`. */
  readonly label: string;
  readonly racks: Rack[];
  readonly networks: Network[];
  readonly clusters: Cluster[];
  readonly profiles: Profile[];
  readonly nodes: Node[];
  readonly switches: Switch[];
  readonly links: Link[];
  readonly placements: Placement[];
  readonly parts: Part[];
  /** Where what is there already stands by itself; the canvas fills it in. */
  readonly keep: Placement[];
}

/** What a planner worked out; nothing is done yet. */
export interface Planned {
  readonly insertion: Insertion;
  /** Nodes and switches that come in, in natural order: what to select and to place. */
  readonly items: readonly Placement['id'][];
  /** What was assumed, left out or changed on the way, one sentence each. */
  readonly told: readonly string[];
}

/** Hands out fresh record ids that start with a prefix. */
export type NewId = (prefix: string) => string;

/** An insertion with nothing in it. */
export function emptyInsertion(label: string): Insertion {
  return {
    label,
    racks: [],
    networks: [],
    clusters: [],
    profiles: [],
    nodes: [],
    switches: [],
    links: [],
    placements: [],
    parts: [],
    keep: [],
  };
}
