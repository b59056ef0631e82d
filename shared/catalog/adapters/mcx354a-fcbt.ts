import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx354aFcbt = defineAdapterPart({
  id: 'nvidia-mcx354a-fcbt',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 VPI MCX354A',
  partNumber: 'MCX354A-FCBT',
  family: 'ConnectX-3 VPI',
  ports: 2,
  cage: 'QSFP+',
  speedsGbps: [1, 10, 40, 56],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF (mlx4)',
  maxWatts: null,
  sources: [SOURCE.cx3VpiManual, SOURCE.winof, SOURCE.cx3RoceV1, SOURCE.kernelSpeeds],
  unverified: [NOTE.maxFrame],
});
