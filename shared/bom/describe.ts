import type {
  AdapterPart,
  CablePart,
  Part,
  ServerPart,
  SwitchPart,
  TransceiverPart,
} from '../catalog/types.ts';
import { unreachable } from '../lib/assert.ts';

const MEDIA: Readonly<Record<CablePart['medium'], string>> = {
  dac: 'Direct attach copper cable',
  acc: 'Active copper cable',
  aoc: 'Active optical cable',
};

/** What a product is, in one line for somebody who orders it. */
export function describePart(part: Part): string {
  switch (part.kind) {
    case 'adapter':
      return describeAdapter(part);
    case 'switch':
      return describeSwitch(part);
    case 'server':
      return describeServer(part);
    case 'cable':
      return describeCable(part);
    case 'transceiver':
      return describeTransceiver(part);
    default:
      return unreachable(part);
  }
}

/** A medium as a buyer calls it. */
export function mediumName(medium: CablePart['medium']): string {
  return MEDIA[medium];
}

function top(speeds: readonly number[]): number {
  return speeds.at(-1) ?? 0;
}

function describeAdapter(part: AdapterPart): string {
  const ports = `${part.ports} x ${top(part.speedsGbps)}G ${part.cage}`;
  return `${part.model}, ${ports}, PCIe Gen${part.pcie.gen} x${part.pcie.lanes}`;
}

function describeSwitch(part: SwitchPart): string {
  const counts = new Map<string, number>();
  for (const group of part.portGroups) {
    const kind = `${top(group.speedsGbps)}G ${group.cage}`;
    counts.set(kind, (counts.get(kind) ?? 0) + group.names.length);
  }
  return `${part.model}, ${[...counts].map(([kind, count]) => `${count} x ${kind}`).join(', ')}`;
}

function describeServer(part: ServerPart): string {
  return part.rackUnits === null ? part.model : `${part.model}, ${part.rackUnits}U`;
}

function describeCable(part: CablePart): string {
  const plugs =
    part.connectorA === part.connectorB ? part.connectorA : `${part.connectorA} - ${part.connectorB}`;
  return `${MEDIA[part.medium]} ${plugs}, ${top(part.speedsGbps)}G, ${part.lengthM} m`;
}

function describeTransceiver(part: TransceiverPart): string {
  return `Transceiver ${part.cage}, ${part.standard}, ${part.connector}`;
}
