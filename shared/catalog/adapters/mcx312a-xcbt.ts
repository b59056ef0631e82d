import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx312aXcbt = defineAdapterPart({
  id: 'nvidia-mcx312a-xcbt',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 EN MCX312A',
  partNumber: 'MCX312A-XCBT',
  family: 'ConnectX-3 EN',
  ports: 2,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: 6.2,
  sources: [SOURCE.cx3EnManual, SOURCE.winof, SOURCE.cx3RoceV1, SOURCE.boardPower],
  unverified: [
    NOTE.maxFrame,
    'Greatest draw 6.2 W: from a collection of figures, not read in the maker’s manual',
  ],
});
