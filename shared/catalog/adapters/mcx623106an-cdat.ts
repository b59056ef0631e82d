import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const mcx623106anCdat = defineAdapterPart({
  id: 'nvidia-mcx623106an-cdat',
  manufacturer: 'NVIDIA Mellanox',
  model: 'ConnectX-6 Dx EN MCX623106AN',
  partNumber: 'MCX623106AN-CDAT',
  family: 'ConnectX-6 Dx EN',
  ports: 2,
  cage: 'QSFP56',
  speedsGbps: [1, 10, 25, 40, 50, 100],
  pcie: { gen: 4, lanes: 16 },
  rdma: ['RoCEv1', 'RoCEv2'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'WinOF-2 (mlx5)',
  maxWatts: null,
  sources: [SOURCE.kernelSpeeds, SOURCE.winof2],
  unverified: ['PCIe Gen4 x16 and the cage of the card', NOTE.maxFrame, NOTE.roceV1Beside],
});
