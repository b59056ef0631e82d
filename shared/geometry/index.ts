export { growBox, unionBoxes, type Box, type Point } from './box.ts';
export { routeCables, type RouteEnd, type RouteRequest } from './route.ts';
export { roundedPath } from './rounded-path.ts';
export { fitText, textWidth, type TextStyle } from './text-size.ts';
