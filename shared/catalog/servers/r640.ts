import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r640 = defineServerPart({
  id: 'dell-r640',
  manufacturer: 'Dell',
  model: 'PowerEdge R640',
  partNumber: null,
  rackUnits: 1,
  slots: [
    { name: '1', gen: 3, lanes: null },
    { name: '2', gen: 3, lanes: null },
    { name: '3', gen: 3, lanes: null },
  ],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r640],
  unverified: [NOTE.slotLanes],
});
