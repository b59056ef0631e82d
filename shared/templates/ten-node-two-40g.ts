import { portNames } from '../catalog/index.ts';
import { defineTemplate } from './define.ts';
import {
  adapter,
  cluster,
  nodes,
  numbered,
  onNode,
  profile,
  rackSwitch,
  storageNetwork,
  toSwitch,
} from './records.ts';
import { SOURCE } from './sources.ts';

export const tenNodeTwo40g = defineTemplate({
  id: 'ten-node-two-40g',
  name: 'Ten computers, two 40 GbE',
  summary: 'Two file servers and eight Hyper-V hosts, each with two single-port 40 Gb/s cards on one switch.',
  group: "From Microsoft's page",
  source: SOURCE.roce,
  draw() {
    const a = storageNetwork('Storage A', 711);
    const b = storageNetwork('Storage B', 712);
    // The ports are held at 40 Gb/s: both ends could run the maker's own 56 Gb/s rate.
    const cards = [
      adapter('2', 'nvidia-mcx313a-bcbt', { gen: 3, lanes: 8 }, 'RoCEv1', [{ network: a, speedGbps: 40 }]),
      adapter('3', 'nvidia-mcx313a-bcbt', { gen: 3, lanes: 8 }, 'RoCEv1', [{ network: b, speedGbps: 40 }]),
    ];
    const files = cluster('SOFS-CL1', 'file-server');
    const compute = cluster('HV-CL1', 'hyper-v');
    const fsProfile = profile('profile-fs', {
      name: 'File server',
      serverId: 'dell-r730xd',
      os: '2012r2',
      adapters: cards,
    });
    const hvProfile = profile('profile-hv', {
      name: 'Hyper-V host',
      serverId: 'dell-r630',
      os: '2012r2',
      adapters: cards,
    });
    const hv = nodes('HV', 8, compute, hvProfile);
    const fs = nodes('FS', 2, files, fsProfile);
    const tor = rackSwitch('TOR1', 'nvidia-sx1036');
    const ends = [...hv, ...fs].flatMap((node) => [onNode(node, '2', 1), onNode(node, '3', 1)]);
    return {
      networks: [a, b],
      clusters: [files, compute],
      profiles: [fsProfile, hvProfile],
      nodes: [...hv, ...fs],
      switches: [tor],
      links: numbered(toSwitch(ends, tor, portNames('Eth1/#', 1, 20), 3)),
    };
  },
});
