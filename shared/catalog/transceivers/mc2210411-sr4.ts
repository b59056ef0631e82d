import { defineTransceiverPart } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const mc2210411Sr4 = defineTransceiverPart({
  id: 'nvidia-mc2210411-sr4',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MC2210411-SR4',
  partNumber: 'MC2210411-SR4',
  standard: '40GBASE-SR4',
  cage: 'QSFP+',
  speedGbps: 40,
  connector: 'MPO-12',
  reachM: { OM3: 100, OM4: 150 },
  maxWatts: null,
  sources: [SOURCE.qsfpReach, SOURCE.sr4Mpo],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
});
