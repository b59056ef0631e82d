import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT } from '../sources.ts';

/** Twelve ports on half the width of a rack unit. */
export const sx1012 = defineSwitchPart({
  id: 'nvidia-sx1012',
  manufacturer: 'NVIDIA Mellanox',
  model: 'SX1012',
  partNumber: 'MSX1012B-2BFS',
  networkOs: 'mlnx-os',
  rackUnits: 1,
  portGroups: [
    {
      names: portNames('Eth1/#', 1, 12),
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
  maxWatts: null,
  sources: [SOURCE.breakoutCables, SOURCE.mellanoxMib, SOURCE.kernelSpeeds, SOURCE.fdrLicence],
  orderNotes: [ORDER.airflow, ORDER.fdrLicence, ORDER.partNumberUnread],
  unverified: [NOTE.frontRows, 'Height of 1 U at half width'],
});
