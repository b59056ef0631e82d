import { must } from '../lib/assert.ts';
import { id, type ProfileId } from '../lib/ids.ts';
import {
  buildDesign,
  DEFAULT_CABLING,
  DEFAULT_FABRIC,
  emptyDesign,
  type Design,
  type Link,
  type Network,
  type Node,
  type Profile,
  type Switch,
} from '../model/index.ts';
import {
  between,
  cluster,
  managementNetwork,
  managementVnic,
  nodes,
  numbered,
  profile,
  rackSwitch,
  setTeam,
  smbVnics,
  storageNetwork,
  toSwitch,
} from '../templates/records.ts';
import { drawMesh } from './draw-mesh.ts';
import { cardsOf, endAt, type Drawn } from './draw-parts.ts';
import { FIRST_VLAN, letter } from './names.ts';
import { isConverged, switchOfPort, type DesignFacts, type Side } from './spec.ts';

/** A whole design from its facts, as the templates draw theirs. */
export function drawDesign(facts: DesignFacts): Design {
  const empty = emptyDesign('Sized design');
  const drawn = drawRecords(facts);
  // Switches count the Ethernet header and a tag into their frame size; 9216 is what all of them are set to.
  const switchMtu = Math.max(DEFAULT_FABRIC.switchMtu, facts.mtu + 18);
  return buildDesign({
    ...drawn,
    clusters: drawn.clusters.map((record) =>
      record.kind === 'file-server' ? record : { ...record, load: facts.load },
    ),
    links: drawn.links.map((link): Link => ({ ...link, medium: facts.cables.medium })),
    project: [...empty.project.values()],
    fabric: [{ ...DEFAULT_FABRIC, mtu: facts.mtu, switchMtu: Math.min(switchMtu, 16_000) }],
    cabling: [DEFAULT_CABLING],
    racks: [],
    placements: [],
    acknowledgements: [],
    parts: [],
  });
}

function drawRecords(facts: DesignFacts): Drawn {
  if (facts.topology === 'mesh') return drawMesh(facts);
  if (facts.topology === 'direct') return drawDirect(facts);
  return isConverged(facts) ? drawConvergedNodes(facts) : drawSwitched(facts);
}

const storageNames = (count: number): readonly Network[] =>
  Array.from({ length: count }, (_, i) =>
    storageNetwork(count === 1 ? 'Storage' : `Storage ${letter(i)}`, FIRST_VLAN + i),
  );

/** One or both clusters with a profile and nodes each; Hyper-V nodes first, as they stand above. */
interface Member {
  readonly side: Side;
  readonly members: readonly Node[];
}

interface Cast extends Pick<Drawn, 'clusters' | 'profiles'> {
  readonly sides: readonly Member[];
}

function castOf(facts: DesignFacts, like: (side: Side) => Partial<Profile>): Cast {
  const { giving, taking, os } = facts;
  const make = (profileId: string, name: string, side: Side) =>
    ({
      ...profile(profileId, { name, serverId: side.server.id, os, adapters: [] }),
      ...like(side),
      id: id<ProfileId>(profileId),
    }) satisfies Profile;
  if (!taking) {
    const s2d = cluster('S2D-CL1', 'hyper-converged');
    const node = make('profile-s2d', 'Hyper-converged node', giving);
    return {
      clusters: [s2d],
      profiles: [node],
      sides: [{ side: giving, members: nodes('S2D', giving.count, s2d, node) }],
    };
  }
  const files = cluster('SOFS-CL1', 'file-server');
  const compute = cluster('HV-CL1', 'hyper-v');
  const fs = make('profile-fs', 'File server', giving);
  const hv = make('profile-hv', 'Hyper-V host', taking);
  return {
    clusters: [files, compute],
    profiles: [fs, hv],
    sides: [
      { side: taking, members: nodes('HV', taking.count, compute, hv) },
      { side: giving, members: nodes('FS', giving.count, files, fs) },
    ],
  };
}

/** Two nodes joined port by port; each cable is a network of its own, because nothing forwards between them. */
function drawDirect(facts: DesignFacts): Drawn {
  const { giving } = facts;
  const count = giving.adapters * giving.ports;
  const networks = storageNames(count);
  const networkOf = (place: number) => must(networks[place], 'a network per cable');
  const { sides, ...cast } = castOf(facts, (side) => ({ adapters: [...cardsOf(facts, side, networkOf)] }));
  const [other, own] = [must(sides[0], 'a node'), must(sides.at(-1), 'a node')];
  const one = must(own.members[0], 'the first node');
  const two = must(own === other ? own.members[1] : other.members[0], 'the second node');
  return {
    ...cast,
    networks,
    nodes: sides.flatMap(({ members }) => members),
    switches: [],
    links: numbered(
      networks.map((_, place) => ({
        a: endAt(one, own.side, place),
        b: endAt(two, other.side, place),
        lengthM: facts.cables.lengthM,
      })),
    ),
  };
}

/** Storage ports of their own, each with an address in the network of its place. */
function drawSwitched(facts: DesignFacts): Drawn {
  const networks = storageNames(facts.networks);
  const networkOf = (place: number) => must(networks[place % networks.length], 'a storage network');
  const { sides, ...cast } = castOf(facts, (side) => ({ adapters: [...cardsOf(facts, side, networkOf)] }));
  return { ...cast, networks, ...cabled(facts, sides, null) };
}

/**
 * All traffic over one team of all ports: an SMB adapter of the host per port, mapped to it. Every switch carries
 * every VLAN, because a host adapter moves to another member when a cable fails.
 */
function drawConvergedNodes(facts: DesignFacts): Drawn {
  const management = managementNetwork();
  const storage = storageNames(facts.networks);
  const { sides, ...cast } = castOf(facts, (side) => {
    const members = side.slots.flatMap(({ slot }) =>
      Array.from({ length: side.ports }, (_, k) => ({ slot, port: k + 1 })),
    );
    const team = setTeam('ConvergedSwitch', members);
    const perMember = members.map((_, place) => must(storage[place % storage.length], 'a storage network'));
    return {
      adapters: [...cardsOf(facts, side, () => null)],
      teams: [team],
      vnics: [managementVnic(team, management), ...smbVnics(team, perMember)],
    };
  });
  const networks = [management, ...storage];
  return {
    ...cast,
    networks,
    ...cabled(
      facts,
      sides,
      networks.map(({ vlan }) => vlan),
    ),
  };
}

function cabled(
  facts: DesignFacts,
  sides: readonly Member[],
  vlans: readonly number[] | null,
): Pick<Drawn, 'nodes' | 'switches' | 'links'> {
  const used = must(facts.switch, 'a switch');
  const pair = facts.topology === 'switch-pair';
  const switches = (pair ? ['TOR1', 'TOR2'] : ['TOR1']).map((name): Switch =>
    rackSwitch(name, used.part.id, vlans),
  );
  const ends = (of: number) =>
    sides.flatMap(({ side, members }) =>
      members.flatMap((node) =>
        Array.from({ length: side.adapters * side.ports }, (_, place) => place)
          .filter((place) => (pair ? switchOfPort(place, facts.networks) : 0) === of)
          .map((place) => endAt(node, side, place)),
      ),
    );
  const hosts = switches.flatMap((item, i) => toSwitch(ends(i), item, used.hostPorts, facts.cables.lengthM));
  const [one, other] = switches;
  const peers = one && other ? between(one, other, used.peerPorts, facts.cables.interSwitchM) : [];
  return {
    nodes: sides.flatMap(({ members }) => members),
    switches,
    links: numbered([...hosts, ...peers]),
  };
}
