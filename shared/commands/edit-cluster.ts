import { defineEdit } from './edit-record.ts';

/** Changes a cluster's name or role. */
export const editCluster = defineEdit('edit-cluster', 'clusters', (cluster) => `cluster ${cluster.name}`);
