import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx311aXcat = defineAdapterPart({
  id: 'nvidia-mcx311a-xcat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 EN MCX311A',
  partNumber: 'MCX311A-XCAT',
  family: 'ConnectX-3 EN',
  ports: 1,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 3, lanes: 4 },
  rdma: ['RoCEv1'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: 4.84,
  sources: [SOURCE.cx3EnManual, SOURCE.winof, SOURCE.cx3RoceV1, SOURCE.boardPower],
  unverified: [
    NOTE.maxFrame,
    'Greatest draw 4.84 W: from a collection of figures, not read in the maker’s manual',
  ],
});
