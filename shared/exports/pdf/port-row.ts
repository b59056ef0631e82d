import type { LinkId } from '../../lib/ids.ts';
import { tagOf, type Plan, type PlanLink, type PlanPort } from '../../plan/index.ts';
import type { PdfContent } from './document.ts';
import { cell, heads, number, table } from './style.ts';

/** Ports of a device with what each goes to. `name` heads the first column. */
export function portTable(name: string, ports: readonly PlanPort[], plan: Plan): PdfContent {
  const head = heads([name, 'Cage', 'Speed Gb/s', 'Cable', 'Goes to', 'Network'], ['Speed Gb/s']);
  const networks = new Map(plan.networks.map((network) => [network.id, network.name]));
  const rows = ports
    .flatMap((port) => linesOf(port, plan))
    .map((line) => [
      cell(line.name, 'mono'),
      cell(line.cage),
      number(line.speedGbps ?? '-'),
      cell(line.link ? tagOf(line.link.id, plan) : '-', 'mono'),
      cell(line.far),
      cell(line.networkIds.map((id) => networks.get(id) ?? id).join(', ') || '-'),
    ]);
  return table([92, 48, 54, 36, '*', 92], head, rows);
}

interface PortLine extends Pick<PlanPort, 'name' | 'speedGbps' | 'networkIds'> {
  readonly cage: string;
  readonly link: PlanLink | null;
  readonly far: string;
}

/** One line per port; a split port has one per lane in use. */
function linesOf(port: PlanPort, plan: Plan): PortLine[] {
  const { name, cage, speedGbps, networkIds } = port;
  if (port.lanes.length === 0) {
    const link = linkOf(port.linkIds[0], plan);
    return [{ name, cage, speedGbps, networkIds, link, far: farOf(link, port) }];
  }
  return port.lanes.map(({ name: lane, linkId }) => {
    const link = linkOf(linkId, plan);
    const own = { speedGbps: link?.speedGbps ?? null, networkIds: link?.networkIds ?? [] };
    return { name: lane, cage: `${cage} lane`, ...own, link, far: farOf(link, port) };
  });
}

function linkOf(id: LinkId | undefined, plan: Plan): PlanLink | null {
  return id === undefined ? null : (plan.linkById.get(id) ?? null);
}

/** What the cable goes to, as the far device calls it. */
function farOf(link: PlanLink | null, port: PlanPort): string {
  if (link === null) return 'not cabled';
  const end = link.a.portId === port.id ? link.b : link.a;
  return end.portId === null ? 'nothing that exists' : end.label;
}
