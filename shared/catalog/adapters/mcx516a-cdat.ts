import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx516aCdat = defineAdapterPart({
  id: 'nvidia-mcx516a-cdat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-5 Ex EN MCX516A-CD',
  partNumber: 'MCX516A-CDAT',
  family: 'ConnectX-5 Ex EN',
  ports: 2,
  cage: 'QSFP28',
  speedsGbps: [1, 10, 25, 40, 50, 100],
  pcie: { gen: 4, lanes: 16 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: 9600,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx5Interfaces, SOURCE.cx5Ocp, SOURCE.winof2],
  unverified: [NOTE.roceV1Beside],
});
