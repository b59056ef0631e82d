import type { Network } from '../../shared/model/index.ts';
import type { Endpoint, Plan } from '../../shared/plan/index.ts';
import type { Column, Group } from './table.ts';
import { vlanText } from './words.ts';

/** One interface with an address. */
export interface AddressRow {
  readonly endpoint: Endpoint;
  readonly nodeName: string;
  /** What is wrong with the address, and what would be right; empty when it is well. */
  readonly problem: string;
}

/** How much of a subnet is used. */
interface Capacity {
  /** Addresses a host can have, from the first one handed out automatically. */
  readonly size: number;
  readonly used: number;
}

/** Every interface by network; a network nobody is in is listed too. */
export function addressGroups(plan: Plan, only: string | null): readonly Group<AddressRow>[] {
  const rows = addressRows(plan);
  return plan.networks
    .filter(({ id }) => only === null || id === only)
    .map((network) => {
      const own = rows.filter(({ endpoint }) => endpoint.network.id === network.id);
      return {
        id: network.id,
        label: [network.name, vlanText(network.vlan), network.subnet ?? 'no subnet'].join(', '),
        note: capacityText(network, own.length),
        rows: own,
      };
    });
}

/** Every interface of every node with what is wrong with its address. */
export function addressRows(plan: Plan): readonly AddressRow[] {
  const users = new Map<string, string[]>();
  const named = plan.nodes.flatMap((node) =>
    node.endpoints.map((endpoint) => ({ endpoint, nodeName: node.record.name })),
  );
  for (const { endpoint, nodeName } of named) {
    if (endpoint.address === null) continue;
    const list = users.get(endpoint.address) ?? [];
    list.push(`${endpoint.name} of ${nodeName}`);
    users.set(endpoint.address, list);
  }
  return named.map(({ endpoint, nodeName }) => {
    const sharing = endpoint.address === null ? [] : (users.get(endpoint.address) ?? []);
    const others = sharing.filter((name) => name !== `${endpoint.name} of ${nodeName}`);
    return { endpoint, nodeName, problem: problemOf(endpoint, others) };
  });
}

function problemOf({ address, network, pinned }: Endpoint, others: readonly string[]): string {
  if (address === null) {
    if (network.subnet === null) return '';
    return `${network.subnet} is full: choose a larger subnet or a smaller first host`;
  }
  const [first, ...more] = others;
  if (first !== undefined) return `also used by ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  if (!pinned || network.subnet === null) return '';
  const { from, to } = rangeOf(network.subnet);
  const value = toNumber(address);
  if (value < from || value > to)
    return `outside of ${network.subnet}: ${toText(from)} to ${toText(to)} would be right`;
  if (address === network.gateway) return `is the gateway of ${network.name}`;
  return network.dns.includes(address) ? `is a DNS server of ${network.name}` : '';
}

/** How many addresses a network has for interfaces and how many are taken; null without a subnet. */
export function capacityOf(network: Network, used: number): Capacity | null {
  if (network.subnet === null) return null;
  const { from, to } = rangeOf(network.subnet);
  const base =
    (network.subnet.endsWith('/31') || network.subnet.endsWith('/32') ? from : from - 1) + network.firstHost;
  return { size: Math.max(0, to - base + 1), used };
}

function capacityText(network: Network, used: number): string {
  const capacity = capacityOf(network, used);
  if (!capacity) return `${used} interfaces, addresses not planned`;
  return `${used} of ${capacity.size} from .${network.firstHost} on`;
}

/** First and last address of a subnet that a host can have. */
function rangeOf(subnet: string): { readonly from: number; readonly to: number } {
  const [base = '', length = ''] = subnet.split('/');
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(toNumber(base) / size) * size;
  return size <= 2 ? { from: first, to: first + size - 1 } : { from: first + 1, to: first + size - 2 };
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toText(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

export const ADDRESS_COLUMNS: readonly Column<AddressRow>[] = [
  { id: 'node', label: 'Node', value: ({ nodeName }) => nodeName, mono: true, width: '14%' },
  { id: 'interface', label: 'Interface', value: ({ endpoint }) => endpoint.name, width: '20%' },
  { id: 'network', label: 'Network', value: ({ endpoint }) => endpoint.network.name, hidden: true },
  { id: 'vlan', label: 'VLAN', value: ({ endpoint }) => endpoint.network.vlan, hidden: true },
  { id: 'address', label: 'Address', value: ({ endpoint }) => endpoint.address, mono: true, width: '148px' },
  {
    id: 'prefix',
    label: 'Prefix',
    value: ({ endpoint }) => endpoint.prefixLength,
    text: ({ endpoint }) => (endpoint.prefixLength === null ? '' : `/${endpoint.prefixLength}`),
    width: '64px',
  },
  {
    id: 'origin',
    label: 'Given',
    value: ({ endpoint }) => (endpoint.pinned ? 'pinned' : endpoint.address === null ? '' : 'automatic'),
    width: '88px',
  },
  { id: 'rdma', label: 'RDMA', value: ({ endpoint }) => (endpoint.rdma ? 'yes' : 'no'), width: '64px' },
  { id: 'problem', label: 'Problem', value: ({ problem }) => problem },
];
