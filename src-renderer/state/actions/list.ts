import { arrangeActions } from './arrange.ts';
import type { Action, World } from './define.ts';
import { designActions } from './design.ts';
import { editActions } from './edit.ts';
import { fileActions } from './file.ts';
import { viewActions } from './view.ts';

/** Every source of actions; one line each. */
export const actionSources: readonly ((world: World) => readonly Action[])[] = [
  fileActions,
  editActions,
  designActions,
  arrangeActions,
  viewActions,
];
