import { lazy } from '../lib/lazy.ts';
import type { PortId } from '../lib/ids.ts';
import { numberRuns, tagsByLink } from './tags.ts';
import type { Plan } from './types.ts';

type Lists = Pick<Plan, 'nodes' | 'adapters' | 'switches' | 'links' | 'runs'>;

/** The ways into the lists of a plan, each made when it is first asked for: hardly any question needs all of them. */
export type Indexes = {
  readonly [
    Name in 'nodeById' | 'adapterById' | 'switchById' | 'portById' | 'linkById' | 'runTags' | 'tags'
  ]: () => Plan[Name];
};

/** Indexes of new lists; those of lists that are the same as before are taken over. */
export function indexLists(
  lists: Lists,
  before: { readonly plan: Lists; readonly indexes: Indexes } | null,
): Indexes {
  const { nodes, adapters, switches, links, runs } = lists;
  const known = (...names: readonly (keyof Lists)[]) =>
    before && names.every((name) => before.plan[name] === lists[name]) ? before.indexes : null;
  const runTags = known('runs')?.runTags ?? lazy(() => numberRuns(runs));
  return {
    nodeById: known('nodes')?.nodeById ?? lazy(() => byId(nodes)),
    adapterById: known('adapters')?.adapterById ?? lazy(() => byId(adapters)),
    switchById: known('switches')?.switchById ?? lazy(() => byId(switches)),
    portById: known('adapters', 'switches')?.portById ?? lazy(() => indexPorts(lists)),
    linkById: known('links')?.linkById ?? lazy(() => byId(links)),
    runTags,
    tags: known('runs')?.tags ?? lazy(() => tagsByLink(runs, runTags())),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<T['id'], T> {
  const map = new Map<T['id'], T>();
  for (const item of items) map.set(item.id, item);
  return map;
}

function indexPorts({ adapters, switches }: Lists): Plan['portById'] {
  const ports = new Map<PortId, Plan['adapters'][number]['ports'][number]>();
  for (const adapter of adapters) for (const port of adapter.ports) ports.set(port.id, port);
  for (const device of switches) for (const port of device.ports) ports.set(port.id, port);
  return ports;
}
