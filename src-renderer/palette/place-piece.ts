import { catalog, withEmbedded } from '../../shared/catalog/index.ts';
import {
  cutFragment,
  newAdapter,
  newNodes,
  newSwitch,
  pasteFragment,
  type Planned,
} from '../../shared/fragment/index.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { must } from '../../shared/lib/assert.ts';
import type { ClusterId, NodeId, ProfileId } from '../../shared/lib/ids.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { ClusterKind } from '../../shared/model/index.ts';
import { computeOutcome } from '../../shared/outcome.ts';
import { buildScene } from '../../shared/scene/index.ts';
import { templateById } from '../../shared/templates/index.ts';
import type { Board } from '../state/create/index.ts';
import { createId } from '../state/create-id.ts';
import { makeRoom, placePlanned, placesOf, selectedNodes } from '../state/create/index.ts';
import { ROLE_NAMES, type Make, type Piece } from './pieces.ts';

/** What lies under the pointer while a piece is dragged: it goes into that. */
export interface Landing {
  readonly clusterId: ClusterId | null;
  readonly nodeId: NodeId | null;
}

/** Plans a piece that becomes nodes or switches. `landing` null is placing by keyboard: what is selected decides. */
export function planPiece(world: Board, make: Make, landing: Landing | null): Result<Planned, string> {
  const { design, outcome } = world.project;
  const parts = withEmbedded(catalog, design.parts);
  switch (make.kind) {
    case 'cluster':
      return newNodes(design, parts, { into: { kind: make.role }, count: 2 }, createId);
    case 'node': {
      const into = intoOf(world, make.role, landing);
      return newNodes(design, parts, { into, count: 1 }, createId);
    }
    case 'server': {
      const role = likelyRole(world);
      const into = intoOf(world, role, landing);
      const planned = newNodes(design, parts, { into, count: 1, serverId: make.partId }, createId);
      if (!planned.ok || 'clusterId' in into) return planned;
      const told = [...planned.value.told, `It is a ${ROLE_NAMES[role].node} until you say otherwise.`];
      return ok({ ...planned.value, told });
    }
    case 'switch':
      return newSwitch(design, parts, { partId: make.partId, count: 1 }, createId);
    case 'template': {
      const source = must(templateById(make.templateId), 'a piece names a template').build();
      const drawn = computeOutcome(source, catalog);
      const places = placesOf(buildScene({ ...drawn, badges: new Map() }));
      const ids = make.ids ?? [...source.clusters.keys(), ...source.switches.keys()];
      const fragment = must(cutFragment(source, catalog, ids, places), 'a template has nodes or switches');
      const words = make.ids === null ? 'Add template' : 'Add part of a template';
      const options = { newId: createId, at: { x: 0, y: 0 }, label: words };
      return ok(pasteFragment(design, outcome.plan, parts, fragment, options));
    }
    case 'adapter':
      return err('An adapter goes into a node: drop it on one.');
  }
}

/** The cluster dropped on; by keyboard that of the selected node, else the last one of the role; else a new one. */
function intoOf(
  world: Board,
  role: ClusterKind,
  landing: Landing | null,
): { readonly clusterId: ClusterId } | { readonly kind: ClusterKind } {
  if (landing) return landing.clusterId === null ? { kind: role } : { clusterId: landing.clusterId };
  const { design } = world.project;
  const kin = [...design.clusters.values()].filter((cluster) => cluster.kind === role);
  const [chosen] = selectedNodes(world);
  const own = chosen && design.nodes.get(chosen)?.clusterId;
  const cluster = kin.find(({ id }) => id === own) ?? kin.at(-1);
  return cluster ? { clusterId: cluster.id } : { kind: role };
}

/** What a bare server is: like the selected node, else like the last cluster. */
function likelyRole(world: Board): ClusterKind {
  const { design } = world.project;
  const [chosen] = selectedNodes(world);
  const own = chosen && design.nodes.get(chosen)?.clusterId;
  const cluster = (own && design.clusters.get(own)) ?? [...design.clusters.values()].at(-1);
  return cluster?.kind ?? 'hyper-converged';
}

/** Places a piece: at a point, or by keyboard where it fits. True when it was done; else the reason was told. */
export function placePiece(world: Board, piece: Piece, at: Point | null, landing: Landing | null): boolean {
  const { view } = world;
  const { make } = piece;
  const done =
    make.kind === 'adapter' ? addAdapter(world, make, landing) : placeItems(world, make, at, landing);
  if (done) view.notePiece(piece.id);
  return done;
}

function placeItems(world: Board, make: Make, at: Point | null, landing: Landing | null): boolean {
  const planned = planPiece(world, make, landing);
  if (planned.ok) return placePlanned(world, planned.value, at);
  refuse(world, planned.error);
  return false;
}

function addAdapter(
  world: Board,
  make: Extract<Make, { kind: 'adapter' }>,
  landing: Landing | null,
): boolean {
  const { project, session, view } = world;
  const { design } = project;
  const nodeIds = landing === null ? selectedNodes(world) : landing.nodeId === null ? [] : [landing.nodeId];
  const profileIds = [
    ...new Set(
      nodeIds.flatMap((id): ProfileId[] => {
        const node = design.nodes.get(id);
        return node ? [node.profileId] : [];
      }),
    ),
  ];
  const planned = newAdapter(
    design,
    withEmbedded(catalog, design.parts),
    { partId: make.partId, profileIds },
    createId,
  );
  if (!planned.ok) {
    refuse(world, planned.error);
    return false;
  }
  const { payload, told } = planned.value;
  const moves = makeRoom(world, 'add-adapter', payload);
  if (!session.edit('add-adapter', { ...payload, moves })) return false;
  if (landing?.nodeId) view.select([landing.nodeId]);
  const count = [...design.nodes.values()].filter((node) => profileIds.includes(node.profileId)).length;
  const slots = [...new Set(payload.adapters.map(({ adapter }) => adapter.slot))].join(', ');
  const words = `${payload.model} is in slot ${slots} of ${count === 1 ? '1 node' : `all ${count} nodes of the profile`}.`;
  view.announce(`${words} ${told.join(' ')}`);
  session.toasts.show('info', words, told.join(' '));
  return true;
}

function refuse({ session, view }: Board, reason: string): void {
  session.toasts.show('warn', 'Nothing was placed.', reason);
  view.announce(`Nothing was placed. ${reason}`);
}
