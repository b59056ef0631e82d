import { defineServerPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

export const sr650 = defineServerPart({
  id: 'lenovo-sr650',
  manufacturer: 'Lenovo',
  model: 'ThinkSystem SR650',
  partNumber: '7X06',
  rackUnits: 2,
  slots: [],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.sr650],
  orderNotes: [ORDER.machineType],
  unverified: [NOTE.platformGen, 'PCIe slots: none listed by the source'],
});
