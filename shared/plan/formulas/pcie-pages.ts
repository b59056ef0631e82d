import { must } from '../../lib/assert.ts';
import {
  COMPLETION_HEADER,
  DLLP,
  GENERATIONS,
  REQUEST_HEADER,
  SKIP,
  TRANSACTION,
  WRITE_HEADER,
  limitsOf,
} from '../pcie.ts';
import { definePage, type ConstantTable } from './types.ts';

const generations = Object.entries(GENERATIONS);
const PAYLOADS = [128, 256, 512] as const;
const LANES = [1, 2, 4, 8, 16] as const;

/** One table per set of limits: generations 4 and later use those of 3. */
const limitTables = [
  { gen: 1, caption: 'Bytes per acknowledgement and flow-control update, Gen1' },
  { gen: 2, caption: 'Bytes per acknowledgement and flow-control update, Gen2' },
  { gen: 3, caption: 'Bytes per acknowledgement and flow-control update, Gen3 and later' },
].map(({ gen, caption }): ConstantTable => ({
  caption,
  head: ['Lanes', ...PAYLOADS.map((mps) => `MPS ${mps}`)],
  rows: LANES.map((lanes) => [
    `x${lanes}`,
    ...PAYLOADS.map((mps) => must(limitsOf(gen)[lanes]?.[mps], `limit of x${lanes}`)),
  ]),
}));

/** From slot to what an adapter can move through it. */
export const pciePages = [
  definePage({
    id: 'pcie-link',
    title: 'PCIe link of an adapter',
    says: [
      'Card and slot train at what both can: the lower generation and the smaller number of lanes. Of a slot the wired lanes count, not the length of the connector.',
      'Bifurcation is not assumed: a slot is one link for one card.',
    ],
    formulas: [
      'generation = min(generation of card, generation of slot)',
      'lanes = min(lanes of card, wired lanes of slot)',
    ],
    tables: [],
    sources: ['pcieSetup'],
  }),
  definePage({
    id: 'pcie-encoding',
    title: 'PCIe after encoding',
    says: [
      'The line code takes its share of every transfer. Gen6 is indicative only: its flow-control limits are those of Gen5.',
    ],
    formulas: ['raw = GT/s x lanes', 'after encoding = raw x data bits / coded bits'],
    tables: [
      {
        caption: 'Transfer rate and line code per generation',
        head: ['Generation', 'GT/s per lane', 'Data / coded', 'Gb/s per lane'],
        rows: generations.map(([gen, { transfer, code }]) => [
          `Gen${gen}`,
          transfer,
          code.join(' / '),
          Number(((transfer * code[0]) / code[1]).toFixed(3)),
        ]),
      },
    ],
    sources: ['model', 'pcieFactors'],
  }),
  definePage({
    id: 'pcie-tlp',
    title: 'PCIe for transactions',
    says: [
      'Acknowledgements, flow-control updates and skip sets share the link with the packets that carry data. The limits say after how many bytes each of them comes.',
      'MPS is the maximum payload size of one packet; it is set in the fabric policy.',
    ],
    formulas: [
      `for transactions = after encoding x (1 - ${DLLP} / acknowledgement limit - ${DLLP} / flow-control limit - ${SKIP.join(' / ')})`,
    ],
    tables: [
      {
        caption: 'Packets of the link itself, bytes',
        head: ['What', 'Bytes'],
        rows: [
          ['Acknowledgement', DLLP],
          ['Flow-control update', DLLP],
          [`Skip ordered set, in every ${SKIP[1]} bytes`, SKIP[0]],
        ],
      },
      ...limitTables,
    ],
    sources: ['model', 'paper'],
  }),
  definePage({
    id: 'pcie-dma',
    title: 'DMA write and read',
    says: [
      'An adapter receives by writing to memory and sends by reading from it. Addresses have 64 bits, there is no ECRC, and data comes in packets as large as MPS allows. Descriptors, doorbells and interrupts are not counted.',
    ],
    formulas: [
      `receives at most: for transactions x MPS / (MPS + ${WRITE_HEADER})`,
      `sends at most: for transactions x MPS / (MPS + ${COMPLETION_HEADER})`,
    ],
    tables: [
      {
        caption: 'Bytes around the data of one packet',
        head: ['Packet', 'Bytes'],
        rows: [
          ['Memory write', WRITE_HEADER],
          ['Completion, which brings what was read', COMPLETION_HEADER],
          ['Memory read request', REQUEST_HEADER],
        ],
      },
    ],
    sources: ['model', 'paper'],
  }),
  definePage({
    id: 'pcie-both',
    title: 'PCIe in both directions at once',
    says: [
      `When an adapter sends and receives at the same time, read requests share the way out with the data written. Transactions of ${TRANSACTION} bytes alternate; MRRS is the maximum size of one read request.`,
    ],
    formulas: [
      `out = ${TRANSACTION} + ${TRANSACTION} / MPS x ${WRITE_HEADER} + ${TRANSACTION} / MRRS x ${REQUEST_HEADER}`,
      `in = ${TRANSACTION} + ${TRANSACTION} / MPS x ${COMPLETION_HEADER}`,
      `each direction = for transactions x ${TRANSACTION} / max(out, in)`,
    ],
    tables: [],
    sources: ['model', 'paper'],
  }),
] as const;
