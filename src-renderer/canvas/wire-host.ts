import { startWire } from '../state/wire.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { SessionState } from '../state/session.svelte.ts';
import type { ViewState } from '../state/view.svelte.ts';
import type { WireHost } from '../tools/index.ts';
import { finishWire } from './finish-wire.ts';
import { targetAt } from './hit.ts';
import type { ShownScene } from './shown-scene.svelte.ts';

/** How the tools draw cables on this canvas. */
export function createWireHost(
  project: ProjectState,
  view: ViewState,
  session: SessionState,
  shown: ShownScene,
): WireHost {
  const { wiring } = view;
  const plan = () => project.outcome.plan;
  return {
    offers: (source) => startWire(plan(), source).ok,
    start(source) {
      view.hovered = null;
      wiring.stage = null;
      const why = wiring.begin(plan(), source);
      if (why !== null) session.toasts.show('warn', 'No cable can begin here.', why);
      return why === null;
    },
    aim: (point) => wiring.aimAt(plan(), targetAt(shown, point, view.transform.k), point),
    drop() {
      const { aim } = wiring;
      wiring.end();
      if (!aim) return;
      const done = aim.ok ? finishWire(aim.value, project, session) : aim;
      if (!done.ok) {
        session.toasts.show('warn', 'No cable was connected.', done.error);
        return;
      }
      // What was drawn last is what the inspector shows and Delete takes away.
      view.select([done.value.linkId]);
      view.announce(done.value.words);
    },
    cancel() {
      wiring.end();
      view.announce('Cancelled.');
    },
  };
}
