import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const sr650V2 = defineServerPart({
  id: 'lenovo-sr650-v2',
  manufacturer: 'Lenovo',
  model: 'ThinkSystem SR650 V2',
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
  platformGen: 4,
  maxWatts: null,
  sources: [SOURCE.sr650v2],
  unverified: [NOTE.platformGen, NOTE.slotLanes],
});
