import { lazy } from '../lib/lazy.ts';
import type { PortId } from '../lib/ids.ts';
import { tagsByLink, type Numbering } from './tags.ts';
import type { Plan, PlanPort } from './types.ts';

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
  numbering: Numbering,
): Indexes {
  const { nodes, adapters, switches, links, runs } = lists;
  const known = (...names: readonly (keyof Lists)[]) =>
    before && names.every((name) => before.plan[name] === lists[name]) ? before.indexes : null;
  const runTags = known('runs')?.runTags ?? numbersFor(runs, numbering);
  return {
    nodeById: known('nodes')?.nodeById ?? byId(nodes),
    adapterById: known('adapters')?.adapterById ?? byId(adapters),
    switchById: known('switches')?.switchById ?? byId(switches),
    portById: known('adapters', 'switches')?.portById ?? portsById(adapters, switches),
    linkById: known('links')?.linkById ?? byId(links),
    runTags,
    tags: known('runs')?.tags ?? tagsFor(runs, runTags),
  };
}

// An index lives as long as its lists do, over many plans. It is made by a function of its own, or it would hold on to
// all that the function above knows: the plan before, and by its indexes every plan there ever was.

function byId<T extends { readonly id: string }>(items: readonly T[]): () => ReadonlyMap<T['id'], T> {
  return lazy(() => {
    const map = new Map<T['id'], T>();
    for (const item of items) map.set(item.id, item);
    return map;
  });
}

function portsById(adapters: Lists['adapters'], switches: Lists['switches']): () => Plan['portById'] {
  return lazy(() => {
    const ports = new Map<PortId, PlanPort>();
    for (const adapter of adapters) for (const port of adapter.ports) ports.set(port.id, port);
    for (const device of switches) for (const port of device.ports) ports.set(port.id, port);
    return ports;
  });
}

function numbersFor({ length }: Lists['runs'], numbering: Numbering): () => Plan['runTags'] {
  return lazy(() => numbering(length));
}

function tagsFor(runs: Lists['runs'], runTags: () => Plan['runTags']): () => Plan['tags'] {
  return lazy(() => tagsByLink(runs, runTags()));
}
