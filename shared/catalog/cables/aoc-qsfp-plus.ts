import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const aocQsfpPlus = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '40GbE QSFP+ active optical cable',
  medium: 'aoc',
  connectorA: 'QSFP+',
  connectorB: 'QSFP+',
  speedsGbps: [40],
  maxWatts: null,
  sources: [SOURCE.cableFaq],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
  stock: [
    { lengthM: 3, partNumber: 'MC2210310-003' },
    { lengthM: 5, partNumber: 'MC2210310-005' },
    { lengthM: 10, partNumber: 'MC2210310-010' },
    { lengthM: 15, partNumber: 'MC2210310-015' },
    { lengthM: 20, partNumber: 'MC2210310-020' },
    { lengthM: 30, partNumber: 'MC2210310-030' },
    { lengthM: 50, partNumber: 'MC2210310-050' },
    { lengthM: 100, partNumber: 'MC2210310-100' },
  ],
});
