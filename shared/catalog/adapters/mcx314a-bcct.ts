import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx314aBcct = defineAdapterPart({
  id: 'nvidia-mcx314a-bcct',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 Pro EN MCX314A',
  partNumber: 'MCX314A-BCCT',
  family: 'ConnectX-3 Pro EN',
  ports: 2,
  cage: 'QSFP+',
  speedsGbps: [1, 10, 40, 56],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: null,
  sources: [SOURCE.winof, SOURCE.winofPro, SOURCE.kernelSpeeds],
  unverified: [NOTE.maxFrame, NOTE.cx3Pcie],
});
