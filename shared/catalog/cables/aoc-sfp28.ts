import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const aocSfp28 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '25GbE SFP28 active optical cable',
  medium: 'aoc',
  connectorA: 'SFP28',
  connectorB: 'SFP28',
  speedsGbps: [25],
  maxWatts: null,
  sources: [SOURCE.cableFaq],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
  stock: [
    { lengthM: 3, partNumber: 'MFA2P10-A003' },
    { lengthM: 5, partNumber: 'MFA2P10-A005' },
    { lengthM: 7, partNumber: 'MFA2P10-A007' },
    { lengthM: 10, partNumber: 'MFA2P10-A010' },
    { lengthM: 15, partNumber: 'MFA2P10-A015' },
    { lengthM: 20, partNumber: 'MFA2P10-A020' },
    { lengthM: 30, partNumber: 'MFA2P10-A030' },
  ],
});
