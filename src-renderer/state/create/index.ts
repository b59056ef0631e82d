export type { Board } from './board.ts';
export { copySelection, cutSelection, pasteFromClipboard, pasteText, putOnClipboard } from './clipboard.ts';
export { copyable, duplicateSelection } from './duplicates.ts';
export { commonKind, groupNodes, selectedClusters, selectedNodes, suggestedName } from './groups.ts';
export { focusDrawing, freeSpot, outlineOf, placePlanned, placesOf, sketch } from './place.ts';
export { makeRoom } from './make-room.ts';
