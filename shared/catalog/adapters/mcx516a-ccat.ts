import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

/** Both ports at 100 Gb/s ask for more than Gen3 x16 carries. */
export const mcx516aCcat = defineAdapterPart({
  id: 'nvidia-mcx516a-ccat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-5 EN MCX516A-CC',
  partNumber: 'MCX516A-CCAT',
  family: 'ConnectX-5 EN',
  ports: 2,
  cage: 'QSFP28',
  speedsGbps: [1, 10, 25, 40, 50, 100],
  pcie: { gen: 3, lanes: 16 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: 9600,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.cx5Manual, SOURCE.cx5Bandwidth, SOURCE.winof2],
  unverified: [NOTE.roceV1Beside],
});
