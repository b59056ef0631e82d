import { defineServerPart } from '../define.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const sr630V3 = defineServerPart({
  id: 'lenovo-sr630-v3',
  manufacturer: 'Lenovo',
  model: 'ThinkSystem SR630 V3',
  partNumber: null,
  rackUnits: 1,
  slots: [
    { name: '1', gen: null, lanes: 16 },
    { name: '2', gen: null, lanes: 16 },
    { name: '3', gen: null, lanes: 16 },
    { name: '4', gen: null, lanes: 16 },
    { name: '5', gen: null, lanes: 16 },
  ],
  platformGen: 5,
  maxWatts: null,
  sources: [SOURCE.sr630v3, SOURCE.sr630v3Slots],
  unverified: [NOTE.platformGen, 'Slot 4 is x8 or x16 by backplane; slots depend on the risers'],
});
