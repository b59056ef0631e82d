import { defineCableFamily } from '../define.ts';
import { SOURCE } from '../sources.ts';

/** One 40 Gb/s port to four of 10 Gb/s. */
export const breakoutDacQsfpPlus = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '40GbE to 4x10GbE QSFP+ breakout copper',
  medium: 'dac',
  connectorA: 'QSFP+',
  connectorB: 'SFP+',
  ways: 4,
  speedsGbps: [10],
  maxWatts: null,
  sources: [SOURCE.breakoutCables],
  unverified: [],
  stock: [
    { lengthM: 1, partNumber: 'MC2609130-001' },
    { lengthM: 3, partNumber: 'MC2609130-003' },
    { lengthM: 5, partNumber: 'MC2609125-005' },
  ],
});
