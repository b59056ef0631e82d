import { DEFAULT_CABLING } from '../../model/index.ts';
import { MADE_TO_ORDER_STEP, PATCH_CORDS } from '../cables.ts';
import { definePage } from './types.ts';

/** From nodes to the whole design: what flows, what a failure leaves, what is asked. */
export const clusterPages = [
  definePage({
    id: 'flow',
    title: 'Rate of the design: maximum flow',
    says: [
      'Data flows from file servers to Hyper-V nodes, among hyper-converged nodes from each to all others. It passes adapters, cables, switches and cables between switches as they are drawn; the greatest rate that fits through everything at once is the rate of the design.',
      'The bottleneck is the least set of things that must all be passed and are full. Making anything else faster changes nothing.',
      'A switch forwards the sum of its ports unless the catalog says less. The storage networks on a cable between switches share it as they need it. Frames of one network do not reach ports of another.',
      'Each node uses only the adapters SMB Multichannel chooses. The direction is reading: from storage to those who use it.',
    ],
    formulas: ['rate = maximum flow = capacity of the bottleneck'],
    tables: [],
    sources: ['maximumFlow', 'own'],
  }),
  definePage({
    id: 'oversubscription',
    title: 'Oversubscription',
    says: [
      'What could be asked for against what can be given. 1 : 1 means everyone can be served at full rate at once; 3 : 1 means a third each.',
    ],
    formulas: [
      'cluster = what the Hyper-V nodes can receive / what the file servers can send',
      'switch = line speeds of its ports to nodes / line speeds of its ports to switches',
      'between switches = the lesser of what the nodes on either side can want / line speed of the cables',
    ],
    tables: [],
    sources: ['own'],
  }),
  definePage({
    id: 'failures',
    title: 'After a failure',
    says: [
      'Each adapter, cable, switch and node is taken away once, and the rate is computed anew: traffic takes every other way there is, and SMB Multichannel chooses again among what is left. The worst case is the least rate.',
      'A node is cut off when it finds nobody any more to move storage with. It is dual-homed when no single adapter, cable or switch carries all of its paths.',
    ],
    formulas: ['left = maximum flow without it', 'lost = (rate - left) / rate'],
    tables: [],
    sources: ['own', 'maximumFlow'],
  }),
  definePage({
    id: 'load',
    title: 'Load of virtual machines',
    says: [
      'What the virtual machines of a cluster ask of storage at their peak, spread evenly over its nodes. Reading and writing are counted apart: a link carries both at once, one in each direction.',
      'Headroom says by how much what is available is above what is asked, in the direction where it is scarcer; below zero it falls short. What is available is what the fabric leaves this cluster when the others get what they ask. All of the load of a hyper-converged cluster is taken to cross the network, which is careful.',
    ],
    formulas: [
      'asked, Gb/s = sum of (count x IOPS x KiB x 1024 x 8 / 1000000000)',
      'after growth = asked x (1 + growth / 100)',
      'headroom = available / asked - 1',
    ],
    tables: [
      {
        caption: 'Units',
        head: ['What', 'Is'],
        rows: [
          ['1 KiB', '1024 bytes'],
          ['1 Gb/s', '1000000000 bits a second'],
          ['1 GB/s', '8 Gb/s'],
        ],
      },
    ],
    sources: ['own'],
  }),
  definePage({
    id: 'cable-length',
    title: 'Length of a cable',
    says: [
      'The length of a route is its own, else that of the pair of devices it joins, else what the racks give. The cable bought is the shortest stock length that reaches.',
      `Patch cords longer than ${PATCH_CORDS.at(-1)} m are made to order in steps of ${MADE_TO_ORDER_STEP} m.`,
    ],
    formulas: [
      'within a rack = length within a rack',
      'between racks = length to the next rack + (racks apart - 1) x each further rack',
    ],
    tables: [
      {
        caption: 'What a new design begins with, metres; to be changed under "Racks and lengths"',
        head: ['Route', 'm'],
        rows: [
          ['Within a rack', DEFAULT_CABLING.sameRackM],
          ['To the next rack', DEFAULT_CABLING.nextRackM],
          ['Each further rack', DEFAULT_CABLING.furtherRackM],
          ['One end in no rack', DEFAULT_CABLING.noRackM],
        ],
      },
      {
        caption: 'Patch cords every maker stocks',
        head: ['Metres'],
        rows: [[PATCH_CORDS.join(', ')]],
      },
    ],
    sources: ['own'],
  }),
] as const;
