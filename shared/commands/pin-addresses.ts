import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, withRecords, type Node } from '../model/index.ts';
import { defineCommand } from './define.ts';

const pin = TABLES.nodes.shape.pins.element.shape;

/** Fixes addresses of interfaces, or lets them be automatic again (null), any number in one step. */
export const pinAddresses = defineCommand({
  id: 'pin-addresses',
  payload: z.strictObject({
    pins: z
      .array(
        z.strictObject({
          nodeId: TABLES.nodes.shape.id,
          endpoint: pin.endpoint,
          address: pin.address.nullable(),
        }),
      )
      .min(1, 'No address is chosen'),
  }),
  label: ({ pins }) => {
    const verb = pins.every(({ address }) => address === null) ? 'Release' : 'Pin';
    return pins.length === 1 ? `${verb} an address` : `${verb} ${pins.length} addresses`;
  },
  apply: (design, { pins }) => {
    const changed = new Map<string, Node>();
    for (const { nodeId, endpoint, address } of pins) {
      const node = changed.get(nodeId) ?? design.nodes.get(nodeId);
      if (!node) return err('One of these nodes is not there any more.');
      const others = node.pins.filter((other) => other.endpoint !== endpoint);
      const next = address === null ? others : [...others, { endpoint, address }];
      if (next.length > 64) return err(`${node.name} would have more than 64 pinned addresses.`);
      changed.set(nodeId, { ...node, pins: next });
    }
    return ok(withRecords(design, 'nodes', [...changed.values()]));
  },
});
