import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const aocQsfp56 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '200GbE QSFP56 active optical cable',
  medium: 'aoc',
  connectorA: 'QSFP56',
  connectorB: 'QSFP56',
  speedsGbps: [200],
  maxWatts: null,
  sources: [SOURCE.cableFaq],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
  stock: [
    { lengthM: 3, partNumber: 'MFS1S00-V003E' },
    { lengthM: 5, partNumber: 'MFS1S00-V005E' },
    { lengthM: 10, partNumber: 'MFS1S00-V010E' },
    { lengthM: 15, partNumber: 'MFS1S00-V015E' },
    { lengthM: 20, partNumber: 'MFS1S00-V020E' },
    { lengthM: 30, partNumber: 'MFS1S00-V030E' },
    { lengthM: 50, partNumber: 'MFS1S00-V050E' },
    { lengthM: 100, partNumber: 'MFS1S00-V100E' },
  ],
});
