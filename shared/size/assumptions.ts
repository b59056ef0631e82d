import type { Ground } from './options.ts';
import { serverWord } from './words.ts';

/** What a search takes for granted, one sentence each; what it left out comes first. */
export function listAssumptions(ground: Ground, leftOut: readonly string[]): readonly string[] {
  const { request, need, kinds } = ground;
  const { target, growthPercent, storageNetworks, nodes } = request;
  const word = serverWord(request);
  const converged = 'hyperConverged' in nodes;
  const said: string[] = [...leftOut];
  if ('vms' in target) {
    said.push(
      `The virtual machines ask for ${need.target.toFixed(2)} GB/s of each ${word}: count x IOPS x block size, spread evenly. Reads and writes run in opposite directions of the same cables; the greater of the two counts.`,
    );
    if (converged) said.push('Copies that storage pools write to other nodes are not counted.');
  }
  if (growthPercent > 0) said.push(`Growth of ${growthPercent} % is added to the target.`);
  said.push(
    'Rates are payload in one direction, GB/s of 10^9 bytes; disks, processors and memory are taken to keep up.',
  );
  if (kinds.includes('node')) {
    said.push(
      converged
        ? 'When a node is lost or cut off, the others take over all it delivered; of two, the last reads its own disks.'
        : 'When a file server is lost or cut off, the others take over all it delivered.',
    );
  }
  if (kinds.length > 0)
    said.push('Failures are survived one at a time, and no node that is left may lose its storage.');
  if (!converged) said.push('Hyper-V nodes get as few adapters as keep up with the file servers.');
  said.push(
    storageNetworks === null
      ? 'Nodes have a storage network per port up to two over switches, one per cable without.'
      : `Nodes have ${storageNetworks} storage network${storageNetworks === 1 ? '' : 's'} over switches, one per cable without.`,
  );
  said.push(
    'Watts are the greatest draw of adapters, switches and cables; the servers are the same in every row.',
  );
  said.push('Slots whose PCIe lanes no source gives are taken to be as wide as the adapter.');
  return said;
}
