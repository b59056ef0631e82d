import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** 10 Gb/s direct attach: 30 AWG up to 3 m, 24 AWG above. */
export const dacSfpPlus = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '10GbE SFP+ passive copper',
  medium: 'dac',
  connectorA: 'SFP+',
  connectorB: 'SFP+',
  speedsGbps: [10],
  maxWatts: null,
  sources: [SOURCE.storSimpleCables, SOURCE.avidCables],
  unverified: [],
  stock: [
    { lengthM: 0.5, partNumber: 'MC3309130-00A' },
    { lengthM: 1, partNumber: 'MC3309130-001', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 2, partNumber: 'MC3309130-002', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 3, partNumber: 'MC3309130-003' },
    { lengthM: 5, partNumber: 'MC3309124-005' },
    { lengthM: 7, partNumber: 'MC3309124-007' },
  ],
});
