import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const t520Cr = defineAdapterPart({
  id: 'chelsio-t520-cr',
  manufacturer: 'Chelsio',
  model: 'T520-CR',
  partNumber: 'T520-CR',
  family: 'Terminator 5',
  ports: 2,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['iWARP'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Chelsio Unified Wire for Windows',
  maxWatts: null,
  sources: [SOURCE.chelsioDpdk, SOURCE.chelsioWindows, SOURCE.chelsio10],
  unverified: ['PCIe Gen3 x8 of the card', NOTE.maxFrame],
});
