import { arrange, type LayoutEngine, type Places } from '../../shared/layout/index.ts';
import type { Placement } from '../../shared/model/index.ts';
import { layoutGraphOf } from '../../shared/scene/index.ts';
import { message } from '../messages/en.ts';
import type { ProjectState } from './project.svelte.ts';
import type { SessionState } from './session.svelte.ts';

/** Arranges the drawing, away from the page, as one step. */
export class Arranger {
  readonly #project: ProjectState;
  readonly #session: SessionState;
  readonly #createEngine: () => LayoutEngine;

  constructor(project: ProjectState, session: SessionState, createEngine: () => LayoutEngine) {
    this.#project = project;
    this.#session = session;
    this.#createEngine = createEngine;
  }

  /** True while a drawing is being arranged. */
  get busy(): boolean {
    return this.#session.tasks.named(KEY) !== null;
  }

  /**
   * Arranges everything, or the given nodes and switches and nothing else. An answer that comes after the design was
   * changed is dropped. True when things were put in order.
   */
  arrange = async (ids: ReadonlySet<string> | null): Promise<boolean> => {
    if (this.busy) return false;
    const { design, plan } = this.#project.outcome;
    const { nodes, switches } = this.#project.scene;
    const all = [...nodes, ...switches];
    const chosen = all.filter(({ id }) => ids === null || ids.has(id));
    if (chosen.length === 0) return false;
    const graph = layoutGraphOf(
      design,
      plan,
      new Map(chosen.map(({ id, box }) => [id, box])),
      new Map(chosen.map(({ id, box: { x, y } }) => [id, { x, y }])),
    );
    const { toasts, tasks } = this.#session;
    try {
      const done = await tasks.run(
        message('arrange.task', chosen.length),
        (stop) => this.#run(graph, stop),
        KEY,
      );
      if (!done.ok) return false;
      if (this.#project.outcome.design !== design) {
        toasts.show('info', message('arrange.outdated'));
        return false;
      }
      const places = placementsOf(done.value);
      const keep = all.filter(({ id }) => !done.value.has(id)).map(({ id, box }) => placement(id, box));
      return this.#session.edit('place-items', {
        how: ids === null ? 'arrange' : 'arrange-selection',
        places,
        keep,
      });
    } catch (error) {
      toasts.show('fail', message('arrange.failed'), error instanceof Error ? error.message : String(error));
      return false;
    }
  };

  async #run(graph: Parameters<typeof arrange>[0], stop: AbortSignal): Promise<Places> {
    const engine = this.#createEngine();
    try {
      const stopped = new Promise<never>((_, reject) => {
        stop.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      });
      return await Promise.race([arrange(graph, engine), stopped]);
    } finally {
      engine.stop();
    }
  }
}

const KEY = 'arrange';

function placementsOf(places: Places): Placement[] {
  return [...places].map(([id, at]) => placement(id, at));
}

function placement(id: string, { x, y }: { readonly x: number; readonly y: number }): Placement {
  return { id: id as Placement['id'], x, y };
}
