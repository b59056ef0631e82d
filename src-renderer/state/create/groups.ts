import { newCluster } from '../../../shared/fragment/index.ts';
import type { ClusterId, NodeId } from '../../../shared/lib/ids.ts';
import type { ClusterKind } from '../../../shared/model/index.ts';
import type { Board } from './board.ts';
import { createId } from '../create-id.ts';

/** The selected nodes; a selected cluster stands for its nodes. */
export function selectedNodes({ project, view }: Board): readonly NodeId[] {
  return [...project.design.nodes.values()]
    .filter((node) => view.selection.has(node.id) || view.selection.has(node.clusterId))
    .map((node) => node.id);
}

/** The clusters among what is selected. */
export function selectedClusters({ project, view }: Board): readonly ClusterId[] {
  return [...project.design.clusters.keys()].filter((id) => view.selection.has(id));
}

/** The role all nodes have, null when they differ. */
export function commonKind({ project }: Board, ids: readonly NodeId[]): ClusterKind | null {
  const { nodes, clusters } = project.design;
  const kinds = new Set(ids.map((id) => clusters.get(nodes.get(id)?.clusterId as ClusterId)?.kind));
  const [kind] = kinds;
  return kinds.size === 1 ? (kind ?? null) : null;
}

/** The name a new cluster of a role would get. */
export function suggestedName({ project }: Board, kind: ClusterKind): string {
  return newCluster(project.design, kind, () => 'cluster').name;
}

/** Makes a cluster of nodes and selects it. True when it was done. */
export function groupNodes(
  { project, session, view }: Board,
  ids: readonly NodeId[],
  kind: ClusterKind,
  name: string,
): boolean {
  const create = { ...newCluster(project.design, kind, createId), name };
  const done = session.edit('regroup-nodes', {
    ids: [...ids],
    clusterId: create.id,
    create,
    moves: [],
    keep: [],
  });
  if (!done) return false;
  view.select([create.id]);
  view.announce(`${ids.length === 1 ? '1 node is' : `${ids.length} nodes are`} in ${name} now.`);
  return true;
}
