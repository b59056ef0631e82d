import { defineRule } from '../define.ts';
import { portKey } from '../facts.ts';
import { judgeEach } from '../results.ts';
import { count } from '../words.ts';

export const severalUplinksWithoutSet = defineRule({
  id: 'SET-20',
  area: 'set',
  title: 'A virtual switch without SET has one uplink',
  severity: 'fail',
  sources: ['VX', 'VM'],
  check: ({ facts }) =>
    judgeEach(
      facts.teams.filter(({ team }) => team.kind === 'vswitch'),
      {
        absent: 'No node has a virtual switch without embedded teaming.',
        reason:
          'Only a switch with embedded teaming takes several adapters; any other external switch stands on exactly one.',
        held: 'Each virtual switch without SET has one uplink.',
        fault: ({ team, label }) => {
          const size = new Set(team.members.map(portKey)).size;
          if (size === 1) return null;
          const fix =
            size === 0 ? 'Name the port it stands on.' : 'Turn it into a SET team, or keep one uplink.';
          return { message: `${label} has ${count(size, 'uplink')}.`, fix };
        },
      },
    ),
});
