import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const dl380Gen11 = defineServerPart({
  id: 'hpe-dl380-gen11',
  manufacturer: 'HPE',
  model: 'ProLiant DL380 Gen11',
  partNumber: 'P52534-B21',
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
  platformGen: 5,
  maxWatts: null,
  sources: [SOURCE.dl380Gen11],
  unverified: [NOTE.platformGen, NOTE.slotLanes],
});
