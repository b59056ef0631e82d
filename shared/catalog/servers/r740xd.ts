import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r740xd = defineServerPart({
  id: 'dell-r740xd',
  manufacturer: 'Dell',
  model: 'PowerEdge R740xd',
  partNumber: null,
  rackUnits: 2,
  slots: [],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r740xd],
  unverified: [NOTE.platformGen, 'PCIe slots: none listed by the source'],
});
