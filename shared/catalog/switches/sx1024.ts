import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT } from '../sources.ts';

export const sx1024 = defineSwitchPart({
  id: 'nvidia-sx1024',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SX1024',
  partNumber: 'MSX1024B-2BFS',
  networkOs: 'mlnx-os',
  rackUnits: 1,
  portGroups: [
    { names: portNames('Eth1/#', 1, 48), cage: 'SFP+', speedsGbps: [1, 10], rows: 2 },
    {
      names: portNames('Eth1/#', 49, 60),
      cage: 'QSFP+',
      speedsGbps: [1, 10, 40, 56],
      rows: 2,
      splits: [SPLIT.into4x10],
    },
  ],
  pfc: 'unknown',
  trafficClasses: null,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [
    SOURCE.breakoutCables,
    SOURCE.netboxSx1024,
    SOURCE.sx1024Paper,
    SOURCE.mellanoxMib,
    SOURCE.fdrLicence,
  ],
  orderNotes: [ORDER.airflow, ORDER.fdrLicence],
  unverified: [NOTE.frontRows],
});
