import type { NodeId, ProfileId } from '../../shared/lib/ids.ts';
import type { Design } from '../../shared/model/index.ts';
import { tagOf, type Plan } from '../../shared/plan/index.ts';

export type SubjectKind =
  | 'fabric'
  | 'node'
  | 'adapter'
  | 'port'
  | 'switch'
  | 'link'
  | 'network'
  | 'profile'
  | 'cluster'
  | 'rack'
  | 'other';

/** What an id that a finding, a rate or a list line names is, in the words of the panels. */
export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  /** Name as the user knows it: `FS01`, `FS01 SLOT 2 Port 1`, `C001`. */
  readonly label: string;
  /** What to select to show it on the canvas and in the inspector; empty when there is nothing to show. */
  readonly select: readonly string[];
}

/** Names one subject id. An id nothing in the design carries is shown as it is. */
export function subjectOf(design: Design, plan: Plan, id: string): Subject {
  if (id === 'fabric') return { id, kind: 'fabric', label: 'fabric policy', select: [id] };
  const node = plan.nodeById.get(id as NodeId);
  if (node) return { id, kind: 'node', label: node.record.name, select: [id] };
  const switched = plan.switchById.get(id as never);
  if (switched) return { id, kind: 'switch', label: switched.record.name, select: [id] };
  const link = plan.linkById.get(id as never);
  if (link) return { id, kind: 'link', label: tagOf(link.id, plan), select: [id] };
  const adapter = plan.adapterById.get(id as never);
  if (adapter) {
    const owner = plan.nodeById.get(adapter.nodeId)?.record.name ?? adapter.nodeId;
    return { id, kind: 'adapter', label: `${owner} slot ${adapter.slot.slot}`, select: [id] };
  }
  const port = plan.portById.get(id as never);
  if (port) return { id, kind: 'port', label: port.label, select: [id] };
  return recordSubject(design, plan, id);
}

function recordSubject(design: Design, plan: Plan, id: string): Subject {
  const network = design.networks.get(id as never);
  if (network) return { id, kind: 'network', label: network.name, select: [id] };
  const cluster = design.clusters.get(id as never);
  if (cluster) return { id, kind: 'cluster', label: cluster.name, select: [id] };
  const profile = design.profiles.get(id as ProfileId);
  if (profile) {
    const users = [...design.nodes.values()].filter((node) => node.profileId === profile.id);
    return { id, kind: 'profile', label: profile.name, select: users.map((node) => node.id) };
  }
  return partOfProfile(design, plan, id) ?? { id, kind: 'other', label: id, select: [] };
}

/** A slot, port, team or virtual adapter of a profile (`<profile>/<name>`), the same in all its nodes. */
function partOfProfile(design: Design, plan: Plan, id: string): Subject | null {
  const cut = id.indexOf('/');
  const profile = design.profiles.get(id.slice(0, Math.max(0, cut)) as ProfileId);
  if (!profile) return null;
  const [name = '', port] = id.slice(cut + 1).split('/');
  const nodes = plan.nodes.filter((node) => node.profile.id === profile.id);
  if (!profile.adapters.some((adapter) => adapter.slot === name)) {
    const label = `${profile.name} ${id.slice(cut + 1)}`;
    return { id, kind: 'profile', label, select: nodes.map((node) => node.id) };
  }
  return {
    id,
    kind: port === undefined ? 'adapter' : 'port',
    label: `${profile.name} slot ${name}${port === undefined ? '' : ` port ${port}`}`,
    select: nodes.map((node) => `${node.id}/${name}`),
  };
}

const PLURALS: Record<SubjectKind, readonly [string, string]> = {
  fabric: ['fabric policy', 'fabric policies'],
  node: ['node', 'nodes'],
  adapter: ['adapter', 'adapters'],
  port: ['port', 'ports'],
  switch: ['switch', 'switches'],
  link: ['cable', 'cables'],
  network: ['network', 'networks'],
  profile: ['profile', 'profiles'],
  cluster: ['cluster', 'clusters'],
  rack: ['rack', 'racks'],
  other: ['item', 'items'],
};

/** A count with its noun: `1 node`, `8 adapters`. */
export function countOf(count: number, kind: SubjectKind): string {
  return `${count} ${PLURALS[kind][count === 1 ? 0 : 1]}`;
}

/** Subjects in few words: one or two by name, more as counts per kind (`8 adapters, 1 switch`). */
export function subjectsText(subjects: readonly Subject[]): string {
  if (subjects.length <= 2) return subjects.map((subject) => subject.label).join(', ');
  const counts = new Map<SubjectKind, number>();
  for (const { kind } of subjects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => countOf(count, kind)).join(', ');
}

/** What to select for several subjects, each once, in order. */
export function selectionOf(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.flatMap((subject) => subject.select))];
}
