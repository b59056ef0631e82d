import { defineEditMany } from './edit-many.ts';

/** Gives several networks the same purpose, gateway or DNS servers. */
export const editNetworks = defineEditMany('edit-networks', 'networks', ['network', 'networks']);
