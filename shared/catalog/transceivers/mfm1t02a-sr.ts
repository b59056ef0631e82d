import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mfm1t02aSr = defineTransceiverPart({
  id: 'nvidia-mfm1t02a-sr',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MFM1T02A-SR',
  partNumber: 'MFM1T02A-SR',
  standard: '10GBASE-SR',
  cage: 'SFP+',
  speedGbps: 10,
  connector: 'LC duplex',
  reachM: { OM3: 300, OM4: 400 },
  maxWatts: null,
  sources: [SOURCE.sr10, SOURCE.avidCables],
  unverified: [],
});
