import { defineCableFamily } from '../define.ts';
import { ORDER, SOURCE } from '../sources.ts';

/** 25 Gb/s direct attach. Suffix N needs no FEC, L needs RS-FEC; the number before it is the wire gauge. */
export const dacSfp28 = defineCableFamily({
  manufacturer: 'NVIDIA Mellanox',
  model: '25GbE SFP28 passive copper',
  medium: 'dac',
  connectorA: 'SFP28',
  connectorB: 'SFP28',
  speedsGbps: [10, 25],
  maxWatts: 0.1,
  sources: [SOURCE.mcp2m00, SOURCE.cableListSonic, SOURCE.avidCables],
  orderNotes: [ORDER.lengthByNumber],
  unverified: [],
  stock: [
    { lengthM: 0.5, partNumber: 'MCP2M00-A00AE30N' },
    { lengthM: 1, partNumber: 'MCP2M00-A001E30N' },
    { lengthM: 1.5, partNumber: 'MCP2M00-A01AE30N' },
    { lengthM: 2, partNumber: 'MCP2M00-A002E30N' },
    { lengthM: 2.5, partNumber: 'MCP2M00-A02AE26N' },
    { lengthM: 3, partNumber: 'MCP2M00-A003E26N' },
    { lengthM: 4, partNumber: 'MCP2M00-A004E26L' },
    { lengthM: 5, partNumber: 'MCP2M00-A005E26L' },
  ],
});
