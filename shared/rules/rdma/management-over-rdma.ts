import { defineRule } from '../define.ts';
import { judgeEach } from '../results.ts';

export const managementOverRdma = defineRule({
  id: 'RDMA-19',
  area: 'rdma',
  title: 'No RDMA on management vNICs',
  severity: 'info',
  sources: ['HNR', 'VX'],
  check: ({ facts }) =>
    judgeEach(
      facts.carriers.filter(({ network, vnic }) => network.purpose === 'management' && vnic !== null),
      {
        absent: 'No host vNIC is there for management.',
        reason:
          'Management traffic gains nothing from RDMA, and validation tools expect it declared off there.',
        held: 'RDMA is off on each management vNIC.',
        fault: ({ vnic, label }) =>
          vnic?.rdma ? { message: `RDMA is on for ${label}.`, fix: 'Turn RDMA off for the vNIC.' } : null,
      },
    ),
});
