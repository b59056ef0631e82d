import { defineTransceiverPart } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const mfm1t02aLr = defineTransceiverPart({
  id: 'nvidia-mfm1t02a-lr',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MFM1T02A-LR',
  partNumber: 'MFM1T02A-LR',
  standard: '10GBASE-LR',
  cage: 'SFP+',
  speedGbps: 10,
  connector: 'LC duplex',
  reachM: { OS2: 10000 },
  maxWatts: null,
  sources: [SOURCE.avidCables],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
});
