import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx512aAcat = defineAdapterPart({
  id: 'nvidia-mcx512a-acat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-5 EN MCX512A',
  partNumber: 'MCX512A-ACAT',
  family: 'ConnectX-5 EN',
  ports: 2,
  cage: 'SFP28',
  speedsGbps: [1, 10, 25],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: 9600,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx5Manual, SOURCE.winof2],
  unverified: [NOTE.roceV1Beside],
});
