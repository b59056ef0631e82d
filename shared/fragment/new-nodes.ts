import type { Catalog } from '../catalog/types.ts';
import { must } from '../lib/assert.ts';
import { id, type ClusterId, type NodeId, type PartId, type ProfileId } from '../lib/ids.ts';
import { sortNatural } from '../lib/natural-order.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { cutText } from '../lib/text.ts';
import {
  OS_VERSIONS,
  type Cluster,
  type ClusterKind,
  type Design,
  type Node,
  type OsVersion,
  type Profile,
} from '../model/index.ts';
import { defaultAdapter, defaultServer } from './default-parts.ts';
import { LONGEST, TakenNames } from './names.ts';
import { cardFor, networkWords } from './new-adapter.ts';
import { storageNetworks, twoStorageNetworks } from './storage-networks.ts';
import { emptyInsertion, type Insertion, type NewId, type Planned } from './types.ts';

export interface NodeRequest {
  /** The cluster they join, or the role of a new one. */
  readonly into: { readonly clusterId: ClusterId } | { readonly kind: ClusterKind };
  readonly count: number;
  /** The profile they get; without it that of their cluster, or of clusters of the same role, or a new one. */
  readonly profileId?: ProfileId;
  /** The server of a new profile; an equal profile of the same role is used again. */
  readonly serverId?: PartId;
  readonly os?: OsVersion;
}

/** First names by role, as in the templates. */
const FIRST: Readonly<
  Record<ClusterKind, { readonly cluster: string; readonly node: string; readonly profile: string }>
> = {
  'file-server': { cluster: 'SOFS-CL1', node: 'FS01', profile: 'File server' },
  'hyper-v': { cluster: 'HV-CL1', node: 'HV01', profile: 'Hyper-V host' },
  'hyper-converged': { cluster: 'S2D-CL1', node: 'S2D01', profile: 'Hyper-converged node' },
};

/** Nodes for a cluster, there or new, whole enough to be checked: server, system, adapter, networks. */
export function newNodes(
  design: Design,
  catalog: Catalog,
  request: NodeRequest,
  newId: NewId,
): Result<Planned, string> {
  const insertion = emptyInsertion('');
  const cluster = clusterFor(design, request, newId, insertion);
  if (!cluster.ok) return cluster;
  const profile = profileFor(design, catalog, cluster.value, request, newId, insertion);
  if (!profile.ok) return profile;
  const names = nodeNames(design, cluster.value, request.count);
  const nodes = names.map((name): Node => ({
    id: id<NodeId>(newId('node')),
    name,
    clusterId: cluster.value.id,
    profileId: profile.value.profile.id,
    rackId: null,
    pins: [],
    macs: [],
  }));
  const what = names.length === 1 ? `node ${names[0] ?? ''}` : `${names.length} nodes`;
  const label = insertion.clusters.length > 0 ? `Add cluster ${cluster.value.name}` : `Add ${what}`;
  return ok({
    insertion: { ...insertion, label: cutText(label, 80), nodes },
    items: nodes.map((node) => node.id),
    told: profile.value.told,
  });
}

function clusterFor(
  design: Design,
  { into }: NodeRequest,
  newId: NewId,
  insertion: Insertion,
): Result<Cluster, string> {
  if ('clusterId' in into) {
    const cluster = design.clusters.get(into.clusterId);
    return cluster ? ok(cluster) : err('That cluster is not there any more.');
  }
  const made = newCluster(design, into.kind, newId);
  insertion.clusters.push(made);
  return ok(made);
}

/** A cluster of a role, named after the last one of the same role. It holds no nodes yet. */
export function newCluster(design: Design, kind: ClusterKind, newId: NewId): Cluster {
  const all = [...design.clusters.values()];
  const names = new TakenNames(all.map((cluster) => cluster.name));
  const last = lastNamed(all.filter((cluster) => cluster.kind === kind));
  const name = last ? names.next(last.name, LONGEST.other) : names.take(FIRST[kind].cluster, LONGEST.other);
  return { id: id<ClusterId>(newId('cluster')), name, kind, load: null };
}

