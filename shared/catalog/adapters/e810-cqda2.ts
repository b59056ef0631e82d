import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

/** Two 100G cages on one 100G controller. */
export const e810Cqda2 = defineAdapterPart({
  id: 'intel-e810-cqda2',
  manufacturer: 'Intel',
  model: 'E810-CQDA2',
  partNumber: 'E810CQDA2BLK',
  family: 'Ethernet 800 (E810)',
  ports: 2,
  cage: 'QSFP28',
  speedsGbps: [10, 25, 50, 100],
  pcie: { gen: 4, lanes: 16 },
  rdma: ['RoCEv2', 'iWARP'],
  cardLimitGbps: 100,
  maxFrameBytes: null,
  driver: 'Intel PROSet (icea)',
  maxWatts: 20.7,
  sources: [SOURCE.e810Review, SOURCE.e810Power, SOURCE.netboxIntelCqda2, SOURCE.irdma],
  unverified: ['Limit of 100 Gb/s over both ports together', NOTE.intelWindows, NOTE.maxFrame],
});
