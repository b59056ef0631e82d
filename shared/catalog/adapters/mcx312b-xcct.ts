import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx312bXcct = defineAdapterPart({
  id: 'nvidia-mcx312b-xcct',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 Pro EN MCX312B',
  partNumber: 'MCX312B-XCCT',
  family: 'ConnectX-3 Pro EN',
  ports: 2,
  cage: 'SFP+',
  speedsGbps: [1, 10],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: null,
  sources: [SOURCE.winof, SOURCE.winofPro],
  unverified: [NOTE.maxFrame, NOTE.cx3Pcie],
});
