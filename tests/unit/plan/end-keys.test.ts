import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalKey, naturalTailKey } from '../../../shared/lib/natural-order.ts';
import { compareText } from '../../../shared/lib/stable-json.ts';
import { compareEnds, type EndKey } from '../../../shared/plan/ends.ts';

/** Names that go on from each other, with numbers that count as numbers. */
const name = fc
  .array(fc.constantFrom('FS', 'FS ', '1', '02', '10', ' ', 'SLOT 1', '/', 'é'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

const keyOf = (device: string, port: string): EndKey => ({
  ownerKey: naturalKey(`${device} `),
  print: { nameKey: naturalTailKey(port) },
});

it('orders ends as the natural order of device and port in one text does', () => {
  fc.assert(
    fc.property(name, name, name, name, (deviceA, portA, deviceB, portB) => {
      const whole = compareText(naturalKey(`${deviceA} ${portA}`), naturalKey(`${deviceB} ${portB}`));
      expect(Math.sign(compareEnds(keyOf(deviceA, portA), keyOf(deviceB, portB)))).toBe(whole);
      // An end whose port does not exist is known by its label alone.
      const lone = { ownerKey: '', print: { nameKey: naturalKey(`${deviceA} ${portA}`) } };
      expect(Math.sign(compareEnds(lone, keyOf(deviceB, portB)))).toBe(whole);
    }),
    { numRuns: 2000 },
  );
});
