import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, ORDER, SOURCE, SPLIT, STORAGE_LISTED } from '../sources.ts';

export const s5248fOn = defineSwitchPart({
  id: 'dell-s5248f-on',
  manufacturer: 'Dell',
  model: 'PowerSwitch S5248F-ON',
  partNumber: null,
  networkOs: 'os10',
  rackUnits: 1,
  portGroups: [
    { names: portNames('ethernet1/1/#', 1, 48), cage: 'SFP28', speedsGbps: [10, 25], rows: 2 },
    {
      names: portNames('ethernet1/1/#', 53, 56),
      cage: 'QSFP28',
      speedsGbps: [10, 25, 40, 50, 100],
      rows: 2,
      splits: [SPLIT.into4x10, SPLIT.into4x25, SPLIT.into2x50],
    },
  ],
  ...STORAGE_LISTED.facts,
  ecn: null,
  maxMtu: 9216,
  maxWatts: 647,
  sources: [SOURCE.netboxS5248, SOURCE.hedgehog, SOURCE.os10Template, SOURCE.azureLocalSwitches],
  orderNotes: [ORDER.codeByAirflow],
  unverified: [
    'Two QSFP28-DD cages (interfaces 49 to 52) are left out: the model knows no QSFP-DD cage',
    NOTE.frontRows,
    NOTE.seriesMatch,
  ],
});
