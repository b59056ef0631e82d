import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';
import { count } from '../words.ts';

export const loadOnFileServers = defineRule({
  id: 'LOAD-01',
  area: 'cluster',
  title: 'A load belongs to the cluster that runs the virtual machines',
  severity: 'info',
  sources: ['ENG'],
  check: ({ facts }) =>
    judgeEach(
      facts.clusters
        .filter(({ record }) => record.load !== null)
        .map(({ record }) => ({ subject: record.id, record })),
      {
        absent: 'No cluster has a load.',
        reason:
          'A file server cluster runs no virtual machines: what they ask of it is the load of the Hyper-V clusters.',
        held: 'Only clusters that run virtual machines have a load.',
        fault: ({ record: { name, kind, load } }) =>
          kind !== 'file-server'
            ? null
            : {
                message: `The load of file server cluster "${name}" (${count(
                  (load?.vms ?? []).reduce((sum, vm) => sum + vm.count, 0),
                  'virtual machine',
                )}) is not counted.`,
                fix: 'Give the load to the Hyper-V cluster that runs these virtual machines.',
              },
      },
    ),
});
