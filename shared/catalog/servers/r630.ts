import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r630 = defineServerPart({
  id: 'dell-r630',
  manufacturer: 'Dell',
  model: 'PowerEdge R630',
  partNumber: null,
  rackUnits: 1,
  slots: [
    { name: '1', gen: 3, lanes: null },
    { name: '2', gen: 3, lanes: null },
    { name: '3', gen: 3, lanes: null },
  ],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r630],
  unverified: [NOTE.slotLanes],
});
