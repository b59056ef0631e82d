import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx631102anAdat = defineAdapterPart({
  id: 'nvidia-mcx631102an-adat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-6 Lx EN MCX631102AN',
  partNumber: 'MCX631102AN-ADAT',
  family: 'ConnectX-6 Lx EN',
  ports: 2,
  cage: 'SFP28',
  speedsGbps: [1, 10, 25],
  pcie: { gen: 4, lanes: 8 },
  rdma: ['RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx6LxHpe, SOURCE.kernelSpeeds, SOURCE.winof2],
  unverified: ['PCIe Gen4 x8 of the card', NOTE.maxFrame, 'RoCE v1 beside RoCE v2'],
});
