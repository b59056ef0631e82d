import type { Catalog } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import { CLUSTER_KINDS, type ClusterKind, type Design } from '../../shared/model/index.ts';
import { templates } from '../../shared/templates/index.ts';

/** What a piece of the palette becomes. */
export type Make =
  | { readonly kind: 'node'; readonly role: ClusterKind }
  | { readonly kind: 'cluster'; readonly role: ClusterKind }
  | { readonly kind: 'server'; readonly partId: PartId }
  | { readonly kind: 'switch'; readonly partId: PartId }
  | { readonly kind: 'adapter'; readonly partId: PartId }
  /** `ids` are the records of the template to take, null for all of it. */
  | { readonly kind: 'template'; readonly templateId: string; readonly ids: readonly string[] | null };

/** Something that can be placed: a line of the palette. */
export interface Piece {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** Part number, where there is one. */
  readonly code: string;
  /** Words it is found by beside its texts. */
  readonly words: string;
  readonly make: Make;
}

export interface PieceGroup {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

export const ROLE_NAMES: Readonly<Record<ClusterKind, { readonly node: string; readonly cluster: string }>> =
  {
    'file-server': { node: 'File server', cluster: 'File server cluster' },
    'hyper-v': { node: 'Hyper-V host', cluster: 'Hyper-V cluster' },
    'hyper-converged': { node: 'Hyper-converged node', cluster: 'Hyper-converged cluster' },
  };

/** In the order in which designs are drawn. */
const ROLES: readonly ClusterKind[] = [...CLUSTER_KINDS];

/** Everything that can be placed, under the headings of the palette. */
export function pieceGroups(catalog: Catalog): readonly PieceGroup[] {
  return [
    { label: 'Nodes', pieces: [...ROLES.map(nodePiece), ...ROLES.map(clusterPiece)] },
    { label: 'Switches', pieces: sorted(catalog.switches.map(switchPiece)) },
    { label: 'Adapters', pieces: sorted(catalog.adapters.map(adapterPiece)) },
    { label: 'Servers', pieces: sorted(catalog.servers.map(serverPiece)) },
    { label: 'Templates', pieces: templates.map((template) => templatePiece(template.id, template.name)) },
    {
      label: 'Parts of templates',
      pieces: templates.flatMap((template) => partPieces(template.id, template.name, template.build())),
    },
  ];
}

function nodePiece(role: ClusterKind): Piece {
  return piece(`node:${role}`, ROLE_NAMES[role].node, 'one node', '', 'server host', { kind: 'node', role });
}

function clusterPiece(role: ClusterKind): Piece {
  const words = 'cluster nodes group';
  return piece(`cluster:${role}`, ROLE_NAMES[role].cluster, 'two nodes in a cluster', '', words, {
    kind: 'cluster',
    role,
  });
}

function switchPiece(part: Catalog['switches'][number]): Piece {
  const words = `switch ${speedWords(part.portGroups.flatMap((group) => group.speedsGbps))}`;
  const make = { kind: 'switch', partId: part.id } as const;
  const label = `${part.manufacturer} ${part.model}`;
  return piece(`switch:${part.id}`, label, switchPorts(part), part.partNumber ?? '', words, make);
}

/** `18 x SFP28 25G + 4 x QSFP28 100G`. */
function switchPorts(part: Catalog['switches'][number]): string {
  return part.portGroups
    .map((group) => `${group.names.length} x ${group.cage} ${group.speedsGbps.at(-1) ?? 0}G`)
    .join(' + ');
}

/** `2 x SFP28 25G, RoCEv2`. */
function adapterPorts(part: Catalog['adapters'][number]): string {
  const rdma = part.rdma.at(-1) ?? 'no RDMA';
  return `${part.ports} x ${part.cage} ${part.speedsGbps.at(-1) ?? 0}G, ${rdma}`;
}

function adapterPiece(part: Catalog['adapters'][number]): Piece {
  const words = `adapter nic card ${part.manufacturer} ${speedWords(part.speedsGbps)}`;
  const make = { kind: 'adapter', partId: part.id } as const;
  return piece(`adapter:${part.id}`, part.model, adapterPorts(part), part.partNumber ?? '', words, make);
}

function serverPiece(part: Catalog['servers'][number]): Piece {
  const height = part.rackUnits === null ? '' : `${part.rackUnits} U, `;
  const slots = part.slots.length === 0 ? 'slots not listed' : `${part.slots.length} PCIe slots`;
  const make = { kind: 'server', partId: part.id } as const;
  const label = `${part.manufacturer} ${part.model}`;
  return piece(`server:${part.id}`, label, `${height}${slots}`, part.partNumber ?? '', 'node server', make);
}

function templatePiece(templateId: string, name: string): Piece {
  const make = { kind: 'template', templateId, ids: null } as const;
  return piece(`template:${templateId}`, name, 'the whole template', '', 'template', make);
}

/** The clusters of a template one by one, and its switches together. */
function partPieces(templateId: string, name: string, design: Design): readonly Piece[] {
  const part = (key: string, label: string, ids: readonly string[]) =>
    piece(`part:${templateId}:${key}`, label, `from "${name}"`, '', 'template part', {
      kind: 'template',
      templateId,
      ids,
    });
  const clusters = [...design.clusters.values()].map((cluster) => {
    const count = [...design.nodes.values()].filter((node) => node.clusterId === cluster.id).length;
    const nodes = count === 1 ? '1 node' : `${count} nodes`;
    return part(cluster.id, `${ROLE_NAMES[cluster.kind].cluster}, ${nodes}`, [cluster.id]);
  });
  const switches = [...design.switches.keys()];
  if (switches.length < 2) return clusters;
  return [...clusters, part('switches', `${switches.length} switches and their cables`, switches)];
}

function piece(id: string, label: string, detail: string, code: string, words: string, make: Make): Piece {
  return { id, label, detail, code, words, make };
}

function sorted(pieces: readonly Piece[]): readonly Piece[] {
  return [...pieces].sort((a, b) => compareNatural(a.label, b.label));
}

function speedWords(speeds: readonly number[]): string {
  return [...new Set(speeds)].map((speed) => `${speed}g ${speed}gbe`).join(' ');
}

/** The groups left when every word of a search occurs in a piece's texts or its heading. */
export function searchPieces(groups: readonly PieceGroup[], search: string): readonly PieceGroup[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return groups;
  return groups
    .map(({ label, pieces }) => ({
      label,
      pieces: pieces.filter((entry) => {
        const text = [label, entry.label, entry.detail, entry.code, entry.words].join(' ').toLowerCase();
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ pieces }) => pieces.length > 0);
}

/** The groups with what was used last in front; a search looks through everything once. */
export function withRecent(groups: readonly PieceGroup[], recent: readonly string[]): readonly PieceGroup[] {
  const byId = new Map(groups.flatMap(({ pieces }) => pieces).map((entry) => [entry.id, entry]));
  const pieces = recent.flatMap((id) => byId.get(id) ?? []);
  return pieces.length === 0 ? groups : [{ label: 'Used last', pieces }, ...groups];
}
