import { catalog } from '../../shared/catalog/index.ts';
import type { PartId } from '../../shared/lib/ids.ts';
import { compareNatural } from '../../shared/lib/stable-json.ts';
import type { SizeRequest } from '../../shared/size/index.ts';
import type { SizeEntry } from '../state/size-answer.ts';

/** A product that can have a price; `quantity` is how many the shown row needs, null where that is another row's. */
export interface PricedPart {
  readonly partId: PartId;
  readonly name: string;
  readonly quantity: number | null;
}

/** Products to price under their headings: those of the row that is shown, then what else the list has or was priced. */
export function priceGroups(
  shown: readonly PricedPart[],
  entries: readonly SizeEntry[],
  prices: SizeRequest['prices'],
): readonly {
  readonly label: string;
  readonly parts: readonly (PricedPart & { readonly price: number | null })[];
}[] {
  const priceOf = new Map(prices.map(({ partId, price }) => [partId, price]));
  const taken = new Set(shown.map(({ partId }) => partId));
  const others = new Map<PartId, PricedPart>();
  const offer = (partId: PartId): void => {
    if (!taken.has(partId)) others.set(partId, { partId, name: productName(partId), quantity: null });
  };
  for (const { adapter, switch: model } of entries) {
    offer(adapter.id);
    if (model) offer(model.id);
  }
  for (const { partId } of prices) offer(partId);
  const groups = [
    { label: 'In the chosen design', parts: shown },
    {
      label: 'Elsewhere in the list',
      parts: [...others.values()].sort((a, b) => compareNatural(a.name, b.name)),
    },
  ];
  return groups
    .filter(({ parts }) => parts.length > 0)
    .map(({ label, parts }) => ({
      label,
      parts: parts.map((part) => ({ ...part, price: priceOf.get(part.partId) ?? null })),
    }));
}

/** A product by its model; with its part number where the model alone does not tell it apart. */
export function productName(partId: PartId): string {
  const part = catalog.byId.get(partId);
  if (!part) return partId;
  const shared = [...catalog.byId.values()].some(({ id, model }) => id !== partId && model === part.model);
  return shared && part.partNumber !== null ? `${part.model} ${part.partNumber}` : part.model;
}
