import type { Plan, PlanPort } from '../../plan/index.ts';
import type { PdfContent } from './document.ts';
import { cell, heads, number, table } from './style.ts';

/** Ports of a device with what each goes to. `name` heads the first column. */
export function portTable(name: string, ports: readonly PlanPort[], plan: Plan): PdfContent {
  const head = heads([name, 'Cage', 'Speed Gb/s', 'Cable', 'Goes to', 'Network'], ['Speed Gb/s']);
  const networks = new Map(plan.networks.map((network) => [network.id, network.name]));
  const rows = ports.map((port) => {
    const link = port.linkIds[0] === undefined ? null : (plan.linkById.get(port.linkIds[0]) ?? null);
    const peer = port.peerId === null ? null : (plan.portById.get(port.peerId) ?? null);
    return [
      cell(port.name, 'mono'),
      cell(port.cage),
      number(port.speedGbps ?? '-'),
      cell(link?.tag ?? '-', 'mono'),
      cell(peer?.label ?? (link ? 'nothing that exists' : 'not cabled')),
      cell(port.networkIds.map((id) => networks.get(id) ?? id).join(', ') || '-'),
    ];
  });
  return table([92, 48, 54, 36, '*', 92], head, rows);
}
