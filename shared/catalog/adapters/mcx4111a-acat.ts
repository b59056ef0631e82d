import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx4111aAcat = defineAdapterPart({
  id: 'nvidia-mcx4111a-acat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-4 Lx EN MCX4111A',
  partNumber: 'MCX4111A-ACAT',
  family: 'ConnectX-4 Lx EN',
  ports: 1,
  cage: 'SFP28',
  speedsGbps: [1, 10, 25],
  pcie: { gen: 3, lanes: 8 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: 9600,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx4LxIntro, SOURCE.cx4LxManual, SOURCE.winof2],
  unverified: [NOTE.roceV1Beside],
});
