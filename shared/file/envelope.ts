import { z } from 'zod';
import {
  TABLES,
  TABLE_NAMES,
  buildDesign,
  type Design,
  type DesignRecords,
  type TableName,
} from '../model/index.ts';
import { CURRENT_VERSION } from './migrations/index.ts';

export const APP = 'clusterwright';
export const FILE_EXTENSION = 'cwplan';

const { project, fabric, cabling, ...lists } = TABLES;

/** The records of a file of the current version: three single records and a list per other table. */
const fileRecordsSchema = z.strictObject({
  project,
  fabric,
  cabling,
  racks: z.array(lists.racks),
  networks: z.array(lists.networks),
  clusters: z.array(lists.clusters),
  profiles: z.array(lists.profiles),
  nodes: z.array(lists.nodes),
  switches: z.array(lists.switches),
  links: z.array(lists.links),
  placements: z.array(lists.placements),
  acknowledgements: z.array(lists.acknowledgements),
  parts: z.array(lists.parts),
});
export type FileRecords = z.infer<typeof fileRecordsSchema>;

/** A whole file of the current version. Unknown keys are refused, so that a typing error is never lost in silence. */
export const fileSchema = z.strictObject({
  $schema: z.string().max(400).optional(),
  app: z.literal(APP),
  formatVersion: z.literal(CURRENT_VERSION),
  /** Version of the program that wrote the file. */
  savedBy: z.string().max(40),
  records: fileRecordsSchema,
});

/** The JSON Schema of the file format, for editors and for programs that write designs. */
export function designJsonSchema(): unknown {
  return z.toJSONSchema(fileSchema, { io: 'input', unrepresentable: 'any' });
}

/** Tables from the records of a file; ids are known to be unique. */
export function designOf(records: FileRecords): Design {
  return buildDesign({
    ...records,
    project: [records.project],
    fabric: [records.fabric],
    cabling: [records.cabling],
  });
}

/** Tables of exactly one record, which a file writes without a list. */
const SINGLE: ReadonlySet<TableName> = new Set(['project', 'fabric', 'cabling']);

/** Records of a design as the file lists them: by id, in every table. */
export function recordsOf(design: Design): Readonly<Record<TableName, unknown>> {
  const lists: Partial<Record<TableName, unknown>> = {};
  for (const name of TABLE_NAMES) {
    const records = [...design[name].values()] as DesignRecords[typeof name];
    lists[name] = SINGLE.has(name) ? records[0] : records;
  }
  return lists as Record<TableName, unknown>;
}
