import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mc2210411Sr4e = defineTransceiverPart({
  id: 'nvidia-mc2210411-sr4e',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MC2210411-SR4E',
  partNumber: 'MC2210411-SR4E',
  standard: '40GBASE-eSR4',
  cage: 'QSFP+',
  speedGbps: 40,
  connector: 'MPO-12',
  reachM: { OM3: 300, OM4: 400 },
  maxWatts: null,
  sources: [SOURCE.qsfpReach, SOURCE.avidCables],
  unverified: [],
});
