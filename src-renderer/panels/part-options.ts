import type { AdapterPart, Catalog, ServerPart, SwitchPart } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import { cableFits, type PlanLink, type PlanPort } from '../../shared/plan/index.ts';
import type { Option, OptionGroup } from '../ui/options.ts';
import { lineSpeed, metres, pcieLink } from './format.ts';

interface Product {
  readonly id: PartId;
  readonly manufacturer: string;
  readonly model: string;
  readonly partNumber: string | null;
}

function optionOf(part: Product, detail: string): Option<PartId> {
  return { value: part.id, label: part.model, detail, code: part.partNumber ?? '' };
}

function grouped<P extends Product>(
  parts: readonly P[],
  heading: (part: P) => string,
  detail: (part: P) => string,
): OptionGroup<PartId>[] {
  const groups = new Map<string, Option<PartId>[]>();
  for (const part of parts) {
    const name = heading(part);
    groups.set(name, [...(groups.get(name) ?? []), optionOf(part, detail(part))]);
  }
  return [...groups]
    .sort(([a], [b]) => compareNatural(a, b))
    .map(([label, options]) => ({
      label,
      options: options.sort((a, b) => compareNatural(a.label, b.label)),
    }));
}

/** Speeds of a port: `10/25G`. */
function speedsOf(speeds: readonly number[]): string {
  return `${speeds.join('/')}G`;
}

/** In one line: `2 x SFP28 10/25G, Gen3 x8, RoCEv2`. */
export function adapterDetail(part: AdapterPart): string {
  const rdma = part.rdma.length > 0 ? part.rdma.join(', ') : 'no RDMA';
  return `${part.ports} x ${part.cage} ${speedsOf(part.speedsGbps)}, ${pcieLink(part.pcie)}, ${rdma}`;
}

/** In one line: `48 x SFP28 25G + 6 x QSFP28 100G, PFC documented`. */
export function switchDetail(part: SwitchPart): string {
  const groups = part.portGroups.map(
    (group) => `${group.names.length} x ${group.cage} ${lineSpeed(Math.max(...group.speedsGbps))}`,
  );
  return `${groups.join(' + ')}, PFC ${part.pfc}`;
}

/** Adapters to choose from, by maker and family. */
export function adapterOptions(catalog: Pick<Catalog, 'adapters'>): OptionGroup<PartId>[] {
  return grouped(catalog.adapters, (part) => `${part.manufacturer} ${part.family}`, adapterDetail);
}

/** Switches to choose from, by maker. */
export function switchOptions(catalog: Pick<Catalog, 'switches'>): OptionGroup<PartId>[] {
  return grouped(catalog.switches, (part) => part.manufacturer, switchDetail);
}

/** Servers to choose from, by maker. */
export function serverOptions(catalog: Catalog): OptionGroup<PartId>[] {
  return grouped(catalog.servers, (part) => part.manufacturer, serverDetail);
}

function serverDetail(part: ServerPart): string {
  const height = part.rackUnits === null ? 'height unknown' : `${part.rackUnits} U`;
  return part.platformGen === null ? height : `${height}, PCIe Gen${part.platformGen}`;
}

/**
 * Cables with both plugs attached that go into the link's two cages and run at its speed, shortest first, under the
 * choice to leave it to the program. One that does not reach is still offered; the plan then says why it is unfit.
 */
export function cableOptions(
  catalog: Catalog,
  link: PlanLink,
  ports: { readonly a: PlanPort | undefined; readonly b: PlanPort | undefined },
): OptionGroup<PartId | null>[] {
  const { a, b } = ports;
  const automatic: OptionGroup<PartId | null> = {
    label: '',
    options: [
      {
        value: null,
        label: 'Automatic',
        detail: 'the medium above decides; shortest stock length that reaches',
      },
    ],
  };
  if (!a || !b) return [automatic];
  const fitting = catalog.cables.filter(
    (part) =>
      cableFits(part.connectorA, part.connectorB, a.cage, b.cage) &&
      (link.speedGbps === null || part.speedsGbps.includes(link.speedGbps)),
  );
  const byLength = [...fitting].sort((x, y) => x.lengthM - y.lengthM || compareNatural(x.model, y.model));
  const media = [...new Set(byLength.map((part) => part.medium))];
  return [
    automatic,
    ...media.map((medium) => ({
      label: medium.toUpperCase(),
      options: byLength
        .filter((part) => part.medium === medium)
        .map((part) =>
          optionOf(part, `${part.manufacturer}, ${metres(part.lengthM)} m, ${speedsOf(part.speedsGbps)}`),
        ),
    })),
  ];
}
