import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, STORAGE_LISTED } from '../sources.ts';

export const s4148fOn = defineSwitchPart({
  id: 'dell-s4148f-on',
  manufacturer: 'Dell',
  model: 'PowerSwitch S4148F-ON',
  partNumber: null,
  networkOs: 'os10',
  rackUnits: 1,
  portGroups: [
    { names: portNames('ethernet1/1/#', 1, 24), cage: 'SFP+', speedsGbps: [10], rows: 2 },
    { names: portNames('ethernet1/1/#', 25, 26), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
    { names: portNames('ethernet1/1/#', 27, 28), cage: 'QSFP+', speedsGbps: [10, 40], rows: 2 },
    { names: portNames('ethernet1/1/#', 29, 30), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
    { names: portNames('ethernet1/1/#', 31, 54), cage: 'SFP+', speedsGbps: [10], rows: 2 },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: 9216,
  maxWatts: null,
  sources: [SOURCE.netboxS4148, SOURCE.os10Template, SOURCE.azureLocalSwitches],
  orderNotes: [ORDER.codeByAirflow],
  unverified: [
    'Interfaces 27 and 28 are taken as QSFP+; the device library lists all six as QSFP28',
    NOTE.frontRows,
    NOTE.seriesMatch,
  ],
});
