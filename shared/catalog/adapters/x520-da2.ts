import { defineAdapterPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

/** A plain Ethernet card: no RDMA, for teams and management. */
export const x520Da2 = defineAdapterPart({
  id: 'intel-x520-da2',
  manufacturer: 'Intel',
  model: 'X520-DA2',
  partNumber: 'E10G42BTDA',
  family: 'Ethernet 500 (X520)',
  ports: 2,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 2, lanes: 8 },
  rdma: [],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Intel PROSet (ixgbe)',
  maxWatts: null,
  sources: [SOURCE.netboxX520],
  orderNotes: [ORDER.partNumberUnread],
  unverified: ['PCIe Gen2 x8 of the card', NOTE.maxFrame],
});
