import type { SubjectId } from '../lib/ids.ts';
import type { Cluster } from '../model/index.ts';
import type { Plan, PlanLink, PlanNode } from '../plan/types.ts';
import { sharedAddressesOf } from './addresses.ts';
import { readCabling } from './cabling.ts';
import type { Carrier, ClusterTraits, Facts, LoadedCluster, NodeTraits, SwitchTraits } from './facts.ts';
import { hostPortsIn } from './host-ports.ts';
import { createFieldKeeper, createKeeper, isAlike } from './keep-traits.ts';
import { loadedClusters } from './loads.ts';
import { createPeerReader } from './peers.ts';
import { createProfileReader, interfacesOf } from './profiles.ts';
import { switchesOnRocePaths } from './roce-paths.ts';
import { createTracker, holds, type Remembered } from './tracked.ts';
import { createTrafficReader } from './traffic.ts';

/** Facts of one kind follow from a few parts of the plan, and from facts gathered before them. */
type Gather = (plan: Plan, before: Facts) => Partial<Facts>;

const NODE_TRAITS: readonly (keyof NodeTraits)[] = [
  'id',
  'record',
  'profile',
  'cluster',
  'os',
  'server',
  'endpoints',
];
const SWITCH_TRAITS: readonly (keyof SwitchTraits)[] = ['id', 'record', 'part', 'settings'];

const createGatherers = (): readonly Gather[] => {
  const keepNodes = createKeeper(NODE_TRAITS);
  const keepSwitches = createKeeper(SWITCH_TRAITS);
  const keepRoceSwitches = createKeeper(SWITCH_TRAITS);
  const keepClusters = createClusterKeeper();
  const readProfiles = createProfileReader();
  const keepCabling = createFieldKeeper<ReturnType<typeof readCabling>>();
  const readTraffic = createTrafficReader();
  const readPeers = createPeerReader();
  const readLinks = createLinkReader();
  const keepLoads = createKeeper<LoadedCluster>();
  const keepRecords = createKeeper<Cluster>();
  return [
    ({ nodes }) => ({ nodes: keepNodes(nodes), ...readProfiles(nodes) }),
    ({ switches }) => ({ switches: keepSwitches(switches) }),
    ({ clusters }) => ({
      clusters: keepClusters(clusters),
      clusterRecords: keepRecords(clusters.map(({ record }) => record)),
    }),
    (plan) => ({ loads: keepLoads(loadedClusters(plan)) }),
    ({ networks }, { profiles }) => interfacesOf(profiles, networks),
    (_, { slots, byProfile }) => keepCabling(readCabling(slots, byProfile)),
    ({ links }) => readLinks(links),
    ({ runs }) => ({ cables: runs.length }),
    (plan) => readTraffic(plan),
    (_, { switches, trunks, traffic }) => ({
      roceSwitches: keepRoceSwitches(switchesOnRocePaths(switches, trunks, traffic)),
    }),
    ({ networks }, { nodes }) => ({ sharedAddresses: sharedAddressesOf(nodes, networks) }),
    (plan) => ({ hostPortsOf: hostPortsIn(plan) }),
    (plan, { byProfile, crowded }) => ({ peersOf: readPeers(plan, byProfile, crowded) }),
    ({ clusters }, { byProfile, carriers }) => ({ nodesOf: createGroups(clusters, byProfile, carriers) }),
  ];
};

/** Makes the function that gathers the facts of a plan. It keeps those of the last plan that still hold. */
export function createFacts(): (plan: Plan) => Facts {
  const gatherers = createGatherers();
  let last: readonly Remembered<Partial<Facts>>[] = [];
  return (plan) => {
    // Each kind sees what was gathered before it; the order of the list makes sure that it is there.
    const facts: Partial<Facts> = {};
    const track = createTracker({ plan, facts: facts as Facts });
    last = gatherers.map((gather, i) => {
      const sources = { plan, facts: facts as Facts };
      const before = last[i];
      const kept = before && holds(before, sources) ? before : null;
      const now = kept ?? track((watched) => gather(watched.plan, watched.facts));
      Object.assign(facts, now.out);
      return now;
    });
    return facts as Facts;
  };
}

/** Makes the function that gives the clusters of last time again as long as nothing but cables differs. */
function createClusterKeeper(): (clusters: Plan['clusters']) => readonly ClusterTraits[] {
  let last: readonly ClusterTraits[] = [];
  return (clusters) => {
    const same =
      last.length === clusters.length &&
      clusters.every(({ record, nodes }, i) => {
        const old = last[i];
        return old?.record === record && isAlike<NodeTraits>(old.nodes, nodes, NODE_TRAITS);
      });
    if (!same) last = clusters;
    return last;
  };
}

/** Makes the function that picks out the links rules ask for; each list is that of last time while its links are. */
function createLinkReader(): (links: Plan['links']) => Pick<Facts, 'trunks' | 'direct' | 'lanes' | 'faulty'> {
  const [keepTrunks, keepDirect, keepLanes, keepFaulty] = [
    createKeeper<PlanLink>(),
    createKeeper<PlanLink>(),
    createKeeper<PlanLink>(),
    createKeeper<PlanLink>(),
  ];
  return (links) => {
    const trunks: PlanLink[] = [];
    const direct: PlanLink[] = [];
    const lanes: PlanLink[] = [];
    const faulty: PlanLink[] = [];
    for (const link of links) {
      if (link.kind === 'switch-switch') trunks.push(link);
      else if (link.kind === 'node-node') direct.push(link);
      if (link.breakout !== null) lanes.push(link);
      if (link.problem !== null) faulty.push(link);
    }
    return {
      trunks: keepTrunks(trunks),
      direct: keepDirect(direct),
      lanes: keepLanes(lanes),
      faulty: keepFaulty(faulty),
    };
  };
}

/** Makes the function that gives the nodes of a group; those of a network are gathered when it is asked for. */
function createGroups(
  clusters: Plan['clusters'],
  byProfile: Facts['byProfile'],
  carriers: readonly Carrier[],
): Facts['nodesOf'] {
  const known = new Map<SubjectId, readonly PlanNode[]>(byProfile);
  for (const { record, nodes } of clusters) known.set(record.id, nodes);
  return (id) => {
    const group = known.get(id) ?? nodesInNetwork(id);
    known.set(id, group);
    return group;
  };

  function nodesInNetwork(id: SubjectId): readonly PlanNode[] {
    const nodes = new Set<PlanNode>();
    for (const { network, use } of carriers) {
      if (network.id !== id) continue;
      for (const node of byProfile.get(use.profile.id) ?? []) nodes.add(node);
    }
    return [...nodes];
  }
}
