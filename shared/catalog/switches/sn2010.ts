import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE, STORAGE_LISTED } from '../sources.ts';

export const sn2010 = defineSwitchPart({
  id: 'nvidia-sn2010',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SN2010',
  partNumber: 'MSN2010-CB2FC',
  networkOs: 'cumulus',
  rackUnits: 1,
  portGroups: [
    { names: portNames('swp#', 1, 18), cage: 'SFP28', speedsGbps: [1, 10, 25], rows: 2 },
    { names: portNames('swp#', 19, 22), cage: 'QSFP28', speedsGbps: [10, 25, 40, 50, 100], rows: 2 },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [SOURCE.netboxSn2010, SOURCE.mlxsw, SOURCE.azureLocalSwitches],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
