import type { z } from 'zod';
import { must } from '../lib/assert.ts';
import { partSchema } from '../catalog/types.ts';
import { acknowledgementSchema } from './acknowledgement.ts';
import { cablingSchema, type Cabling } from './cabling.ts';
import { clusterSchema } from './cluster.ts';
import { fabricSchema, type FabricPolicy } from './fabric.ts';
import { linkSchema } from './link.ts';
import { networkSchema } from './network.ts';
import { nodeSchema } from './node.ts';
import { placementSchema } from './placement.ts';
import { profileSchema } from './profile.ts';
import { projectSchema, type Project } from './project.ts';
import { rackSchema } from './rack.ts';
import { switchSchema } from './switch.ts';

/** The tables of a design and the schema of their records. `project`, `fabric` and `cabling` hold exactly one record. */
export const TABLES = {
  project: projectSchema,
  fabric: fabricSchema,
  cabling: cablingSchema,
  racks: rackSchema,
  networks: networkSchema,
  clusters: clusterSchema,
  profiles: profileSchema,
  nodes: nodeSchema,
  switches: switchSchema,
  links: linkSchema,
  placements: placementSchema,
  acknowledgements: acknowledgementSchema,
  parts: partSchema,
} as const;

export type TableName = keyof typeof TABLES;
export type RecordOf<T extends TableName> = z.infer<(typeof TABLES)[T]>;
export type Table<T extends TableName> = ReadonlyMap<RecordOf<T>['id'], RecordOf<T>>;

/**
 * All that the user decided; the only thing saved. Tables are never changed in place: an edit makes a new
 * design in which untouched tables and records keep their identity.
 * `parts` holds copies of the products the design uses, so that it opens without the catalog.
 */
export type Design = { readonly [T in TableName]: Table<T> };

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The design's project details. */
export function projectOf(design: Design): Project {
  return must(design.project.get('project'), 'a design has project details');
}

/** The design's fabric policy. */
export function fabricOf(design: Design): FabricPolicy {
  return must(design.fabric.get('fabric'), 'a design has a fabric policy');
}

/** The design's lengths by rack and pair. */
export function cablingOf(design: Design): Cabling {
  return must(design.cabling.get('cabling'), 'a design has rules for cable lengths');
}
