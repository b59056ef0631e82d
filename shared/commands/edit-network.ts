import { defineEdit } from './edit-record.ts';

/** Changes a network: name, VLAN, subnet. */
export const editNetwork = defineEdit('edit-network', 'networks', (network) => `network ${network.name}`);
