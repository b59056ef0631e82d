import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx415aCcat = defineAdapterPart({
  id: 'nvidia-mcx415a-ccat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-4 EN MCX415A',
  partNumber: 'MCX415A-CCAT',
  family: 'ConnectX-4 EN',
  ports: 1,
  cage: 'QSFP28',
  speedsGbps: [1, 10, 25, 40, 50, 100],
  pcie: { gen: 3, lanes: 16 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: 9600,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx4EnIntro, SOURCE.cx4Manual, SOURCE.winof2],
  unverified: [NOTE.roceV1Beside],
});
