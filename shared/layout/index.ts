export { arrange } from './arrange.ts';
export type { ElkNode, LayoutEngine } from './engine.ts';
export { layTiers } from './tiers.ts';
export type { LayoutGraph, LayoutItem, LayoutLink, Places } from './types.ts';
export { align, distribute, inOneRow, onDots, type Edge, type Standing } from './align.ts';
