import type { PartId } from '../lib/ids.ts';
import type { AdapterPart, Catalog, CablePart, ServerPart, SwitchPart, TransceiverPart } from './types.ts';

/** The adapter of that id, null when there is none or the id names another kind of product. */
export function adapterPart(catalog: Catalog, id: PartId): AdapterPart | null {
  const part = catalog.byId.get(id);
  return part?.kind === 'adapter' ? part : null;
}

/** The switch of that id, null when there is none or the id names another kind of product. */
export function switchPart(catalog: Catalog, id: PartId): SwitchPart | null {
  const part = catalog.byId.get(id);
  return part?.kind === 'switch' ? part : null;
}

/** The server of that id, null when there is none or the id names another kind of product. */
export function serverPart(catalog: Catalog, id: PartId): ServerPart | null {
  const part = catalog.byId.get(id);
  return part?.kind === 'server' ? part : null;
}

/** The cable of that id, null when there is none or the id names another kind of product. */
export function cablePart(catalog: Catalog, id: PartId): CablePart | null {
  const part = catalog.byId.get(id);
  return part?.kind === 'cable' ? part : null;
}

/** The transceiver of that id, null when there is none or the id names another kind of product. */
export function transceiverPart(catalog: Catalog, id: PartId): TransceiverPart | null {
  const part = catalog.byId.get(id);
  return part?.kind === 'transceiver' ? part : null;
}
