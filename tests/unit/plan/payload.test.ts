import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../../shared/catalog/types.ts';
import { dataRate, packetShape, payloadShare } from '../../../shared/plan/index.ts';

describe('packetShape', () => {
  // RoCE v2: 8 + 14 + 20 + 8 + 12 + 4 + 4 + 12 = 82 bytes around the payload, 4 more when tagged.
  it.each([
    ['RoCEv2', 9000, false, 4096, 82],
    ['RoCEv2', 9000, true, 4096, 86],
    ['RoCEv2', 1500, false, 1024, 82],
    ['RoCEv2', 4140, false, 4096, 82],
    ['RoCEv2', 4139, false, 2048, 82],
    // RoCE v1: GRH 40 in place of IPv4 20 and UDP 8.
    ['RoCEv1', 9000, false, 4096, 94],
    ['RoCEv1', 4151, true, 2048, 98],
    // iWARP: 1500 - 40 - 20 of 1538 on the wire; 20 FPDU + 40 TCP/IP + 38 Ethernet around.
    ['iWARP', 1500, false, 1440, 98],
    ['iWARP', 9000, true, 8940, 102],
    // Plain TCP: 1460 of 1538.
    [null, 1500, false, 1460, 78],
    [null, 9000, true, 8960, 82],
  ] as const)('%s at MTU %i, tagged %s: %i bytes and %i around', (protocol, mtu, tagged, payload, around) => {
    expect(packetShape(protocol, mtu, tagged)).toEqual({ payload, wire: payload + around });
  });

  it('never carries more than the wire, and a tag or a smaller MTU never helps', () => {
    const protocol = fc.constantFrom(...PROTOCOLS, null);
    fc.assert(
      fc.property(protocol, fc.integer({ min: 1280, max: 16_000 }), fc.nat(4000), (kind, mtu, more) => {
        const plain = payloadShare(kind, mtu, false);
        expect(plain).toBeLessThan(1);
        expect(plain).toBeGreaterThan(0.85);
        expect(payloadShare(kind, mtu, true)).toBeLessThan(plain);
        expect(payloadShare(kind, mtu + more, false)).toBeGreaterThanOrEqual(plain);
      }),
    );
  });
});

describe('dataRate', () => {
  it('takes 64b/66b off the four FDR lanes behind the name 56', () => {
    expect(dataRate(56)).toBeCloseTo(54.545, 3);
  });
  it('is the name of every other speed', () => {
    expect([10, 25, 40, 50, 100, 200].map(dataRate)).toEqual([10, 25, 40, 50, 100, 200]);
  });
});
