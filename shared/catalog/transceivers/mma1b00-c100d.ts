import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mma1b00C100d = defineTransceiverPart({
  id: 'nvidia-mma1b00-c100d',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MMA1B00-C100D',
  partNumber: 'MMA1B00-C100D',
  standard: '100GBASE-SR4',
  cage: 'QSFP28',
  speedGbps: 100,
  connector: 'MPO-12',
  reachM: { OM3: 70, OM4: 100 },
  maxWatts: null,
  sources: [SOURCE.qsfp28Basics, SOURCE.dgxTransceivers, SOURCE.avidCables],
  unverified: [],
});
