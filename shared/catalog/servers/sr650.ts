import { defineServerPart } from '../define.ts';
import { NOTE, ORDER, SOURCE } from '../sources.ts';

export const sr650 = defineServerPart({
  id: 'lenovo-sr650',
  manufacturer: 'Lenovo',
  model: 'ThinkSystem SR650',
  partNumber: null,
  rackUnits: 2,
  slots: [],
  platformGen: 3,
  maxWatts: null,
  sources: [SOURCE.sr650],
  orderNotes: [ORDER.machineType7x06],
  unverified: [NOTE.platformGen, 'PCIe slots: none listed by the source'],
});
