import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mma2p00As = defineTransceiverPart({
  id: 'nvidia-mma2p00-as',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MMA2P00-AS',
  partNumber: 'MMA2P00-AS',
  standard: '25GBASE-SR',
  cage: 'SFP28',
  speedGbps: 25,
  connector: 'LC duplex',
  reachM: { OM3: 70, OM4: 100 },
  maxWatts: null,
  sources: [SOURCE.cisco25gFaq, SOURCE.dgxTransceivers, SOURCE.cx7FecTable],
  unverified: ['Reach of 70 m on OM3'],
});
