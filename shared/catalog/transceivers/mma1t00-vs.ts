import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mma1t00Vs = defineTransceiverPart({
  id: 'nvidia-mma1t00-vs',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MMA1T00-VS',
  partNumber: 'MMA1T00-VS',
  standard: '200GBASE-SR4',
  cage: 'QSFP56',
  speedGbps: 200,
  connector: 'MPO-12',
  reachM: { OM3: 70, OM4: 100 },
  maxWatts: 5,
  sources: [SOURCE.mma1t00, SOURCE.mma1t00Limits, SOURCE.dgxTransceivers],
  unverified: ['Reach of 70 m on OM3'],
});
