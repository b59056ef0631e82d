import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import type { PartId } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';

/** Cage form factors, and the families in which a newer cage takes an older plug. */
export const CAGES = ['SFP+', 'SFP28', 'SFP56', 'QSFP+', 'QSFP28', 'QSFP56', 'QSFP112', 'RJ45'] as const;
export const cageSchema = z.enum(CAGES);
export type Cage = z.infer<typeof cageSchema>;

export const PROTOCOLS = ['RoCEv1', 'RoCEv2', 'iWARP'] as const;
export const protocolSchema = z.enum(PROTOCOLS);
export type RdmaProtocol = z.infer<typeof protocolSchema>;

const speedSchema = z.number().positive().max(1600);
/** Line speeds in Gb/s, each once and ascending: who looks for the greatest takes the last. */
const speedsSchema = z
  .array(speedSchema)
  .min(1)
  .refine(
    (speeds) => speeds.every((speed, i) => i === 0 || speed > (speeds[i - 1] ?? 0)),
    'Speeds are listed once each, the slowest first',
  );
const genSchema = z.int().min(1).max(6);
const lanesSchema = z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8), z.literal(16)]);

const common = {
  id: idSchema<'part'>(),
  manufacturer: lineSchema(1, 80),
  /** Model name as the maker writes it. */
  model: lineSchema(1, 120),
  /** Orderable part number; null when no source gives one. */
  partNumber: lineSchema(1, 80).nullable(),
  /** Where the facts were read: a page address or `repository@commit:path`. */
  sources: z.array(lineSchema(1, 400)).min(1),
  /** What a buyer must settle before ordering; printed at its line of a purchase list. Files of earlier builds have none. */
  orderNotes: z.array(lineSchema(1, 300)).default([]),
  /** Technical facts nobody could confirm; printed among the assumptions of a purchase list. */
  unverified: z.array(lineSchema(1, 300)),
  /** Greatest draw in watts; null when unknown. */
  maxWatts: z.number().positive().nullable(),
};

export const adapterPartSchema = z.strictObject({
  kind: z.literal('adapter'),
  ...common,
  family: lineSchema(1, 80),
  ports: z.int().min(1).max(4),
  cage: cageSchema,
  /** Line speeds of one port in Gb/s, ascending. 56 means the vendor's FDR-rate Ethernet: 54.545 Gb/s of data. */
  speedsGbps: speedsSchema,
  pcie: z.strictObject({ gen: genSchema, lanes: lanesSchema }),
  /** RDMA protocols the card speaks; empty for a plain Ethernet card. */
  rdma: z.array(protocolSchema),
  /** Sum over all ports that the card itself can move, Gb/s; null when only ports and slot limit it. */
  cardLimitGbps: speedSchema.nullable(),
  maxFrameBytes: z.int().positive().nullable(),
  driver: lineSchema(1, 80).nullable(),
});
export type AdapterPart = z.infer<typeof adapterPartSchema>;

export const NETWORK_OSES = [
  'onyx',
  'mlnx-os',
  'cumulus',
  'os10',
  'os9',
  'nx-os',
  'eos',
  'sonic',
  'junos',
  'other',
] as const;

export const switchPartSchema = z.strictObject({
  kind: z.literal('switch'),
  ...common,
  networkOs: z.enum(NETWORK_OSES),
  rackUnits: z.number().positive().nullable(),
  /** Groups in panel order. `names` in the order of the panel, `rows` as on the real front. */
  portGroups: z
    .array(
      z.strictObject({
        names: z.array(lineSchema(1, 32)).min(1),
        cage: cageSchema,
        speedsGbps: speedsSchema,
        rows: z.int().min(1).max(4),
        /** Ways a source says one of these ports can be split into lanes; empty when none says so. */
        splits: z.array(
          z.strictObject({ ways: z.union([z.literal(2), z.literal(4)]), laneGbps: speedSchema }),
        ),
      }),
    )
    .min(1)
    .refine((groups) => {
      const names = groups.flatMap((group) => group.names);
      return new Set(names).size === names.length;
    }, 'Two ports of the switch have the same name'),
  /** PFC and ETS: documented by a source, or not found in one ("unknown" does not mean "no"). */
  pfc: z.enum(['documented', 'unknown', 'unsupported']),
  ecn: z.boolean().nullable(),
  maxMtu: z.int().positive().nullable(),
  /** What it forwards at most when a source gives less than the sum of its ports, Gb/s in one direction; else null. */
  forwardGbps: speedSchema.nullable(),
  /** Lossless and total traffic classes; null when unknown. */
  trafficClasses: z.int().positive().nullable(),
});
export type SwitchPart = z.infer<typeof switchPartSchema>;

export const serverPartSchema = z.strictObject({
  kind: z.literal('server'),
  ...common,
  rackUnits: z.number().positive().nullable(),
  /** PCIe slots where a source lists them; empty when unknown. `lanes` are electrical, null when unknown. */
  slots: z.array(
    z.strictObject({ name: lineSchema(1, 40), gen: genSchema.nullable(), lanes: lanesSchema.nullable() }),
  ),
  platformGen: genSchema.nullable(),
});
export type ServerPart = z.infer<typeof serverPartSchema>;

export const MEDIA = ['dac', 'acc', 'aoc'] as const;

/** A cable with its plugs attached, in one stock length. Connector A of a breakout cable is the plug that is split. */
export const cablePartSchema = z.strictObject({
  kind: z.literal('cable'),
  ...common,
  medium: z.enum(MEDIA),
  connectorA: cageSchema,
  connectorB: cageSchema,
  /** Plugs at end B: 1, or 2 or 4 for a breakout cable. */
  ways: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  /** Line speeds it is made for, of one lane where it has several, ascending. */
  speedsGbps: speedsSchema,
  lengthM: z.number().positive(),
});
export type CablePart = z.infer<typeof cablePartSchema>;

export const FIBRES = ['OM3', 'OM4', 'OS2'] as const;
export const fibreSchema = z.enum(FIBRES);
export type Fibre = z.infer<typeof fibreSchema>;
export const FIBRE_CONNECTORS = ['LC duplex', 'MPO-12'] as const;
export const fibreConnectorSchema = z.enum(FIBRE_CONNECTORS);
export type FibreConnector = z.infer<typeof fibreConnectorSchema>;

export const transceiverPartSchema = z.strictObject({
  kind: z.literal('transceiver'),
  ...common,
  standard: lineSchema(1, 60),
  cage: cageSchema,
  speedGbps: speedSchema,
  connector: fibreConnectorSchema,
  /** Greatest reach in metres per fibre type; a type not listed is not lit. */
  reachM: z.partialRecord(fibreSchema, z.number().positive()),
});
export type TransceiverPart = z.infer<typeof transceiverPartSchema>;

/** Any product a design can name. */
export const partSchema = z.discriminatedUnion('kind', [
  adapterPartSchema,
  switchPartSchema,
  serverPartSchema,
  cablePartSchema,
  transceiverPartSchema,
]);
export type Part = z.infer<typeof partSchema>;
export type PartKind = Part['kind'];

/** All products, by kind, each list ordered by id. Parts embedded in a design win over those of the program. */
export interface Catalog {
  readonly adapters: readonly AdapterPart[];
  readonly switches: readonly SwitchPart[];
  readonly servers: readonly ServerPart[];
  readonly cables: readonly CablePart[];
  readonly transceivers: readonly TransceiverPart[];
  readonly byId: ReadonlyMap<PartId, Part>;
}
