import { catalog, withEmbedded } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import type { LinkId } from '../../shared/lib/ids.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Placement } from '../../shared/model/index.ts';
import { tagOf } from '../../shared/plan/index.ts';
import { endOf, planRewire } from '../../shared/wiring/index.ts';
import type { ProjectState } from '../state/project.svelte.ts';
import type { SessionState } from '../state/session.svelte.ts';
import type { WireEnd } from '../state/wire.ts';
import { movesFor } from './moves.ts';

/** A cable that was drawn or moved, and that in words. */
export interface FinishedWire {
  readonly linkId: LinkId;
  readonly words: string;
}

/** Draws or moves a cable: one undo step. Gives what was done, or why nothing was. */
export function finishWire(
  end: WireEnd,
  project: ProjectState,
  session: SessionState,
): Result<FinishedWire, string> {
  return end.kind === 'connect' ? connect(end, project, session) : move(end, project, session);
}

function connect(
  { a, b, speedGbps }: Extract<WireEnd, { kind: 'connect' }>,
  project: ProjectState,
  session: SessionState,
): Result<FinishedWire, string> {
  const { plan } = project.outcome;
  const ends = { a: endOf(plan, a), b: endOf(plan, b), lengthM: null, keep: placesOf(project) };
  if (!session.edit('connect-ports', ends)) return err('Nothing was connected.');
  const after = project.outcome.plan;
  const link = must(after.linkById.get(after.portById.get(a)?.linkIds[0] as never), 'the cable just drawn');
  const [from, to] = [after.portById.get(a)?.label ?? a, after.portById.get(b)?.label ?? b];
  if (link.problem)
    session.toasts.show('warn', `Cable ${tagOf(link.id, after)} cannot be built.`, link.cableReason);
  return ok({
    linkId: link.id,
    words: `Connected ${from} to ${to} at ${speedGbps} Gb/s, cable ${tagOf(link.id, after)}.`,
  });
}

function move(
  { linkId, side, to }: Extract<WireEnd, { kind: 'move' }>,
  project: ProjectState,
  session: SessionState,
): Result<FinishedWire, string> {
  const { design, plan } = project.outcome;
  const planned = planRewire(design, withEmbedded(catalog, design.parts), plan, { linkId, side, to });
  if (!planned.ok) return planned;
  const { rewire, words } = planned.value;
  if (!session.edit('rewire-link', { ...rewire, keep: placesOf(project) })) return err('Nothing was moved.');
  if (rewire.automatic) session.toasts.show('info', words);
  return ok({ linkId, words });
}

/** Where everything stands: what nobody has moved must not make way for a cable. */
export function placesOf({ design, scene }: ProjectState): Placement[] {
  return movesFor(new Set(), 0, 0, design, scene).keep;
}
