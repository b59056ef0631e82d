import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { lineSchema } from '../lib/text.ts';
import { clusterLoadSchema } from './load.ts';

export const CLUSTER_KINDS = ['file-server', 'hyper-v', 'hyper-converged'] as const;

/** A Windows failover cluster, or a lone server of that role. */
export const clusterSchema = z.strictObject({
  id: idSchema<'cluster'>(),
  name: lineSchema(1, 60),
  kind: z.enum(CLUSTER_KINDS),
  /** Storage traffic of the virtual machines that run on it; null when not told. A file server cluster has none. */
  load: clusterLoadSchema.nullable(),
});
export type Cluster = z.infer<typeof clusterSchema>;
export type ClusterKind = Cluster['kind'];
