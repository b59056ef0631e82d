import { must } from '../lib/assert.ts';
import type { Network, Node } from '../model/index.ts';
import { cluster, node, numbered, profile, storageNetwork } from '../templates/records.ts';
import { cardsOf, endAt, type Drawn } from './draw-parts.ts';
import { FIRST_VLAN, letter } from './names.ts';
import { portsOf, type DesignFacts } from './spec.ts';

/** A cable between two nodes of a mesh: which port of each, and the network it is. */
interface MeshCable {
  readonly from: number;
  readonly to: number;
  readonly fromPlace: number;
  readonly toPlace: number;
  readonly network: Network;
}

/**
 * Every two hyper-converged nodes joined by the same number of cables, each a network of its own, so that each node
 * needs a profile of its own. The cables of a pair leave on different cards where a node has several.
 */
export function drawMesh(facts: DesignFacts): Drawn {
  const { giving, os } = facts;
  const cables = meshCables(giving.count, portsOf(giving) / (giving.count - 1));
  const s2d = cluster('S2D-CL1', 'hyper-converged');
  const networkAt = (at: number, place: number) =>
    must(
      cables.find((cable) => placeAt(cable, at) === place),
      'a cable per port',
    ).network;
  const profiles = Array.from({ length: giving.count }, (_, at) =>
    profile(`profile-s2d-${at + 1}`, {
      name: `Hyper-converged node ${at + 1}`,
      serverId: giving.server.id,
      os,
      adapters: [...cardsOf(facts, giving, (place) => networkAt(at, place))],
    }),
  );
  const members = profiles.map((like, at): Node => node(`S2D${String(at + 1).padStart(2, '0')}`, s2d, like));
  const end = (at: number, place: number) => endAt(must(members[at], 'a node'), giving, place);
  return {
    networks: cables.map(({ network }) => network),
    clusters: [s2d],
    profiles,
    nodes: members,
    switches: [],
    links: numbered(
      cables.map(({ from, to, fromPlace, toPlace }) => ({
        a: end(from, fromPlace),
        b: end(to, toPlace),
        lengthM: facts.cables.lengthM,
      })),
    ),
  };
}

function placeAt({ from, to, fromPlace, toPlace }: MeshCable, at: number): number | null {
  if (at === from) return fromPlace;
  return at === to ? toPlace : null;
}

/** Ports count round the ring: a node's first goes to the next node, its last comes from the one before. */
function meshCables(count: number, perPair: number): readonly MeshCable[] {
  const place = (at: number, peer: number, copy: number) =>
    copy * (count - 1) + ((peer - at - 1 + count) % count);
  const cables: MeshCable[] = [];
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to < count; to++) {
      for (let copy = 0; copy < perPair; copy++) {
        const network = storageNetwork(
          `Storage ${from + 1}-${to + 1} ${letter(copy)}`,
          FIRST_VLAN + cables.length,
        );
        cables.push({
          from,
          to,
          fromPlace: place(from, to, copy),
          toPlace: place(to, from, copy),
          network,
        });
      }
    }
  }
  return cables;
}
