import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** 40 Gb/s direct attach. */
export const dacQsfpPlus = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '40GbE QSFP+ passive copper',
  medium: 'dac',
  connectorA: 'QSFP+',
  connectorB: 'QSFP+',
  speedsGbps: [40],
  maxWatts: null,
  sources: [SOURCE.netqOptics, SOURCE.avidCables, SOURCE.qsfpReach],
  orderNotes: [ORDER.lengthByNumber],
  unverified: [],
  stock: [
    { lengthM: 1, partNumber: 'MC2210130-001', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 2, partNumber: 'MC2210130-002' },
    { lengthM: 3, partNumber: 'MC2210128-003' },
    { lengthM: 4, partNumber: 'MC2210126-004', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 5, partNumber: 'MC2210126-005' },
  ],
});
