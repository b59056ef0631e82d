import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx353aFcbt = defineAdapterPart({
  id: 'nvidia-mcx353a-fcbt',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-3 VPI MCX353A',
  partNumber: 'MCX353A-FCBT',
  family: 'ConnectX-3 VPI',
  ports: 1,
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
