import type { Plan, PlanSwitch } from '../../plan/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { portTable } from './port-row.ts';
import { cell, facts, sheetTitle } from './style.ts';

/** One sheet per switch: its settings and every port in use. */
export function switchSheets({ outcome }: ExportInput): readonly PdfContent[] {
  return outcome.plan.switches.flatMap((item, i) => sheet(item, outcome.plan, i === 0));
}

function sheet(item: PlanSwitch, plan: Plan, first: boolean): PdfContent[] {
  const { record, part, settings } = item;
  const used = item.ports.filter(({ linkIds }) => linkIds.length > 0);
  return [
    sheetTitle('Switch sheets', `Switch ${record.name}`, first),
    facts([
      ['Model', part ? `${part.manufacturer} ${part.model}` : record.partId],
      [
        'Ports',
        item.groups
          .map((group) => `${group.used} of ${group.used + group.free} ${group.cage} used`)
          .join(', '),
      ],
      ['Lossless priority (PFC)', record.pfc ? settings.losslessPriorities.join(', ') : 'off'],
      ['SMB priority', String(settings.smbPriority)],
      [
        'Bandwidth shares (ETS)',
        `SMB ${settings.shares.smb} %, cluster ${settings.shares.cluster} %, default ${settings.shares.default} %`,
      ],
      ['DCBX willing', settings.dcbxWilling ? 'yes' : 'no'],
      ['MTU', `${settings.mtu} bytes`],
      ['Link-level pause', record.globalPause ? 'on' : 'off'],
      ['ECN on the SMB queue', settings.ecn ? 'on' : 'off'],
      ['VLANs on host ports', `${settings.vlans.join(', ')}${record.trunk ? ' (trunk)' : ' (access)'}`],
    ]),
    { text: 'Ports in use', style: 'h2' },
    used.length === 0 ? cell('No port is cabled.') : portTable('Port', used, plan),
  ];
}
