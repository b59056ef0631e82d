import { defineSwitchPart } from '../define.ts';
import { portNames } from '../port-names.ts';
import { NOTE, SOURCE } from '../sources.ts';

export const dcs7050sx64 = defineSwitchPart({
  id: 'arista-7050sx-64',
  manufacturer: 'Arista',
  model: 'DCS-7050SX-64',
  partNumber: 'DCS-7050SX-64-F',
  networkOs: 'eos',
  rackUnits: 1,
  portGroups: [
    { names: portNames('Ethernet#', 1, 48), cage: 'SFP+', speedsGbps: [1, 10], rows: 2 },
    { names: portNames('Ethernet#/1', 49, 52), cage: 'QSFP+', speedsGbps: [10, 40], rows: 2 },
  ],
  pfc: 'unknown',
  trafficClasses: null,
  ecn: null,
  maxMtu: null,
  maxWatts: null,
  sources: [SOURCE.netboxArista7050sx],
  unverified: [NOTE.frontRows],
});
