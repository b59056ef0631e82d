import type { Catalog } from '../catalog/types.ts';
import { id, type LinkId, type SwitchId } from '../lib/ids.ts';
import { cutText } from '../lib/text.ts';
import { withRecords, type Design, type Link, type LinkEnd } from '../model/index.ts';
import type { Plan, PlanPort } from '../plan/types.ts';
import { bestFit, createMatcher, endOf, freePorts, portIdOf } from '../wiring/index.ts';
import { cutFragment, ownerOf } from './cut.ts';
import { mappedEnd, pasteFragment } from './paste.ts';
import { emptyInsertion, type Insertion, type NewId, type Planned } from './types.ts';

export interface DuplicateRequest {
  /** Nodes, switches, or clusters with all their nodes. */
  readonly ids: Iterable<string>;
  /** Copies of each. */
  readonly count: number;
  /** Where everything stands; the copies come to stand on their originals, one copy after the other in the list. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** Copies and the cables that could not be made again. */
export interface Duplicates extends Planned {
  /** One sentence for each cable that found no port. */
  readonly uncabled: readonly string[];
}

/**
 * Copies of nodes and switches with the next names and addresses and the same cabling: cables between them are made
 * again between the copies, cables to switches outside go to the next free fitting ports of the same switches.
 * Null when there is nothing to copy.
 */
export function duplicate(
  design: Design,
  plan: Plan,
  catalog: Catalog,
  request: DuplicateRequest,
  newId: NewId,
): Duplicates | null {
  const fragment = cutFragment(design, catalog, request.ids, request.places);
  if (!fragment) return null;
  const devices: ReadonlySet<string> = new Set(
    [...fragment.nodes, ...fragment.switches].map((item) => item.id),
  );
  const outer = [...design.links.values()].filter(
    (link) => devices.has(ownerOf(link.a)) !== devices.has(ownerOf(link.b)),
  );
  const ports = createPortGiver(plan);
  const origin = originOf(request.places, devices);
  const uncabled: string[] = [];
  let grown = design;
  let all = emptyInsertion('');
  for (let copy = 1; copy <= request.count; copy++) {
    const pasted = pasteFragment(grown, plan, catalog, fragment, { newId, at: origin });
    const names = new Map<string, string>(
      [...pasted.insertion.nodes, ...pasted.insertion.switches].map((item) => [item.id, item.name]),
    );
    const links = outer.flatMap((link) => {
      const [inner, far] = devices.has(ownerOf(link.a)) ? [link.a, link.b] : [link.b, link.a];
      const near = mappedEnd(inner, pasted.map);
      const made = ports.give(link, { inner, near, far, name: names.get(ownerOf(near)) ?? '' }, newId);
      if (typeof made !== 'string') return [made];
      uncabled.push(made);
      return [];
    });
    const insertion = { ...pasted.insertion, links: [...pasted.insertion.links, ...links] };
    grown = withNames(grown, insertion);
    all = joined(all, insertion);
  }
  const items = [...all.nodes, ...all.switches].map((item) => item.id);
  return { insertion: { ...all, label: labelOf(all) }, items, told: [], uncabled };
}

function labelOf({ nodes, switches, clusters }: Insertion): string {
  const [only] = [...nodes, ...switches];
  if (nodes.length + switches.length === 1) return cutText(`Duplicate as ${only?.name ?? ''}`, 80);
  const [cluster] = clusters;
  if (clusters.length === 1 && cluster) return cutText(`Duplicate as cluster ${cluster.name}`, 80);
  return `Duplicate ${nodes.length + switches.length} items`;
}

/** The design with what later copies must see of earlier ones: names, profiles and networks. */
function withNames(design: Design, insertion: Insertion): Design {
  let next = design;
  for (const table of ['racks', 'networks', 'clusters', 'profiles', 'nodes', 'switches'] as const) {
    next = withRecords(next, table, insertion[table] as never);
  }
  return next;
}

function joined(a: Insertion, b: Insertion): Insertion {
  return {
    label: a.label,
    racks: [...a.racks, ...b.racks],
    networks: [...a.networks, ...b.networks],
    clusters: [...a.clusters, ...b.clusters],
    profiles: [...a.profiles, ...b.profiles],
    nodes: [...a.nodes, ...b.nodes],
    switches: [...a.switches, ...b.switches],
    links: [...a.links, ...b.links],
    placements: [...a.placements, ...b.placements],
    // Every copy brings the same products.
    parts: a.parts.length > 0 ? a.parts : b.parts,
    keep: [],
  };
}

function originOf(
  places: DuplicateRequest['places'],
  devices: ReadonlySet<string>,
): { readonly x: number; readonly y: number } {
  const found = [...devices].flatMap((device) => places.get(device) ?? []);
  return { x: Math.min(...found.map(({ x }) => x)), y: Math.min(...found.map(({ y }) => y)) };
}

interface OuterCable {
  /** The end on what is copied, its twin on the copy, and the end on what is not copied. */
  readonly inner: LinkEnd;
  readonly near: LinkEnd;
  readonly far: LinkEnd;
  /** Name of the copy. */
  readonly name: string;
}

interface PortGiver {
  /** The cable of a copy, or why there is none. */
  readonly give: (link: Link, ends: OuterCable, newId: NewId) => Link | string;
}

/** Gives free switch ports away, each once. */
function createPortGiver(plan: Plan): PortGiver {
  const match = createMatcher(plan);
  const pools = new Map<SwitchId, readonly PlanPort[]>();
  return {
    give(link, { inner, near, far, name }, newId) {
      const own = plan.portById.get(portIdOf(inner));
      const label = `${name} ${own?.name ?? ''}`.trimEnd();
      if (far.kind === 'node') {
        const port = plan.portById.get(portIdOf(far));
        return `${label}: ${port?.label ?? 'the far port'} has its cable already.`;
      }
      const pool = pools.get(far.switchId) ?? freePorts(plan, far.switchId);
      const fit = own ? bestFit(plan, own, pool, match) : null;
      if (!fit) {
        const item = plan.switchById.get(far.switchId)?.record.name ?? far.switchId;
        return `${label}: no free port of ${item} fits.`;
      }
      pools.set(
        far.switchId,
        pool.filter((port) => port !== fit.port),
      );
      const end = endOf(plan, fit.port.id);
      return {
        ...link,
        id: id<LinkId>(newId('link')),
        ...(link.a === inner ? { a: near, b: end } : { a: end, b: near }),
        // A lane of a breakout cable becomes a plain cable: the port it gets is not split.
        ...(link.breakout ? { breakout: null, cableId: null } : {}),
      };
    },
  };
}
