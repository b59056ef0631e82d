import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** For the 56 Gb/s rate between two adapters or with an SX10xx switch of the same maker. */
export const dacQsfpPlusFdr = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: 'VPI FDR/56GbE QSFP+ passive copper',
  medium: 'dac',
  connectorA: 'QSFP+',
  connectorB: 'QSFP+',
  speedsGbps: [56],
  maxWatts: null,
  sources: [SOURCE.fdrCableUse, SOURCE.fdrCableTable, SOURCE.kernelSpeeds],
  orderNotes: [ORDER.lengthByNumber],
  unverified: [],
  stock: [
    { lengthM: 0.5, partNumber: 'MC2207130-00A' },
    { lengthM: 1, partNumber: 'MC2207130-001', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 2, partNumber: 'MC2207130-002', orderNotes: [ORDER.partNumberByNumbering] },
    { lengthM: 3, partNumber: 'MC2207128-003' },
  ],
});
