import type { Box, Point } from '../geometry/box.ts';

/**
 * A scene is plain data painted twice: by Svelte on the screen and by a serializer into SVG for paper.
 * Everything visible is a mark. A mark's `paint` names colours by token; the screen maps tokens to CSS
 * custom properties, paper to fixed light values.
 */

/** From which level of detail on a mark is shown: far (blocks), middle (cards and cables), near (slots, numbers). */
export type Detail = 'far' | 'middle' | 'near';

/** Colour tokens; `net-0` to `net-5` are the network colours. */
export type Token =
  | 'card'
  | 'card-line'
  | 'region'
  | 'region-line'
  | 'panel'
  | 'slab'
  | 'cage'
  | 'cage-line'
  | 'text'
  | 'text-soft'
  | 'accent'
  | 'fail'
  | 'warn'
  | 'info'
  | 'pass'
  | 'bar'
  | 'bar-track'
  | 'light-core'
  /** Letters on a cage filled in a network colour. */
  | 'on-net'
  | 'none'
  | `net-${0 | 1 | 2 | 3 | 4 | 5}`;

interface MarkBase {
  /** Shown at this level and closer; `until` hides it from that level on. */
  readonly from: Detail;
  readonly until?: Detail;
}

export interface RectMark extends MarkBase {
  readonly kind: 'rect';
  readonly box: Box;
  readonly radius: number;
  readonly fill: Token;
  readonly stroke: Token;
  readonly strokeWidth: number;
}
export interface PathMark extends MarkBase {
  readonly kind: 'path';
  readonly d: string;
  readonly fill: Token;
  readonly stroke: Token;
  readonly strokeWidth: number;
  /** Dash lengths; empty for a solid line. */
  readonly dash: readonly number[];
}
export interface TextMark extends MarkBase {
  readonly kind: 'text';
  readonly text: string;
  /** Anchor point: baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: 9 | 10 | 11 | 12 | 13 | 15 | 20;
  readonly weight: 400 | 600;
  readonly mono: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: Token;
}
export type Mark = RectMark | PathMark | TextMark;

interface ItemBase {
  readonly id: string;
  readonly box: Box;
  /** Accessible name: what a screen reader says. */
  readonly label: string;
  readonly marks: readonly Mark[];
}

/** A cage that can be reached, focused and wired. */
export interface ScenePort extends ItemBase {
  readonly kind: 'port';
  /** Which way a cable leaves. */
  readonly side: 'top' | 'bottom';
  readonly cabled: boolean;
}
export interface SceneNode extends ItemBase {
  readonly kind: 'node';
  readonly ports: readonly ScenePort[];
}
export interface SceneSwitch extends ItemBase {
  readonly kind: 'switch';
  readonly ports: readonly ScenePort[];
}
export interface SceneCluster extends ItemBase {
  readonly kind: 'cluster';
  /** Its cables as they show from afar. */
  readonly bundles: readonly SceneBundle[];
}
/** All cables of a cluster to one switch, seen from afar. */
export interface SceneBundle {
  readonly switchId: string;
  /** Its links. */
  readonly links: readonly string[];
  /** Its line, as data of an SVG path. */
  readonly d: string;
  /** Where its number stands. */
  readonly pill: Box;
}
export interface SceneCable extends ItemBase {
  readonly kind: 'cable';
  /** Ids of the two ports, null where the end does not exist. */
  readonly ends: readonly [string | null, string | null];
  /** The corners of its line, for whoever asks what lies under a point. */
  readonly points: readonly Point[];
  readonly broken: boolean;
  /** From afar it is part of the bundle of its cluster and not drawn by itself. */
  readonly bundled: boolean;
  /** The cables it stands for where several are drawn as one; its id is that of the first. */
  readonly members?: readonly string[];
}

/** What a colour and line style stand for. */
export interface LegendEntry {
  readonly label: string;
  readonly marks: readonly Mark[];
}

export interface Scene {
  /** Everything drawn, with a margin. */
  readonly bounds: Box;
  readonly clusters: readonly SceneCluster[];
  readonly cables: readonly SceneCable[];
  readonly nodes: readonly SceneNode[];
  readonly switches: readonly SceneSwitch[];
  readonly legend: readonly LegendEntry[];
}
