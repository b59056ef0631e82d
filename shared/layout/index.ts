export { layTiers } from './tiers.ts';
export type { LayoutGraph, LayoutItem, LayoutLink, Places } from './types.ts';
