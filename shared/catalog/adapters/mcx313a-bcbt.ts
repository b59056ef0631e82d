import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx313aBcbt = defineAdapterPart({
  id: 'nvidia-mcx313a-bcbt',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 EN MCX313A',
  partNumber: 'MCX313A-BCBT',
  family: 'ConnectX-3 EN',
  ports: 1,
  cage: 'QSFP+',
  speedsGbps: [1, 10, 40, 56],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: null,
  sources: [SOURCE.winof, SOURCE.cx3RoceV1, SOURCE.kernelSpeeds],
  unverified: [NOTE.maxFrame, NOTE.cx3Pcie],
});
