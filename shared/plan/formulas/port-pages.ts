import {
  ETHERNET,
  GRH,
  IPV4,
  IWARP,
  RDMA_MTUS,
  ROCE,
  TCP,
  UDP,
  VLAN_TAG,
  dataRate,
  packetShape,
} from '../payload.ts';
import { definePage } from './types.ts';

const KINDS = [
  ['RoCE v2', 'RoCEv2'],
  ['RoCE v1', 'RoCEv1'],
  ['iWARP', 'iWARP'],
  ['TCP, no RDMA', null],
] as const;

function share(kind: (typeof KINDS)[number][1], mtu: number): string {
  const { payload, wire } = packetShape(kind, mtu, true);
  return `${payload} of ${wire} (${((payload / wire) * 100).toFixed(1)} %)`;
}

/** From line speed to payload, and to what an adapter can move. */
export const portPages = [
  definePage({
    id: 'data-rate',
    title: 'Data rate of a port',
    says: [
      'Ethernet speeds name what they carry. 56 names the signalling of four FDR lanes of 14.0625 Gb/s, of which 64b/66b leaves 54.5 Gb/s.',
    ],
    formulas: [
      'data rate = line speed',
      `data rate at 56 = 4 x 14.0625 x 64 / 66 = ${dataRate(56).toFixed(3)}`,
    ],
    tables: [],
    sources: ['roceDeploy', 'ethernet'],
  }),
  definePage({
    id: 'payload',
    title: 'Payload of a port',
    says: [
      'Full packets follow each other without a pause. RDMA over Ethernet carries the largest RDMA MTU that fits the storage MTU with its headers; iWARP fills one TCP segment; TCP has no timestamps, as Windows begins.',
      'Both ends need the same MTU, and the switches between them at least as much.',
    ],
    formulas: [
      'payload of a port = data rate x payload bytes / bytes on the wire',
      `RoCE v2: RDMA MTU / (RDMA MTU + ${IPV4} + ${UDP} + ${ROCE} + Ethernet)`,
      `RoCE v1: RDMA MTU / (RDMA MTU + ${GRH} + ${ROCE} + Ethernet)`,
      `iWARP: (MTU - ${IPV4} - ${TCP} - ${IWARP}) / (MTU + Ethernet)`,
      `TCP: (MTU - ${IPV4} - ${TCP}) / (MTU + Ethernet)`,
    ],
    tables: [
      {
        caption: 'Bytes around the payload of one packet',
        head: ['What', 'Bytes'],
        rows: [
          ['Ethernet: preamble 8, header 14, check 4, gap 12', ETHERNET],
          ['VLAN tag, where the network has a VLAN', VLAN_TAG],
          ['IPv4', IPV4],
          ['UDP', UDP],
          ['TCP', TCP],
          ['RoCE: transport header 12, check 4', ROCE],
          ['Global route header (RoCE v1, in place of IPv4 and UDP)', GRH],
          ['iWARP: MPA length and check 6, DDP and RDMAP 14', IWARP],
        ],
      },
      {
        caption: `Payload bytes of bytes on the wire, tagged; RDMA MTUs are ${RDMA_MTUS.join(', ')}`,
        head: ['Protocol', 'MTU 1500', 'MTU 4200', 'MTU 9000'],
        rows: KINDS.map(([name, kind]) => [name, ...[1500, 4200, 9000].map((mtu) => share(kind, mtu))]),
      },
    ],
    sources: ['ethernet', 'vlan', 'ip', 'udp', 'tcp', 'roce', 'rdmap', 'ddp', 'mpa'],
  }),
  definePage({
    id: 'adapter-ceiling',
    title: 'Ceiling of an adapter',
    says: [
      'The least of three things, for each direction: the payload of its cabled ports together, its PCIe link, and what the maker says the card itself can do. A card with two ports in a slot that cannot carry both is limited by PCIe.',
    ],
    formulas: [
      'receives = min(sum of port payloads, DMA write, card)',
      'sends = min(sum of port payloads, DMA read, card)',
    ],
    tables: [],
    sources: ['own', 'catalog'],
  }),
  definePage({
    id: 'multichannel',
    title: 'What SMB Multichannel chooses',
    says: [
      'SMB uses RDMA adapters where there are any, and among these only the fastest: all of the highest speed class at once, slower ones not at all. An adapter without RDMA, without a cable or of a slower class is left idle.',
      'Therefore one faster cable can lower the rate: the slower ones are no longer used.',
    ],
    formulas: ['used = adapters with RDMA and a cabled port, of the highest line speed in the node'],
    tables: [],
    sources: ['multichannel', 'smbDirect'],
  }),
  definePage({
    id: 'node-rate',
    title: 'Rate of a node',
    says: [
      'What its adapters in use can send and receive together; of a card with ports of several speeds the slower ones idle. Disks, memory and processors are not in it.',
    ],
    formulas: ['rate of a node = sum over its adapters in use of min(ceiling, payload of its ports in use)'],
    tables: [],
    sources: ['own'],
  }),
] as const;
