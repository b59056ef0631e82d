import { adapters } from './adapters/index.ts';
import { buildCatalog } from './build.ts';
import { cables } from './cables/index.ts';
import { servers } from './servers/index.ts';
import { switches } from './switches/index.ts';
import { transceivers } from './transceivers/index.ts';
import type { Catalog } from './types.ts';

/** Every product the program knows. A test checks each against its schema; here only a repeated id stops the start. */
export const catalog: Catalog = buildCatalog([
  ...adapters,
  ...switches,
  ...servers,
  ...cables,
  ...transceivers,
]);

export { buildCatalog, withEmbedded } from './build.ts';
export { portNames } from './port-names.ts';
export { adapterPart, cablePart, serverPart, switchPart, transceiverPart } from './lookup.ts';
export {
  partSchema,
  type AdapterPart,
  type CablePart,
  type Cage,
  type Catalog,
  type Fibre,
  type FibreConnector,
  type Part,
  type PartKind,
  type RdmaProtocol,
  type ServerPart,
  type SwitchPart,
  type TransceiverPart,
} from './types.ts';
