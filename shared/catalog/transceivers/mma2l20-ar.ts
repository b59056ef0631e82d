import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mma2l20Ar = defineTransceiverPart({
  id: 'nvidia-mma2l20-ar',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MMA2L20-AR',
  partNumber: 'MMA2L20-AR',
  standard: '25GBASE-LR',
  cage: 'SFP28',
  speedGbps: 25,
  connector: 'LC duplex',
  reachM: { OS2: 10000 },
  maxWatts: null,
  sources: [SOURCE.cisco25gFaq, SOURCE.dgxTransceivers, SOURCE.cx7FecTable],
  unverified: [],
});
