export type { Board } from './board.ts';
export { copySelection, cutSelection, pasteText } from './clipboard.ts';
export { copyable, duplicateSelection } from './duplicates.ts';
export { commonKind, groupNodes, selectedClusters, selectedNodes, suggestedName } from './groups.ts';
export { doneWords, focusDrawing, keepPlaces, outlineOf, placePlanned, placesOf, sketch } from './place.ts';
