import type { ProjectState } from '../project.svelte.ts';
import type { SessionState } from '../session.svelte.ts';
import type { ViewState } from '../view.svelte.ts';

/** What bringing something into the drawing works on. */
export interface Board {
  readonly project: ProjectState;
  readonly view: ViewState;
  readonly session: SessionState;
}
