import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE, STORAGE_LISTED } from '../sources.ts';

export const n9kC93180ycFx = defineSwitchPart({
  id: 'cisco-n9k-c93180yc-fx',
  manufacturer: 'Cisco',
  model: 'Nexus 93180YC-FX',
  partNumber: 'N9K-C93180YC-FX',
  networkOs: 'nx-os',
  rackUnits: 1,
  portGroups: [
    { names: portNames('Ethernet1/#', 1, 48), cage: 'SFP28', speedsGbps: [1, 10, 25], rows: 2 },
    { names: portNames('Ethernet1/#', 49, 54), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: 9216,
  maxWatts: null,
  sources: [SOURCE.netboxNexus, SOURCE.nxosTemplate, SOURCE.azureLocalSwitches],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
