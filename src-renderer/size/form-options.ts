import { catalog, type Part } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import type { SizeRequest } from '../../shared/size/index.ts';
import { metres } from '../panels/format.ts';
import { MEDIUM, OS_NAME } from '../panels/words.ts';
import type { Option } from '../ui/options.ts';
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

/** Servers to choose from; null leaves it to the search. */
export const serverChoices: readonly Option<PartId | null>[] = [
  { value: null, label: 'Automatic' },
  ...catalog.servers
    .map(({ id, manufacturer, model }) => ({ value: id, label: `${manufacturer} ${model}` }))
    .sort((a, b) => compareNatural(a.label, b.label)),
];

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
    ].join(', '),
    cables: `${metres(cables.lengthM)} m, ${MEDIUM[cables.medium].toLowerCase()}`,
    prices: prices.length === 0 ? 'none given' : `${prices.length} given`,
  };
}
