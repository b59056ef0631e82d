export { findIn, findIndex, type FindEntry, type FoundKind } from './find-index.ts';
export { fuzzyScore } from './fuzzy.ts';
export { paletteSections, type PaletteEntry, type PaletteSection } from './palette.ts';
