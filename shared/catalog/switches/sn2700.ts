import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT, STORAGE_LISTED } from '../sources.ts';

export const sn2700 = defineSwitchPart({
  id: 'nvidia-sn2700',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SN2700',
  partNumber: 'MSN2700-CS2FC',
  networkOs: 'cumulus',
  rackUnits: 1,
  portGroups: [
    {
      names: portNames('swp#', 1, 32),
      cage: 'QSFP28',
      speedsGbps: [10, 25, 40, 50, 100],
      rows: 2,
      splits: [SPLIT.into4x10, SPLIT.into4x25, SPLIT.into2x50],
    },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [
    SOURCE.breakoutCables,
    SOURCE.splitSn2700,
    SOURCE.netboxSn2700,
    SOURCE.mlxsw,
    SOURCE.azureLocalSwitches,
  ],
  orderNotes: [ORDER.airflow, ORDER.cumulusNumber],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
