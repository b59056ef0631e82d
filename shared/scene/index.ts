export { buildScene } from './build-scene.ts';
export { type SceneInput } from './input.ts';
export { bundleParallel, type Bundling } from './parallel.ts';
export { layoutGraphOf } from './place.ts';
export { isVisible } from './marks.ts';
export { lightPalette, TOKENS, type Palette } from './palette.ts';
export { sceneToSvg, type SvgOptions } from './to-svg.ts';
export type {
  Detail,
  LegendEntry,
  Mark,
  PathMark,
  RectMark,
  Scene,
  SceneCable,
  SceneCluster,
  SceneNode,
  ScenePort,
  SceneSwitch,
  TextMark,
  Token,
} from './types.ts';
