import type { Design } from '../../shared/model/index.ts';
import type { SessionState } from './session.svelte.ts';

/** The name a record of the drawing has and can be given in place; null for what has no name of its own. */
export function ownName(design: Design, id: string): string | null {
  const key = id as never;
  const record =
    design.nodes.get(key) ?? design.switches.get(key) ?? design.clusters.get(key) ?? design.networks.get(key);
  return (record as { readonly name: string } | undefined)?.name ?? null;
}

/** Gives a node, switch, cluster or network another name: one step. An empty or equal name changes nothing. */
export function renameRecord(session: SessionState, design: Design, id: string, typed: string): boolean {
  const name = typed.trim();
  if (name === '' || name === ownName(design, id)) return true;
  const payload = { id: id as never, changes: { name } };
  if (design.nodes.has(payload.id)) return session.edit('edit-node', payload);
  if (design.switches.has(payload.id)) return session.edit('edit-switch', payload);
  if (design.clusters.has(payload.id)) return session.edit('edit-cluster', payload);
  return session.edit('edit-network', payload);
}
