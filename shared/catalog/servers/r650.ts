import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r650 = defineServerPart({
  id: 'dell-r650',
  manufacturer: 'Dell',
  model: 'PowerEdge R650',
  partNumber: null,
  rackUnits: 1,
  slots: [
    { name: '1', gen: 4, lanes: null },
    { name: '2', gen: 4, lanes: null },
    { name: '3', gen: 4, lanes: null },
  ],
  platformGen: 4,
  maxWatts: null,
  sources: [SOURCE.r650],
  unverified: [NOTE.slotLanes, 'Slots 2 and 3 depend on the riser'],
});
