import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE, STORAGE_LISTED } from '../sources.ts';

export const dcs7060cx32s = defineSwitchPart({
  id: 'arista-7060cx-32s',
  manufacturer: 'Arista',
  model: 'DCS-7060CX-32S',
  partNumber: 'DCS-7060CX-32S-F',
  networkOs: 'eos',
  rackUnits: 1,
  portGroups: [
    { names: portNames('Ethernet#/1', 1, 32), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
    { names: portNames('Ethernet#', 33, 34), cage: 'SFP+', speedsGbps: [1, 10], rows: 2 },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [SOURCE.netboxArista7060cx, SOURCE.azureLocalSwitches],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
