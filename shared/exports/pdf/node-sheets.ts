import type { Endpoint, Plan, PlanAdapter, PlanNode } from '../../plan/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { gbps } from './numbers.ts';
import { portTable } from './port-row.ts';
import { cell, facts, heads, number, sheetTitle, table } from './style.ts';

const OS_NAMES: Readonly<Record<PlanNode['os'], string>> = {
  '2012': 'Windows Server 2012',
  '2012r2': 'Windows Server 2012 R2',
  '2016': 'Windows Server 2016',
  '2019': 'Windows Server 2019',
  '2022': 'Windows Server 2022',
  '2025': 'Windows Server 2025',
};

const KINDS = {
  'file-server': 'file server',
  'hyper-v': 'Hyper-V',
  'hyper-converged': 'hyper-converged',
} as const;

/** One sheet per node: what it is, its adapters with their ceilings, its ports and its addresses. */
export function nodeSheets({ outcome }: ExportInput): readonly PdfContent[] {
  return outcome.plan.nodes.flatMap((node, i) => sheet(node, outcome.plan, i === 0));
}

function sheet(node: PlanNode, plan: Plan, first: boolean): PdfContent[] {
  const { record, cluster, profile, server, os } = node;
  return [
    sheetTitle('Node sheets', `Node ${record.name}`, first),
    facts([
      ['Cluster', `${cluster.name} (${KINDS[cluster.kind]})`],
      ['Server', server ? `${server.manufacturer} ${server.model}` : profile.serverId],
      ['Operating system', OS_NAMES[os]],
      ['Profile', profile.name],
      ['Storage rate', `${gbps(node.sendGbps)} Gb/s send, ${gbps(node.receiveGbps)} Gb/s receive`],
    ]),
    { text: 'Adapters', style: 'h2' },
    table(
      [34, '*', 58, 52, 52, 58, 62],
      heads(
        ['Slot', 'Model', 'PCIe link', 'Ports Gb/s', 'Send Gb/s', 'Receive Gb/s', 'Limited by'],
        ['Ports Gb/s', 'Send Gb/s', 'Receive Gb/s'],
      ),
      node.adapters.map(adapterRow),
    ),
    { text: 'Ports', style: 'h2' },
    portTable(
      'Windows name',
      node.adapters.flatMap(({ ports }) => ports),
      plan,
    ),
    ...(node.endpoints.length === 0
      ? []
      : [
          { text: 'Addresses', style: 'h2' },
          table(
            ['*', 92, 44, 92, 34],
            heads(['Interface', 'Network', 'VLAN', 'Address', 'RDMA'], ['VLAN']),
            node.endpoints.map(addressRow),
          ),
        ]),
  ];
}

function adapterRow(adapter: PlanAdapter): PdfContent[] {
  const { send, receive } = adapter.limitedBy;
  const limit = send === receive ? send : `${send} / ${receive}`;
  return [
    cell(adapter.slot.slot),
    cell(adapter.model),
    cell(adapter.link ? `Gen${adapter.link.gen} x${adapter.link.lanes}` : 'unknown'),
    number(gbps(adapter.portPayloadGbps)),
    number(gbps(adapter.ceilingGbps.send)),
    number(gbps(adapter.ceilingGbps.receive)),
    cell(limit),
  ];
}

function addressRow(endpoint: Endpoint): PdfContent[] {
  const address =
    endpoint.address === null ? 'not planned' : `${endpoint.address}/${endpoint.prefixLength ?? ''}`;
  return [
    cell(endpoint.name, 'mono'),
    cell(endpoint.network.name),
    number(endpoint.network.vlan === 0 ? 'none' : endpoint.network.vlan),
    cell(address, 'mono'),
    cell(endpoint.rdma ? 'on' : 'off'),
  ];
}
