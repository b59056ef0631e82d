import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const dl380Gen9 = defineServerPart({
  id: 'hpe-dl380-gen9',
  manufacturer: 'HPE',
  model: 'ProLiant DL380 Gen9',
  partNumber: '719064-B21',
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
  sources: [SOURCE.dl380Gen9],
  unverified: [NOTE.platformGen, NOTE.slotLanes],
});
