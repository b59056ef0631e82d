import { z } from 'zod';
import { err, ok } from '../lib/result.ts';
import { TABLES, cablingOf, withRecords } from '../model/index.ts';
import { defineCommand } from './define.ts';

const pair = TABLES.cabling.shape.pairs.element.shape;

/** Sets the length of all cables between two devices that have none of their own; null takes it from the racks again. */
export const setPairLength = defineCommand({
  id: 'set-pair-length',
  payload: z.strictObject({ a: pair.a, b: pair.b, lengthM: pair.lengthM.nullable() }),
  label: ({ lengthM }) => (lengthM === null ? 'Drop the length of a pair' : 'Set the length of a pair'),
  apply: (design, { a, b, lengthM }) => {
    const known = (deviceId: string): boolean =>
      design.nodes.has(deviceId as never) || design.switches.has(deviceId as never);
    if (!known(a) || !known(b)) return err('One of these devices is not there any more.');
    if (a === b) return err('A length lies between two different devices.');
    const cabling = cablingOf(design);
    const others = cabling.pairs.filter(
      (other) => !(other.a === a && other.b === b) && !(other.a === b && other.b === a),
    );
    const pairs = lengthM === null ? others : [...others, { a, b, lengthM }];
    return ok(withRecords(design, 'cabling', [{ ...cabling, pairs }]));
  },
});
