import type { Point } from '../geometry/box.ts';

/** A node or a switch as the arrangement sees it. Plain data. */
export interface LayoutItem {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Null for a switch. */
  readonly clusterId: string | null;
  /** On which side of its switches it stands; null for a switch. */
  readonly tier: 'above' | 'below' | null;
  /** Place of its rack in the row of racks; null when it stands in none. */
  readonly rack: number | null;
  /** Top left corner where it stands today; null when nobody has placed it. */
  readonly at: Point | null;
}

/** Cables between two items, counted together. */
export interface LayoutLink {
  readonly a: string;
  readonly b: string;
  readonly count: number;
}

/** What is to be arranged, in the order in which it was first seen. */
export interface LayoutGraph {
  readonly items: readonly LayoutItem[];
  readonly links: readonly LayoutLink[];
}

/** New places by id, in canvas units. */
export type Places = ReadonlyMap<string, Point>;
