import { defineAdapterPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

/** The maker names the PCI bus as its limit: two 100G ports ask for more than Gen3 x16 carries. */
export const t62100Cr = defineAdapterPart({
  id: 'chelsio-t62100-cr',
  manufacturer: 'Chelsio',
  model: 'T62100-CR',
  partNumber: 'T62100-CR',
  family: 'Terminator 6',
  ports: 2,
  cage: 'QSFP28',
  speedsGbps: [40, 50, 100],
  pcie: { gen: 3, lanes: 16 },
  rdma: ['iWARP'],
  cardLimitGbps: null,
  maxFrameBytes: null,
  driver: 'Chelsio Unified Wire for Windows',
  maxWatts: null,
  sources: [SOURCE.chelsioDpdk, SOURCE.chelsioBsd, SOURCE.chelsioT6],
  unverified: [
    'PCIe Gen3 x16 of the card',
    'Windows driver: the read-me at hand covers T4 and T5 only',
    NOTE.maxFrame,
  ],
});
