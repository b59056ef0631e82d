import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

export const storageRouted = defineRule({
  id: 'NET-05',
  area: 'net',
  title: 'No gateway and no DNS server on storage networks',
  severity: 'warn',
  sources: ['HNR', 'ENG'],
  check: ({ plan }) =>
    judgeEach(
      plan.networks
        .filter(({ purpose }) => purpose === 'storage')
        .map((network) => ({ subject: network.id, network })),
      {
        absent: 'There is no storage network.',
        reason:
          'Storage stays inside its subnet. A second gateway or DNS server sends other traffic there, and names resolve to storage addresses.',
        held: 'No storage network has a gateway or DNS servers.',
        fault: ({ network }) => {
          const found = [
            ...(network.gateway === null ? [] : [`gateway ${network.gateway}`]),
            ...(network.dns.length === 0 ? [] : [`DNS ${network.dns.join(', ')}`]),
          ];
          return found.length === 0
            ? null
            : {
                message: `Storage network "${network.name}" has ${found.join(' and ')}.`,
                fix: 'Clear them; keep gateway and DNS on the management network.',
              };
        },
      },
    ),
});
