import { arrangeActions } from './arrange.ts';
import type { Action, World } from './define.ts';
import { designActions } from './design.ts';
import { cableActions } from './draw-cables.ts';
import { drawActions } from './draw.ts';
import { editActions } from './edit.ts';
import { failureActions } from './failure.ts';
import { fileActions } from './file.ts';
import { viewActions } from './view.ts';

/** Every source of actions; one line each. */
export const actionSources: readonly ((world: World) => readonly Action[])[] = [
  fileActions,
  editActions,
  drawActions,
  cableActions,
  designActions,
  arrangeActions,
  viewActions,
  failureActions,
];
