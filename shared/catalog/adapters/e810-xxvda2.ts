import { defineAdapterPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

export const e810Xxvda2 = defineAdapterPart({
  id: 'intel-e810-xxvda2',
  manufacturer: 'Intel',
  model: 'E810-XXVDA2',
  partNumber: null,
  family: 'Ethernet 800 (E810)',
  ports: 2,
  cage: 'SFP28',
  speedsGbps: [1, 10, 25],
  pcie: { gen: 4, lanes: 8 },
  rdma: ['RoCEv2', 'iWARP'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Intel PROSet (icea)',
  maxWatts: null,
  sources: [SOURCE.netboxIntelXxvda2, SOURCE.irdma],
  orderNotes: [ORDER.codeByPack],
  unverified: ['PCIe Gen4 x8 of the card', '1 Gb/s on its ports', NOTE.intelWindows, NOTE.maxFrame],
});
