import { defineAdapterPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

export const ql41262hmcu = defineAdapterPart({
  id: 'marvell-ql41262hmcu',
  manufacturer: 'Marvell',
  model: 'FastLinQ QL41262HMCU',
  partNumber: 'QL41262HMCU',
  family: 'FastLinQ 41000',
  ports: 2,
  cage: 'SFP28',
  speedsGbps: [10, 25],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1', 'RoCEv2', 'iWARP'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Marvell FastLinQ',
  maxWatts: null,
  sources: [SOURCE.marvellPaper],
  orderNotes: [ORDER.partNumberUnread],
  unverified: [
    'PCIe Gen3 x8 of the card',
    'RoCE on Windows; iWARP on Windows is in use in a published Azure Local build',
    NOTE.maxFrame,
  ],
});
