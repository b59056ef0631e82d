import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT } from '../sources.ts';

export const sx1036 = defineSwitchPart({
  id: 'nvidia-sx1036',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SX1036',
  partNumber: 'MSX1036B-1SFS',
  networkOs: 'mlnx-os',
  rackUnits: 1,
  portGroups: [
    {
      names: portNames('Eth1/#', 1, 36),
      cage: 'QSFP+',
      speedsGbps: [10, 40, 56],
      rows: 2,
      splits: [SPLIT.into4x10],
    },
  ],
  pfc: 'unknown',
  trafficClasses: null,
  ecn: null,
  maxMtu: null,
  maxWatts: 224,
  sources: [
    SOURCE.breakoutCables,
    SOURCE.netboxSx1036,
    SOURCE.sx1036Number,
    SOURCE.mellanoxMib,
    SOURCE.kernelSpeeds,
    SOURCE.fdrLicence,
  ],
  orderNotes: [ORDER.airflow, ORDER.fdrLicence],
  unverified: [NOTE.frontRows],
});
