import type { CablePart, Part, SwitchPart } from '../catalog/types.ts';

const MEDIUM: Readonly<Record<CablePart['medium'], string>> = {
  dac: 'DAC',
  acc: 'Active copper',
  aoc: 'AOC',
};

/** A product in words for a buyer, without its maker and part number. */
export function describePart(part: Part): string {
  switch (part.kind) {
    case 'server':
      return `${part.model}${part.rackUnits === null ? '' : `, ${part.rackUnits}U`} server`;
    case 'adapter': {
      const { gen, lanes } = part.pcie;
      return `${part.model}, ${part.ports} x ${part.cage} ${top(part.speedsGbps)} Gb/s, PCIe Gen${gen} x${lanes}`;
    }
    case 'switch':
      return [`${part.model} switch`, ...describePorts(part)].join(', ');
    case 'transceiver':
      return `${part.standard} transceiver, ${part.cage}, ${part.connector}`;
    case 'cable':
      return `${describeAssembly(part)}, ${part.lengthM} m, ${part.ways === 1 ? '' : `${part.ways} x `}${top(part.speedsGbps)} Gb/s`;
  }
}

/** Kind and plugs of a cable: `DAC, SFP28 - SFP28`, `Breakout DAC, QSFP28 - 4 x SFP28`. */
export function describeAssembly({ medium, connectorA, connectorB, ways }: CablePart): string {
  if (ways > 1) return `Breakout ${MEDIUM[medium]}, ${connectorA} - ${ways} x ${connectorB}`;
  return `${MEDIUM[medium]}, ${connectorA} - ${connectorB}`;
}

/** Name of a copper or active optical medium. */
export function mediumName(medium: CablePart['medium']): string {
  return MEDIUM[medium];
}

/** Ports by cage and speed, groups of a kind together. */
function describePorts({ portGroups }: SwitchPart): string[] {
  const counts = new Map<string, number>();
  for (const { cage, speedsGbps, names } of portGroups) {
    const kind = `${cage} ${top(speedsGbps)} Gb/s`;
    counts.set(kind, (counts.get(kind) ?? 0) + names.length);
  }
  return [...counts].map(([kind, count]) => `${count} x ${kind}`);
}

function top(speeds: readonly number[]): number {
  return Math.max(...speeds);
}
