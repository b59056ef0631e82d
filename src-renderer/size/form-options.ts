import { catalog, type Part } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import type { SizeRequest } from '../../shared/size/index.ts';
import { metres } from '../panels/format.ts';
import { adapterOptions, serverOptions, switchOptions } from '../panels/part-options.ts';
import { MEDIUM, OS_NAME } from '../panels/words.ts';
import type { Option, OptionGroup } from '../ui/options.ts';
import { plural } from '../shell/words.ts';
import { TOPOLOGY } from './words.ts';

/** What may fail, in the words of the form. */
export const SURVIVALS: readonly { readonly key: keyof SizeRequest['survive']; readonly label: string }[] = [
  { key: 'switch', label: 'A switch' },
  { key: 'adapter', label: 'An adapter' },
  { key: 'cable', label: 'A cable' },
  { key: 'node', label: 'A node' },
];

/** The makers of products, each once. */
export function makersOf(parts: readonly Part[]): readonly Option<string>[] {
  const makers = [...new Set(parts.map(({ manufacturer }) => manufacturer))].sort(compareNatural);
  return makers.map((maker) => ({ value: maker, label: maker }));
}

/** What leaves a product to the search, before those to choose from. */
function orAny(
  detail: string,
  groups: readonly OptionGroup<PartId>[],
): readonly OptionGroup<PartId | null>[] {
  return [{ label: '', options: [{ value: null, label: ANY, detail }] }, ...groups];
}

/** What a field shows that leaves a product to the search. */
export const ANY = 'Automatic';

/** Servers to choose from; null takes one of the operating system's time. */
export const serverChoices = orAny('one of the time of the Windows version', serverOptions(catalog));

/** Adapters with RDMA to choose from, of the makers that are named; null compares all of them. */
export function adapterChoices(makers: readonly string[]): readonly OptionGroup<PartId | null>[] {
  const adapters = catalog.adapters.filter(({ rdma }) => rdma.length > 0);
  return orAny('the search compares them', adapterOptions({ adapters: ofMakers(adapters, makers) }));
}

/** The same of switches. */
export function switchChoices(makers: readonly string[]): readonly OptionGroup<PartId | null>[] {
  return orAny('the search compares them', switchOptions({ switches: ofMakers(catalog.switches, makers) }));
}

function ofMakers<P extends Part>(parts: readonly P[], makers: readonly string[]): readonly P[] {
  return makers.length === 0 ? parts : parts.filter(({ manufacturer }) => makers.includes(manufacturer));
}

/** What each section of the form is set to, in a few words. */
export function summaries(
  request: SizeRequest,
): Record<'network' | 'products' | 'cables' | 'prices', string> {
  const { limits, cables, prices } = request;
  return {
    network: [
      limits.speedsGbps.length === 0 ? 'any speed' : `${limits.speedsGbps.join(', ')} GbE`,
      limits.topologies.length === 0
        ? 'any topology'
        : limits.topologies.map((topology) => TOPOLOGY[topology]).join(', '),
      OS_NAME[request.os],
      request.protocol ?? '',
    ]
      .filter((text) => text !== '')
      .join(', '),
    products: [
      `up to ${plural(limits.adaptersPerNode, 'adapter', 'adapters')} a node`,
      ...limits.adapterMakers,
      ...limits.switchMakers,
      ...[...limits.adapterIds, ...limits.switchIds].map(modelOf),
    ].join(', '),
    cables: `${metres(cables.lengthM)} m, ${MEDIUM[cables.medium].toLowerCase()}`,
    prices: prices.length === 0 ? 'none given' : `${prices.length} given`,
  };
}

/** The model of a product in the catalog; its id where it is in none. */
export function modelOf(id: PartId): string {
  return catalog.byId.get(id)?.model ?? id;
}
