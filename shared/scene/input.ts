import type { SubjectId } from '../lib/ids.ts';
import type { Design } from '../model/index.ts';
import type { Plan } from '../plan/types.ts';
import type { Scene } from './types.ts';

/** What a scene is built from. `badges` is the worst open finding per subject. */
export interface SceneInput {
  readonly design: Design;
  readonly plan: Plan;
  readonly badges: ReadonlyMap<SubjectId, 'fail' | 'warn' | 'info'>;
  /** The scene that this one follows on. */
  readonly before?: Scene | null;
}