/** Names that go on in the cluster's own style. */
function nodeNames(design: Design, cluster: Cluster, count: number): readonly string[] {
  const all = [...design.nodes.values()];
  const names = new TakenNames([...all, ...design.switches.values()].map((item) => item.name));
  const kin = (node: Node) => design.clusters.get(node.clusterId)?.kind === cluster.kind;
  const last = lastNamed(all.filter((node) => node.clusterId === cluster.id)) ?? lastNamed(all.filter(kin));
  let name: string | null = last?.name ?? null;
  return Array.from({ length: count }, () => {
    name =
      name === null ? names.take(FIRST[cluster.kind].node, LONGEST.node) : names.next(name, LONGEST.node);
    return name;
  });
}

function lastNamed<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
): T | undefined {
  return sortNatural(
    items,
    (item) => item.name,
    (item) => item.id,
  ).at(-1);
}

interface ProfileChoice {
  readonly profile: Profile;
  readonly told: readonly string[];
}

function profileFor(
  design: Design,
  catalog: Catalog,
  cluster: Cluster,
  request: NodeRequest,
  newId: NewId,
  insertion: Insertion,
): Result<ProfileChoice, string> {
  if (request.profileId !== undefined) {
    const profile = design.profiles.get(request.profileId);
    return profile ? ok({ profile, told: [] }) : err('That profile is not there any more.');
  }
  const known = knownProfile(design, cluster, request);
  if (known) return ok({ profile: known, told: [] });
  return newProfile(design, catalog, cluster.kind, request, newId, insertion);
}

/** The profile of the cluster's last node, else of one in a cluster of the same role; of the wanted server if one is. */
function knownProfile(design: Design, cluster: Cluster, { serverId, os }: NodeRequest): Profile | undefined {
  const nodes = [...design.nodes.values()];
  const kin = nodes.filter((node) => design.clusters.get(node.clusterId)?.kind === cluster.kind);
  const own = kin.filter((node) => node.clusterId === cluster.id);
  const fits = ({ profileId }: Node) => {
    const profile = must(design.profiles.get(profileId), 'a node has its profile');
    return (
      (serverId === undefined || profile.serverId === serverId) && (os === undefined || profile.os === os)
    );
  };
  const like = lastNamed(own.filter(fits)) ?? lastNamed(kin.filter(fits));
  return like && design.profiles.get(like.profileId);
}

function newProfile(
  design: Design,
  catalog: Catalog,
  kind: ClusterKind,
  request: NodeRequest,
  newId: NewId,
  insertion: Insertion,
): Result<ProfileChoice, string> {
  const server =
    request.serverId === undefined
      ? defaultServer(design, catalog)
      : (catalog.servers.find((part) => part.id === request.serverId) ?? null);
  const part = defaultAdapter(design, catalog);
  if (!server || !part) return err('The catalog has no server or no RDMA adapter to begin with.');
  const existing = storageNetworks(design);
  const made = existing.length > 0 ? [] : twoStorageNetworks(design, newId);
  insertion.networks.push(...made);
  const profiles = [...design.profiles.values()];
  const os = request.os ?? newestOs(profiles);
  const bare: Profile = {
    id: id<ProfileId>(newId('profile')),
    name: new TakenNames(profiles.map((profile) => profile.name)).take(FIRST[kind].profile, LONGEST.other),
    serverId: server.id,
    os,
    adapters: [],
    teams: [],
    vnics: [],
    kernelDebugger: false,
  };
  const card = cardFor(design, catalog, bare, part, existing.length > 0 ? existing : made);
  if (!card.ok) return card;
  const profile = { ...bare, adapters: [card.value.adapter] };
  insertion.profiles.push(profile);
  const protocol = card.value.adapter.protocol?.replace('RoCEv', 'RoCE v') ?? 'no RDMA';
  const told = [
    `Assumed: ${server.manufacturer} ${server.model}, Windows Server ${os.replace('r2', ' R2')}, one ${part.model} with ${protocol} in slot ${card.value.adapter.slot}.`,
    ...card.value.told,
    ...made.map(networkWords),
  ];
  return ok({ profile, told });
}

/** The newest system of the design, else the newest there is. */
function newestOs(profiles: readonly Profile[]): OsVersion {
  const used = OS_VERSIONS.filter((os) => profiles.some((profile) => profile.os === os));
  return must(used.at(-1) ?? OS_VERSIONS.at(-1), 'there is a newest system');
}
