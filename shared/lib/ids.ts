import { z } from 'zod';
import { assert } from './assert.ts';

declare const brand: unique symbol;

/** A string that names one kind of thing; two kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type ClusterId = Id<'cluster'>;
export type ProfileId = Id<'profile'>;
export type NodeId = Id<'node'>;
export type SwitchId = Id<'switch'>;
export type LinkId = Id<'link'>;
export type NetworkId = Id<'network'>;
export type AcknowledgementId = Id<'acknowledgement'>;
export type RackId = Id<'rack'>;
/** One breakout cable: the links that are its lanes share it. */
export type BreakoutId = Id<'breakout'>;
export type PartId = Id<'part'>;
/** One adapter of one node: `<node>/<slot>`. Computed, never stored. */
export type AdapterId = Id<'adapter'>;
/** One cage: `<node>/<slot>/<number>` or `<switch>/<port name>`. Computed, never stored. */
export type PortId = Id<'port'>;
/** Anything a finding can point at. */
export type SubjectId = string;

const RECORD_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Schema of a record id: letters, digits, dot, dash and underscore, at most 64 characters, never a slash. */
export function idSchema<Kind extends string>(): z.ZodType<Id<Kind>, string> {
  return z
    .string()
    .regex(
      RECORD_ID,
      'An id has 1 to 64 letters, digits, dots, dashes or underscores',
    ) as unknown as z.ZodType<Id<Kind>, string>;
}

/** Turns a literal into an id of the wanted kind; a malformed one is a bug of the caller. */
export function id<T extends Id<string>>(text: string): T {
  assert(RECORD_ID.test(text), `malformed id ${JSON.stringify(text)}`);
  return text as T;
}

/** The id of the adapter in one slot of one node. */
export function adapterId(node: NodeId, slot: string): AdapterId {
  return `${node}/${slot}` as AdapterId;
}

/** The id of one port of an adapter; ports count from 1. */
export function adapterPortId(node: NodeId, slot: string, port: number): PortId {
  return portIdOn(node, adapterPortTail(slot, port));
}

/** The id of one port of a switch, by the name printed on the switch. */
export function switchPortId(switchId: SwitchId, name: string): PortId {
  return portIdOn(switchId, switchPortTail(name));
}

/** What the ids of one adapter port of all nodes of a profile end with. */
export function adapterPortTail(slot: string, port: number): string {
  return `/${slot}/${port}`;
}

/** What the ids of one port of all switches of a model end with. */
export function switchPortTail(name: string): string {
  return `/${name}`;
}

/** The id of a port from that of its device and its own end of it. */
export function portIdOn(device: NodeId | SwitchId, tail: string): PortId {
  return (device + tail) as PortId;
}
