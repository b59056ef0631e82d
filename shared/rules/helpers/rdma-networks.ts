import type { RdmaProtocol } from '../../catalog/types.ts';
import type { Network } from '../../model/index.ts';
import type { Carrier, Facts } from '../facts.ts';
import { listNames } from '../words.ts';

/** A network over which RDMA runs. */
interface RdmaNetwork {
  readonly subject: string;
  readonly network: Network;
  readonly protocols: readonly RdmaProtocol[];
  readonly carriers: readonly Carrier[];
}

/** Networks over which RDMA runs, each once. */
export function rdmaNetworks(facts: Facts): readonly RdmaNetwork[] {
  const byNetwork = new Map<Network, Carrier[]>();
  for (const carrier of facts.carriers) {
    if (carrier.protocols.size === 0) continue;
    const known = byNetwork.get(carrier.network);
    if (known) known.push(carrier);
    else byNetwork.set(carrier.network, [carrier]);
  }
  return [...byNetwork].map(([network, carriers]) => ({
    subject: network.id,
    network,
    protocols: [...new Set(carriers.flatMap(({ protocols }) => [...protocols]))].sort(),
    carriers,
  }));
}

/** Who speaks what in a network: `RoCEv2 (SLOT 2 Port 1 of FS01) and iWARP (...)`. */
export function whoSpeaksWhat({ protocols, carriers }: RdmaNetwork): string {
  return listNames(
    protocols.map((protocol) => {
      const speakers = carriers.filter((carrier) => carrier.protocols.has(protocol));
      return `${protocol} (${listNames(speakers.map(({ label }) => label))})`;
    }),
  );
}
