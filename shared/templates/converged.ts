import type { AdapterSlot, OsVersion } from '../model/index.ts';
import type { Drawing } from './define.ts';
import {
  between,
  cluster,
  managementNetwork,
  managementVnic,
  nodes,
  numbered,
  onNode,
  profile,
  rackSwitch,
  setTeam,
  smbVnics,
  storageNetwork,
  toSwitch,
} from './records.ts';

/** What tells one converged template from another. */
interface ConvergedFacts {
  readonly os: OsVersion;
  readonly serverId: string;
  /** The dual-port card that forms the team. */
  readonly card: AdapterSlot;
  readonly switchId: string;
  readonly hostPorts: readonly string[];
  /** Ports of both switches joined to each other. */
  readonly peerPorts: readonly string[];
}

/**
 * Four hyper-converged nodes, port 1 of the card on the first switch, port 2 on the second. Both switches
 * carry every VLAN, because a host adapter moves to the other member when a cable fails.
 */
export function drawConverged(facts: ConvergedFacts): Drawing {
  const management = managementNetwork();
  const storage = [storageNetwork('Storage A', 711), storageNetwork('Storage B', 712)];
  const slot = facts.card.slot;
  const team = setTeam('ConvergedSwitch', [
    { slot, port: 1 },
    { slot, port: 2 },
  ]);
  const s2d = cluster('S2D-CL1', 'hyper-converged');
  const like = profile('profile-s2d', {
    name: 'Hyper-converged node',
    serverId: facts.serverId,
    os: facts.os,
    adapters: [facts.card],
    teams: [team],
    vnics: [managementVnic(team, management), ...smbVnics(team, storage)],
  });
  const members = nodes('S2D', 4, s2d, like);
  const vlans = [management, ...storage].map((network) => network.vlan);
  const tor1 = rackSwitch('TOR1', facts.switchId, vlans);
  const tor2 = rackSwitch('TOR2', facts.switchId, vlans);
  const ends = (port: number) => members.map((member) => onNode(member, slot, port));
  return {
    networks: [management, ...storage],
    clusters: [s2d],
    profiles: [like],
    nodes: members,
    switches: [tor1, tor2],
    links: numbered([
      ...toSwitch(ends(1), tor1, facts.hostPorts, 2),
      ...toSwitch(ends(2), tor2, facts.hostPorts, 2),
      ...between(tor1, tor2, facts.peerPorts, 1),
    ]),
  };
}
