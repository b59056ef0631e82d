import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE, STORAGE_LISTED } from '../sources.ts';

export const dcs7050sx348yc8 = defineSwitchPart({
  id: 'arista-7050sx3-48yc8',
  manufacturer: 'Arista',
  model: 'DCS-7050SX3-48YC8',
  partNumber: 'DCS-7050SX3-48YC8-F',
  networkOs: 'eos',
  rackUnits: 1,
  portGroups: [
    { names: portNames('Ethernet#', 1, 48), cage: 'SFP28', speedsGbps: [1, 10, 25], rows: 2 },
    { names: portNames('Ethernet#/1', 49, 56), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [SOURCE.netboxArista7050sx3, SOURCE.azureLocalSwitches],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
