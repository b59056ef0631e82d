import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const aocQsfp28 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '100GbE QSFP28 active optical cable',
  medium: 'aoc',
  connectorA: 'QSFP28',
  connectorB: 'QSFP28',
  speedsGbps: [100],
  maxWatts: null,
  sources: [SOURCE.mfa1a00, SOURCE.avidCables, SOURCE.qsfp28Basics],
  orderNotes: [ORDER.lengthByNumber],
  unverified: [],
  stock: [
    { lengthM: 3, partNumber: 'MFA1A00-C003' },
    { lengthM: 5, partNumber: 'MFA1A00-C005' },
    { lengthM: 10, partNumber: 'MFA1A00-C010' },
    { lengthM: 15, partNumber: 'MFA1A00-C015' },
    { lengthM: 20, partNumber: 'MFA1A00-C020' },
    { lengthM: 30, partNumber: 'MFA1A00-C030' },
    { lengthM: 50, partNumber: 'MFA1A00-C050' },
    { lengthM: 100, partNumber: 'MFA1A00-C100' },
  ],
});
