import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const r740 = defineServerPart({
  id: 'dell-r740',
  manufacturer: 'Dell',
  model: 'PowerEdge R740',
  partNumber: null,
  rackUnits: 2,
  slots: [
    { name: '1', gen: null, lanes: null },
    { name: '2', gen: null, lanes: null },
    { name: '3', gen: null, lanes: null },
    { name: '4', gen: null, lanes: null },
    { name: '5', gen: null, lanes: null },
    { name: '6', gen: null, lanes: null },
    { name: '7', gen: null, lanes: null },
    { name: '8', gen: null, lanes: null },
  ],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.r740],
  unverified: [NOTE.platformGen, NOTE.slotLanes],
});
