import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE, SPLIT, STORAGE_LISTED } from '../sources.ts';

/** Sixteen ports on half the width of a rack unit. */
export const sn2100 = defineSwitchPart({
  id: 'nvidia-sn2100',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SN2100',
  partNumber: 'MSN2100-CB2FC',
  networkOs: 'cumulus',
  rackUnits: 1,
  portGroups: [
    {
      names: portNames('swp#', 1, 16),
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
  sources: [
    SOURCE.breakoutCables,
    SOURCE.splitSn2100,
    SOURCE.netboxSn2100,
    SOURCE.mlxsw,
    SOURCE.azureLocalSwitches,
  ],
  unverified: [NOTE.frontRows, NOTE.seriesMatch],
});
