import type { Part } from '../../../shared/catalog/index.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { tagOf, type PlanLink, type PlanNode, type PlanSwitch } from '../../../shared/plan/index.ts';

export type FoundKind =
  'node' | 'switch' | 'cluster' | 'network' | 'profile' | 'cable' | 'adapter' | 'port' | 'address' | 'check';

/** Something that can be found in a design. */
export interface FindEntry {
  readonly key: string;
  readonly kind: FoundKind;
  /** Its name, with its owner's where it has one. */
  readonly label: string;
  /** What else is known of it, in few words. */
  readonly detail: string;
  /** What to select for it. */
  readonly select: readonly string[];
  /** Lower case: what is its own. At least one word of a search must be in here. */
  readonly own: string;
  /** Lower case: what it belongs to, so that a port is found by its node and its name together. */
  readonly context: string;
}

/** Everything in a design that can be found, in the order in which the search goes through it. */
export function findIndex({ plan, findings }: Pick<Outcome, 'plan' | 'findings'>): readonly FindEntry[] {
  const inUse = new Map(plan.nodes.map(({ profile }) => [profile.id, profile]));
  const profiles = [...inUse.values()].map((profile) =>
    entry('profile', profile.id, profile.name, 'profile', {
      select: plan.nodes.filter((node) => node.profile.id === profile.id).map((node) => node.id),
    }),
  );
  const checks = findings
    .filter((finding) => ['fail', 'warn', 'info'].includes(finding.status))
    .map((finding, index) =>
      entry('check', `${finding.rule}-${index}`, `${finding.rule} ${finding.title}`, finding.message, {
        select: finding.shownOn,
        own: [finding.rule, finding.title, finding.message],
      }),
    );
  const nodes = plan.nodes.map(entriesOfNode);
  const switches = plan.switches.map(entriesOfSwitch);
  return [
    ...nodes.flatMap((of) => of.slice(0, 1)),
    ...switches.flatMap((of) => of.slice(0, 1)),
    ...plan.clusters.map(({ record, nodes: members }) =>
      entry('cluster', record.id, record.name, `${members.length} nodes`, {
        own: [record.name, record.kind],
      }),
    ),
    ...plan.networks.map((network) => {
      const vlan = network.vlan === 0 ? 'untagged' : `VLAN ${network.vlan}`;
      const detail = [vlan, network.subnet ?? ''].filter(Boolean).join(', ');
      return entry('network', network.id, network.name, detail, { own: [network.name, detail] });
    }),
    ...profiles,
    ...plan.links.map((link) => entryOfCable(link, tagOf(link.id, plan))),
    ...nodes.flatMap((of) => of.slice(1)),
    ...switches.flatMap((of) => of.slice(1)),
    ...checks,
  ];
}

/** The entries in which every word of a search occurs, at least one of them in what is the entry's own. */
export function findIn(index: readonly FindEntry[], search: string): readonly FindEntry[] {
  const words = wordsOf(search);
  if (words.length === 0) return [];
  return index.filter(
    ({ own, context }) =>
      words.every((word) => own.includes(word) || context.includes(word)) &&
      words.some((word) => own.includes(word)),
  );
}

/** The words of a search. A MAC address may be typed with colons. */
export function wordsOf(search: string): readonly string[] {
  return search
    .toLowerCase()
    .replace(/\b([0-9a-f]{2}):(?=[0-9a-f]{2})/g, '$1-')
    .split(/\s+/)
    .filter(Boolean);
}

function entriesOfNode({ id, record, profile, server, adapters, endpoints }: PlanNode): readonly FindEntry[] {
  const within = [record.name];
  const macs = new Map(record.macs.map(({ slot, port, mac }) => [`${slot}/${port}`, mac]));
  return [
    entry('node', id, record.name, profile.name, { own: [record.name, ...wordsOfPart(server)] }),
    ...adapters.map((adapter) =>
      entry('adapter', adapter.id, `${record.name} slot ${adapter.slot.slot}`, adapter.model, {
        own: [`slot ${adapter.slot.slot}`, adapter.model, ...wordsOfPart(adapter.part)],
        context: within,
      }),
    ),
    ...adapters.flatMap((adapter) =>
      adapter.ports.map((port) => {
        const mac = macs.get(`${adapter.slot.slot}/${port.number}`) ?? '';
        return entry('port', port.id, port.label, mac === '' ? adapter.model : mac, {
          own: [port.name, mac],
          context: within,
        });
      }),
    ),
    ...endpoints.flatMap((endpoint) =>
      endpoint.address === null
        ? []
        : entry('address', `${id}/${endpoint.key}`, `${record.name} ${endpoint.name}`, endpoint.address, {
            select: [endpoint.portId ?? id],
            own: [endpoint.address, endpoint.vnic ?? ''],
            context: [...within, endpoint.network.name],
          }),
    ),
  ];
}

function entriesOfSwitch({ id, record, part, ports }: PlanSwitch): readonly FindEntry[] {
  return [
    entry('switch', id, record.name, part?.model ?? record.partId, {
      own: [record.name, record.partId, ...wordsOfPart(part)],
    }),
    ...ports.map((port) =>
      entry('port', port.id, port.label, port.linkIds.length > 0 ? 'cabled' : 'free', {
        own: [port.name, ...port.lanes.map((lane) => lane.name)],
        context: [record.name],
      }),
    ),
  ];
}

function entryOfCable({ id, a, b, cable }: PlanLink, tag: string): FindEntry {
  const parts =
    cable === null ? [] : cable.kind === 'assembly' ? [cable.part] : [cable.transceiverA, cable.transceiverB];
  return entry('cable', id, tag, `${a.label} to ${b.label}`, {
    own: [tag, ...parts.flatMap(wordsOfPart)],
    context: [a.label, b.label],
  });
}

function wordsOfPart(part: Part | null): readonly string[] {
  return part === null ? [] : [part.manufacturer, part.model, part.partNumber ?? ''];
}

function entry(
  kind: FoundKind,
  id: string,
  label: string,
  detail: string,
  {
    select = [id],
    own = [label],
    context = [],
  }: { select?: readonly string[]; own?: readonly string[]; context?: readonly string[] } = {},
): FindEntry {
  return {
    key: `${kind}:${id}`,
    kind,
    label,
    detail,
    select,
    own: own.join(' ').toLowerCase(),
    context: context.join(' ').toLowerCase(),
  };
}
