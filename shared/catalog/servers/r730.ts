import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r730 = defineServerPart({
  id: 'dell-r730',
  manufacturer: 'Dell',
  model: 'PowerEdge R730',
  partNumber: null,
  rackUnits: 2,
  slots: [],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r730],
  unverified: [NOTE.platformGen, 'PCIe slots: none listed by the source'],
});
