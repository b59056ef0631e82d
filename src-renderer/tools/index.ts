export { neighbour, type Direction } from './neighbour.ts';
export { idle as selectTool } from './select.ts';
export { snapMove } from './snap.ts';
export { matches, shownShortcut, type KeyStroke } from './shortcut.ts';
export {
  ToolMachine,
  type Target,
  type ToolEvent,
  type ToolHost,
  type ToolState,
  type WireHost,
} from './tool.ts';
export { wireIdle as wireTool } from './wire.ts';
