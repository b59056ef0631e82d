import { defineAdapterPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

/** A plain Ethernet card: no RDMA, for teams and management. */
export const x710Da2 = defineAdapterPart({
  id: 'intel-x710-da2',
  manufacturer: 'Intel',
  model: 'X710-DA2',
  partNumber: 'X710DA2',
  family: 'Ethernet 700 (X710)',
  ports: 2,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 3, lanes: 8 },
  rdma: [],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Intel PROSet (i40e)',
  maxWatts: null,
  sources: [SOURCE.netboxX710],
  orderNotes: [ORDER.partNumberUnread],
  unverified: ['PCIe Gen3 x8 of the card', NOTE.maxFrame],
});
