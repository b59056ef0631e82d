import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** Attached fibre for 10 Gb/s; the lengths are in the part numbers. */
export const aocSfpPlus = defineCableFamily({
  manufacturer: 'Cisco',
  model: '10GBASE active optical cable',
  medium: 'aoc',
  connectorA: 'SFP+',
  connectorB: 'SFP+',
  speedsGbps: [10],
  maxWatts: null,
  sources: [SOURCE.ciscoSfp10],
  orderNotes: [ORDER.partNumberByNumbering],
  unverified: [],
  stock: [
    { lengthM: 1, partNumber: 'SFP-10G-AOC1M' },
    { lengthM: 2, partNumber: 'SFP-10G-AOC2M' },
    { lengthM: 3, partNumber: 'SFP-10G-AOC3M' },
    { lengthM: 5, partNumber: 'SFP-10G-AOC5M' },
    { lengthM: 7, partNumber: 'SFP-10G-AOC7M' },
    { lengthM: 10, partNumber: 'SFP-10G-AOC10M' },
  ],
});
