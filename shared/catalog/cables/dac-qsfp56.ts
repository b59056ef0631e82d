import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

export const dacQsfp56 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '200GbE QSFP56 passive copper',
  medium: 'dac',
  connectorA: 'QSFP56',
  connectorB: 'QSFP56',
  speedsGbps: [100, 200],
  maxWatts: 0.1,
  sources: [SOURCE.mcp1650, SOURCE.cableListSonic],
  orderNotes: [ORDER.lengthByNumber],
  unverified: ['Use at 100 Gb/s'],
  stock: [
    { lengthM: 0.5, partNumber: 'MCP1650-V00AE30' },
    { lengthM: 1, partNumber: 'MCP1650-V001E30' },
    { lengthM: 1.5, partNumber: 'MCP1650-V01AE30' },
    { lengthM: 2, partNumber: 'MCP1650-V002E26' },
    { lengthM: 2.5, partNumber: 'MCP1650-V02AE26' },
    { lengthM: 3, partNumber: 'MCP1650-V003E26' },
  ],
});
