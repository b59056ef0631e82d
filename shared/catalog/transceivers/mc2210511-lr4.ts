import { defineTransceiverPart } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const mc2210511Lr4 = defineTransceiverPart({
  id: 'nvidia-mc2210511-lr4',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MC2210511-LR4',
  partNumber: 'MC2210511-LR4',
  standard: '40GBASE-LR4',
  cage: 'QSFP+',
  speedGbps: 40,
  connector: 'LC duplex',
  reachM: { OS2: 10000 },
  maxWatts: null,
  sources: [SOURCE.qsfpReach, SOURCE.qsfpClasses],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
});
