import { defineEdit } from './edit-record.ts';

/** Changes one node: name, cluster, profile, pinned addresses, hardware addresses. */
export const editNode = defineEdit('edit-node', 'nodes', (node) => `node ${node.name}`);
