import { unreachable } from '../../../shared/lib/assert.ts';
import type { AdapterId, NodeId, PartId, SwitchId } from '../../../shared/lib/ids.ts';
import { nameRanges } from '../../../shared/lib/name-ranges.ts';
import type { Plan } from '../../../shared/plan/index.ts';
import type { SwapKind, SwapRequest } from '../../../shared/swap/index.ts';

/** One answer to "which of them?". */
export interface Scope {
  readonly id: 'chosen' | 'profile' | 'model';
  readonly label: string;
  readonly ids: readonly string[];
}

/** Which pieces can be swapped together, the narrowest first; answers that mean the same are given once. */
export function scopesOf(plan: Plan, what: SwapKind, ids: readonly string[]): readonly Scope[] {
  const scopes = [chosen(plan, what, ids), ...sharing(plan, what, ids), ...alike(plan, what, ids)];
  const seen = new Set<string>();
  return scopes.filter((scope) => {
    const key = [...scope.ids].sort().join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** The answer to begin with: nodes of one profile stay alike unless several pieces were chosen. */
export function firstScope(scopes: readonly Scope[], chosenCount: number): Scope['id'] {
  return chosenCount === 1 && scopes.some(({ id }) => id === 'profile')
    ? 'profile'
    : (scopes[0]?.id ?? 'chosen');
}

/** The models that a set of pieces has now. */
export function modelsOf(plan: Plan, what: SwapKind, ids: readonly string[]): ReadonlySet<PartId> {
  return new Set(ids.flatMap((id) => modelOf(plan, what, id) ?? []));
}

/** A request for the engine; ids of another kind are passed over there. */
export function requestOf(what: SwapKind, ids: readonly string[], partId: PartId): SwapRequest {
  switch (what) {
    case 'adapter':
      return { what, ids: ids as readonly AdapterId[], partId };
    case 'switch':
      return { what, ids: ids as readonly SwitchId[], partId };
    case 'server':
      return { what, ids: ids as readonly NodeId[], partId };
    default:
      return unreachable(what);
  }
}

const NOUNS: Readonly<Record<SwapKind, readonly [one: string, many: string]>> = {
  adapter: ['adapter', 'adapters'],
  switch: ['switch', 'switches'],
  server: ['server', 'servers'],
};

/** A count with its noun: `16 adapters`. */
export function piecesText(what: SwapKind, count: number): string {
  return `${count} ${NOUNS[what][count === 1 ? 0 : 1]}`;
}

function chosen(plan: Plan, what: SwapKind, ids: readonly string[]): Scope {
  const [first] = ids;
  const label =
    ids.length === 1 && first !== undefined
      ? `Only ${nameOf(plan, what, first)}`
      : `The ${piecesText(what, ids.length)} chosen: ${ownersOf(plan, what, ids)}`;
  return { id: 'chosen', label, ids };
}

/** All nodes of the profiles concerned; for an adapter the same slots of them. */
function sharing(plan: Plan, what: SwapKind, ids: readonly string[]): Scope[] {
  if (what === 'switch') return [];
  const slots = new Set<string>();
  const profiles = new Map<string, string>();
  for (const id of ids) {
    const adapter = plan.adapterById.get(id as AdapterId);
    const node = plan.nodeById.get(adapter?.nodeId ?? (id as NodeId));
    if (!node) continue;
    profiles.set(node.profile.id, node.profile.name);
    slots.add(`${node.profile.id}/${adapter?.slot.slot ?? ''}`);
  }
  const nodes = plan.nodes.filter(({ profile }) => profiles.has(profile.id));
  const all =
    what === 'server'
      ? nodes.map(({ id }) => id)
      : nodes.flatMap((node) =>
          node.adapters
            .filter(({ slot }) => slots.has(`${node.profile.id}/${slot.slot}`))
            .map(({ id }) => id),
        );
  const names = [...profiles.values()];
  const of = names.length === 1 ? `profile ${names[0] ?? ''}` : `${names.length} profiles`;
  return [{ id: 'profile', label: `All of ${of}: ${piecesText(what, all.length)}`, ids: all }];
}

/** Everything of the same models in the design. */
function alike(plan: Plan, what: SwapKind, ids: readonly string[]): Scope[] {
  const models = modelsOf(plan, what, ids);
  const all = everything(plan, what).filter((id) => {
    const model = modelOf(plan, what, id);
    return model !== null && models.has(model);
  });
  const of = models.size === 1 ? 'this model' : 'these models';
  return [{ id: 'model', label: `All of ${of} in the design: ${piecesText(what, all.length)}`, ids: all }];
}

function everything(plan: Plan, what: SwapKind): readonly string[] {
  if (what === 'adapter') return plan.adapters.map(({ id }) => id);
  return what === 'switch' ? plan.switches.map(({ id }) => id) : plan.nodes.map(({ id }) => id);
}

function modelOf(plan: Plan, what: SwapKind, id: string): PartId | null {
  if (what === 'adapter') return plan.adapterById.get(id as AdapterId)?.slot.partId ?? null;
  if (what === 'switch') return plan.switchById.get(id as SwitchId)?.record.partId ?? null;
  return plan.nodeById.get(id as NodeId)?.profile.serverId ?? null;
}

function nameOf(plan: Plan, what: SwapKind, id: string): string {
  const adapter = plan.adapterById.get(id as AdapterId);
  if (what === 'adapter' && adapter) {
    return `slot ${adapter.slot.slot} of ${plan.nodeById.get(adapter.nodeId)?.record.name ?? adapter.nodeId}`;
  }
  return ownersOf(plan, what, [id]);
}

function ownersOf(plan: Plan, what: SwapKind, ids: readonly string[]): string {
  const names = ids.flatMap((id) => {
    if (what === 'switch') return plan.switchById.get(id as SwitchId)?.record.name ?? [];
    const nodeId = what === 'adapter' ? plan.adapterById.get(id as AdapterId)?.nodeId : (id as NodeId);
    return (nodeId && plan.nodeById.get(nodeId)?.record.name) ?? [];
  });
  return nameRanges(names, 3);
}
