import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT, STORAGE_LISTED } from '../sources.ts';

export const sn2410 = defineSwitchPart({
  id: 'nvidia-sn2410',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SN2410',
  partNumber: 'MSN2410-CB2FC',
  networkOs: 'cumulus',
  rackUnits: 1,
  portGroups: [
    { names: portNames('swp#', 1, 48), cage: 'SFP28', speedsGbps: [1, 10, 25], rows: 2 },
    {
      names: portNames('swp#', 49, 56),
      cage: 'QSFP28',
      speedsGbps: [10, 25, 40, 50, 100],
      rows: 2,
      splits: [SPLIT.into4x10, SPLIT.into4x25],
    },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [SOURCE.breakoutCables, SOURCE.netboxSn2410, SOURCE.mlxsw, SOURCE.azureLocalSwitches],
  orderNotes: [ORDER.airflow, ORDER.cumulusNumber],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
