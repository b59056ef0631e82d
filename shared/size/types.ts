import type { AdapterPart, SwitchPart } from '../catalog/types.ts';
import type { SubjectId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Topology } from './request.ts';

/** Figures of a row, all taken from the outcome of its design. Rates are GB/s (Gb/s divided by 8), one direction. */
export interface SizeFigures {
  readonly adapters: number;
  readonly portsCabled: number;
  readonly switches: number;
  readonly switchPortsUsed: number;
  readonly switchPortsFree: number;
  readonly cables: number;
  readonly transceivers: number;
  /** From all file servers to all Hyper-V nodes, or among all hyper-converged nodes. */
  readonly clusterGBps: number;
  /** What one file server or hyper-converged node delivers with nothing lost. */
  readonly perServerGBps: number;
  /** What is asked of one of them, growth included. */
  readonly neededGBps: number;
  /**
   * The same after the single failure of all kinds that leaves one of them least, and what it was. Of one that is lost
   * or cut off the others take over.
   */
  readonly worstPerServerGBps: number;
  readonly worstPerServerLabel: string;
  /** A node that gives is lost or cut off then, and its share counts as taken over by the others. */
  readonly worstIsShared: boolean;
  /** What leaves a node that is still there without storage when it alone is lost; empty for nothing. */
  readonly cutOffLabel: string;
  /** The cluster rate after the single failure that costs most of it, and what it was. */
  readonly worstClusterGBps: number;
  readonly worstFailed: SubjectId | null;
  readonly worstLabel: string;
  /** After the worst of the failures the request wants survived; equal to `perServerGBps` when none is. */
  readonly survivedPerServerGBps: number;
  /** How much `survivedPerServerGBps` is above what is needed, percent of the need; negative when it falls short. */
  readonly headroomPercent: number;
  /** Cluster rate, demand over supply; null when one side has no rate. */
  readonly oversubscription: number | null;
  /** Null when the height of a product is not known. */
  readonly rackUnits: number | null;
  /** Greatest draw of adapters, switches and cables: the sum over those known, and how many pieces are not. */
  readonly watts: number;
  readonly wattsUnknown: number;
  /** Sum over the pieces that have a price in the request, and how many have none. */
  readonly price: number;
  readonly priceUnknown: number;
  readonly findings: { readonly fail: number; readonly warn: number; readonly info: number };
}

/** One way to build it. */
export interface SizeRow {
  /** The same for the same way in every search: `25-switch-pair-2x1-<adapter>-<switch>`. */
  readonly id: string;
  readonly topology: Topology;
  /** Line speed of the storage ports, Gb/s. */
  readonly speedGbps: number;
  readonly adapter: AdapterPart;
  /** RDMA adapters in a file server or hyper-converged node. */
  readonly adaptersPerNode: number;
  /** The same in a Hyper-V node: as few as keep up with the file servers. Null where one cluster does both. */
  readonly hyperVAdapters: number | null;
  /** Ports of each adapter that are cabled. */
  readonly portsPerAdapter: number;
  readonly switch: SwitchPart | null;
  /** A whole design, ready to open; null where none can be drawn. */
  readonly design: Design | null;
  readonly figures: SizeFigures | null;
  /** Empty when it reaches the target and passes the checks; else what keeps it from it, the binding reason first. */
  readonly reasons: readonly string[];
  /**
   * The row that makes this one pointless, to fold it away under: at least as good in price, watts, rack units, headroom
   * and warnings; of equal ones (what another maker has) the first in rank stays. Null for none. See `markDominated`.
   */
  readonly dominatedBy: string | null;
}

export interface SizeResult {
  /** Best first: rows that hold, by the ranking; then the others by how near they come. */
  readonly rows: readonly SizeRow[];
  /** Topologies and speeds that no row was looked for, and why: the first of the assumptions. */
  readonly leftOut: readonly string[];
  /** What was assumed on the way, one sentence each. */
  readonly assumptions: readonly string[];
}
