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

export const eightNodeDual10g = defineTemplate({
  id: 'eight-node-dual-10g',
  name: 'Eight computers, dual 10 GbE',
  summary: 'Two file servers and six Hyper-V hosts, each with both ports of a 10 Gb/s card on one switch.',
  group: "From Microsoft's page",
  source: SOURCE.roce,
  draw() {
    const networks = [storageNetwork('Storage A', 711), storageNetwork('Storage B', 712)];
    const card = adapter(
      '2',
      'nvidia-mcx312a-xcbt',
      { gen: 3, lanes: 8 },
      'RoCEv1',
      networks.map((network) => ({ network })),
    );
    const files = cluster('SOFS-CL1', 'file-server');
    const compute = cluster('HV-CL1', 'hyper-v');
    const fsProfile = profile('profile-fs', {
      name: 'File server',
      serverId: 'dell-r730xd',
      os: '2012r2',
      adapters: [card],
    });
    const hvProfile = profile('profile-hv', {
      name: 'Hyper-V host',
      serverId: 'dell-r630',
      os: '2012r2',
      adapters: [card],
    });
    const hv = nodes('HV', 6, compute, hvProfile);
    const fs = nodes('FS', 2, files, fsProfile);
    const tor = rackSwitch('TOR1', 'dell-s4128f-on');
    const ends = [...hv, ...fs].flatMap((node) => [onNode(node, '2', 1), onNode(node, '2', 2)]);
    return {
      networks,
      clusters: [files, compute],
      profiles: [fsProfile, hvProfile],
      nodes: [...hv, ...fs],
      switches: [tor],
      links: numbered(toSwitch(ends, tor, portNames('ethernet1/1/#', 1, 16), 3)),
    };
  },
});
