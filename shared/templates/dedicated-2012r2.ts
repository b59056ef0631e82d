import { portNames } from '../catalog/index.ts';
import { defineTemplate } from './define.ts';
import {
  adapter,
  between,
  cluster,
  lbfoTeam,
  managementNetwork,
  managementVnic,
  nodes,
  numbered,
  onNode,
  profile,
  rackSwitch,
  storageNetwork,
  toSwitch,
} from './records.ts';
import { SOURCE } from './sources.ts';

export const dedicated2012r2 = defineTemplate({
  id: 'dedicated-2012r2',
  name: 'Six computers, dedicated 10 GbE beside a team',
  summary:
    'Two file servers and four Hyper-V hosts with Windows Server 2012 R2: RDMA cards of their own, an LBFO team for the rest, two switches.',
  group: 'Dedicated adapters',
  source: SOURCE.roce,
  draw() {
    const management = managementNetwork();
    const a = storageNetwork('Storage A', 711);
    const b = storageNetwork('Storage B', 712);
    const members = [1, 2].map((port) => ({ slot: '3', port }));
    const cards = [
      adapter('2', 'nvidia-mcx312a-xcbt', { gen: 3, lanes: 8 }, 'RoCEv1', [{ network: a }, { network: b }]),
      adapter('3', 'intel-x520-da2', { gen: 3, lanes: 8 }, null, [{ network: null }, { network: null }]),
    ];
    const files = cluster('SOFS-CL1', 'file-server');
    const compute = cluster('HV-CL1', 'hyper-v');
    const like = (profileId: string, name: string, serverId: string, virtualSwitch: boolean) => {
      const team = lbfoTeam('Team1', members, virtualSwitch);
      const vnics = [managementVnic(team, management)];
      return profile(profileId, { name, serverId, os: '2012r2', adapters: cards, teams: [team], vnics });
    };
    const fsProfile = like('profile-fs', 'File server', 'dell-r730xd', false);
    const hvProfile = like('profile-hv', 'Hyper-V host', 'dell-r630', true);
    const hv = nodes('HV', 4, compute, hvProfile);
    const fs = nodes('FS', 2, files, fsProfile);
    const tor1 = rackSwitch('TOR1', 'dell-s4128f-on');
    const tor2 = rackSwitch('TOR2', 'dell-s4128f-on');
    const ends = (port: number) =>
      [...hv, ...fs].flatMap((node) => [onNode(node, '2', port), onNode(node, '3', port)]);
    const hostPorts = portNames('ethernet1/1/#', 1, 12);
    return {
      networks: [management, a, b],
      clusters: [files, compute],
      profiles: [fsProfile, hvProfile],
      nodes: [...hv, ...fs],
      switches: [tor1, tor2],
      links: numbered([
        ...toSwitch(ends(1), tor1, hostPorts, 3),
        ...toSwitch(ends(2), tor2, hostPorts, 3),
        ...between(tor1, tor2, portNames('ethernet1/1/#', 25, 26), 1),
      ]),
    };
  },
});
