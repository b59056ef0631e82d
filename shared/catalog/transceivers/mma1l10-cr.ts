import { defineTransceiverPart } from '../define.ts';
import { SOURCE } from '../sources.ts';

export const mma1l10Cr = defineTransceiverPart({
  id: 'nvidia-mma1l10-cr',
  manufacturer: 'NVIDIA Mellanox',
  model: 'MMA1L10-CR',
  partNumber: 'MMA1L10-CR',
  standard: '100GBASE-LR4',
  cage: 'QSFP28',
  speedGbps: 100,
  connector: 'LC duplex',
  reachM: { OS2: 10000 },
  maxWatts: 4,
  sources: [SOURCE.lr4Module, SOURCE.cx7FecTable, SOURCE.qsfp28Basics],
  unverified: ['Greatest draw 4 W: of a module of this standard by another maker'],
});
