import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

/** Both ports at 40 Gb/s ask for more than Gen3 x8 carries. */
export const t580Cr = defineAdapterPart({
  id: 'chelsio-t580-cr',
  manufacturer: 'Chelsio',
  model: 'T580-CR',
  partNumber: 'T580-CR',
  family: 'Terminator 5',
  ports: 2,
  cage: 'QSFP+',
  speedsGbps: [10, 40],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['iWARP'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Chelsio Unified Wire for Windows',
  maxWatts: null,
  sources: [SOURCE.chelsioDpdk, SOURCE.chelsioWindows, SOURCE.chelsio40],
  unverified: ['PCIe Gen3 x8 of the card', NOTE.maxFrame],
});
