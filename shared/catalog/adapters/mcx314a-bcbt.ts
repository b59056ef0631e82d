import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

/** Both ports at 40 Gb/s ask for more than Gen3 x8 carries. */
export const mcx314aBcbt = defineAdapterPart({
  id: 'nvidia-mcx314a-bcbt',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 EN MCX314A',
  partNumber: 'MCX314A-BCBT',
  family: 'ConnectX-3 EN',
  ports: 2,
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
