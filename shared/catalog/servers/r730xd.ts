import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r730xd = defineServerPart({
  id: 'dell-r730xd',
  manufacturer: 'Dell',
  model: 'PowerEdge R730xd',
  partNumber: null,
  rackUnits: 2,
  slots: [
    { name: '1', gen: null, lanes: null },
    { name: '2', gen: null, lanes: null },
    { name: '3', gen: null, lanes: null },
    { name: '4', gen: null, lanes: null },
    { name: '5', gen: null, lanes: null },
    { name: '6', gen: null, lanes: null },
  ],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r730xd],
  unverified: [NOTE.platformGen, NOTE.slotLanes],
});
