import { cluster, node, numbered, onNode, profile, storageNetwork } from './records.ts';
import type { AdapterSlot, Network } from '../model/index.ts';
import type { Drawing } from './define.ts';

/** One file server under one Hyper-V host, one direct cable between the cards in slot 2. */
export function drawTwoComputers(card: (storage: Network) => AdapterSlot): Drawing {
  const storage = storageNetwork('Storage', 711);
  const files = cluster('SOFS-CL1', 'file-server');
  const compute = cluster('HV-CL1', 'hyper-v');
  const fsProfile = profile('profile-fs', {
    name: 'File server',
    serverId: 'dell-r730xd',
    os: '2012r2',
    adapters: [card(storage)],
  });
  const hvProfile = profile('profile-hv', {
    name: 'Hyper-V host',
    serverId: 'dell-r630',
    os: '2012r2',
    adapters: [card(storage)],
  });
  const fs = node('FS01', files, fsProfile);
  const hv = node('HV01', compute, hvProfile);
  return {
    networks: [storage],
    clusters: [files, compute],
    profiles: [fsProfile, hvProfile],
    nodes: [fs, hv],
    switches: [],
    links: numbered([{ a: onNode(fs, '2', 1), b: onNode(hv, '2', 1), lengthM: 1 }]),
  };
}
