import type { ClusterKind, OsVersion } from '../model/index.ts';
import type { PlanNode, PlanPort } from '../plan/types.ts';

const OS_SHORT: Readonly<Record<OsVersion, string>> = {
  '2012': 'WS 2012',
  '2012r2': 'WS 2012 R2',
  '2016': 'WS 2016',
  '2019': 'WS 2019',
  '2022': 'WS 2022',
  '2025': 'WS 2025',
};
const ROLE: Readonly<Record<ClusterKind, string>> = {
  'file-server': 'file server',
  'hyper-v': 'Hyper-V node',
  'hyper-converged': 'hyper-converged node',
};
const CLUSTER: Readonly<Record<ClusterKind, string>> = {
  'file-server': 'File server cluster',
  'hyper-v': 'Hyper-V cluster',
  'hyper-converged': 'Hyper-converged cluster',
};
const SEVERITY = { fail: 'a failed check', warn: 'a warning', info: 'a hint' } as const;

export function roleWords(kind: ClusterKind): string {
  return ROLE[kind];
}

export function clusterWords(kind: ClusterKind): string {
  return CLUSTER[kind];
}

/** ", a warning" and the like; empty without a finding. */
export function badgeWords(severity: keyof typeof SEVERITY | undefined): string {
  return severity ? `, ${SEVERITY[severity]}` : '';
}

/** `R730xd · WS 2012 R2`: the server without its maker's family name, and the operating system. */
export function hardwareWords(node: PlanNode): string {
  const server = node.server ? withoutFamily(node.server.model) : node.profile.serverId;
  return `${server} · ${OS_SHORT[node.os]}`;
}

/** Model names begin with a family (`PowerEdge`, `ThinkSystem`): the card has room for what follows it. */
function withoutFamily(model: string): string {
  const words = model.split(' ');
  const first = words.findIndex((word) => /\d/.test(word));
  return first > 0 ? words.slice(first).join(' ') : model;
}

/** Adapter family without the order code at its end: `ConnectX-3 EN` of `ConnectX-3 EN MCX312A`. */
export function adapterWords(model: string): string {
  const words = model.split(' ');
  const kept = words.filter((word, i) => i === 0 || !/^[A-Z]{2,}\d{3,}[A-Z0-9-]*$/.test(word));
  return kept.join(' ');
}

/** "1 port", "2 ports". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Accessible name of a cage: whose, which kind, where it leads, what it carries. */
export function portWords(port: PlanPort, peerLabel: string | null, carried: string): string {
  const cabled =
    peerLabel !== null ? `to ${peerLabel}` : port.linkIds.length > 0 ? 'cable without a far end' : 'free';
  return `${port.label}, ${port.cage}, ${cabled}${carried === '' ? '' : `, ${carried}`}`;
}

/** `10 Gb/s`. */
export function speedWords(gbps: number): string {
  return `${gbps} Gb/s`;
}

/** `15.0 GB/s` from Gb/s. */
export function gigabytes(gbps: number): string {
  return `${(gbps / 8).toFixed(1)} GB/s`;
}

/** What the nodes of a cluster can give or take together, said as what it is: `4.9 GB/s out`. */
export function clusterRateWords(kind: ClusterKind, gbps: number): string {
  const way = { 'file-server': 'out', 'hyper-v': 'in', 'hyper-converged': 'each way' }[kind];
  return `${gigabytes(gbps)} ${way}`;
}

/** Length in metres without needless zeros. */
export function metres(length: number): string {
  return `${Math.round(length * 100) / 100} m`;
}

/**
 * What tells the ports of a panel group apart: the numbers in their names without what all of them share, so that
 * `Ethernet49/1` and `Ethernet50/1` become 49 and 50.
 */
export function shortNumbers(names: readonly string[]): readonly string[] {
  const pieces = names.map((name) => name.match(/\d+/g) ?? []);
  const depth = Math.min(...pieces.map((list) => list.length));
  if (depth === 0 || depth === Infinity) return names.map((_, i) => String(i + 1));
  let place = depth - 1;
  for (let at = depth - 1; at >= 0; at--) {
    if (new Set(pieces.map((list) => list[at])).size === names.length) {
      place = at;
      break;
    }
  }
  return pieces.map((list, i) => list[place] ?? String(i + 1));
}
