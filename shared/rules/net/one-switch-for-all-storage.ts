import { defineRule } from '../define.ts';
import { conclude, notApplicable, violated } from '../results.ts';
import { count } from '../words.ts';
import { hasStorage, islands, mapStorage, plainlySurvives } from '../helpers/storage-islands.ts';

export const oneSwitchForAllStorage = defineRule({
  id: 'SPOF-01',
  area: 'net',
  title: 'Storage survives the loss of a switch',
  severity: 'warn',
  sources: ['ENG'],
  check: ({ facts, plan }) => {
    if (facts.switches.length === 0) return notApplicable('There is no switch.');
    const map = mapStorage(plan, facts);
    const clusters = facts.clusterRecords;
    const giving = clusters.filter(({ kind }) => kind !== 'hyper-v').map(({ id }) => id);
    const whole = islands(map, null);
    const served = clusters.filter((cluster) => hasStorage(cluster, whole, giving));
    if (served.length === 0) return notApplicable('No storage network joins nodes through a switch.');
    const reason =
      'A switch that all storage crosses takes it down when it fails or restarts for an update, however many adapters the nodes have.';
    // Looking at each switch takes long where there are hundreds, and few clusters need it.
    const doubtful = served.filter((cluster) => !plainlySurvives(map, cluster, giving));
    const faults = (doubtful.length === 0 ? [] : facts.switches).flatMap(({ id, record }) => {
      const left = islands(map, id);
      const cut = doubtful.filter((cluster) => !hasStorage(cluster, left, giving));
      if (cut.length === 0) return [];
      const concerned = new Set(cut.map((cluster) => cluster.id));
      if (cut.some(({ kind }) => kind === 'hyper-v')) for (const giver of giving) concerned.add(giver);
      const nodes = [...map.nodes()].filter(({ cluster }) => concerned.has(cluster.id));
      return [
        violated([id], {
          message: `All storage between ${count(nodes.length, 'node')} runs through ${record.name}.`,
          reason,
          fix:
            facts.switches.length === 1
              ? 'Add a second switch and move one storage network to it.'
              : 'Move one storage network to another switch.',
        }),
      ];
    });
    return conclude(faults, {
      subjects: facts.switches.map(({ id }) => id),
      message: 'No single switch carries all storage between nodes.',
      reason,
    });
  },
});
