import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  roundedPath,
  routeCables,
  type Box,
  type Point,
  type RouteEnd,
  type RouteRequest,
} from '../../../shared/geometry/index.ts';

const end = (x: number, y: number, side: 'top' | 'bottom'): RouteEnd => ({ lead: [{ x, y }], side });
const box = (x: number, y: number, width = 100, height = 60): Box => ({ x, y, width, height });

interface Segment {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
}

function segments(routes: ReadonlyMap<string, readonly Point[]>): Segment[] {
  return [...routes].flatMap(([id, points]) =>
    points.slice(1).flatMap((to, i) => {
      const from = points[i];
      return from && (from.x !== to.x || from.y !== to.y) ? [{ id, from, to }] : [];
    }),
  );
}

/** Least distance of two parallel runs of different cables that lie beside each other for a while. */
function leastGap(all: readonly Segment[]): number {
  let least = Infinity;
  for (const a of all) {
    for (const b of all) {
      if (a.id >= b.id) continue;
      for (const [along, across] of [
        ['x', 'y'],
        ['y', 'x'],
      ] as const) {
        if (a.from[across] !== a.to[across] || b.from[across] !== b.to[across]) continue;
        const overlap =
          Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along])) -
          Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]));
        if (overlap > 0.01) least = Math.min(least, Math.abs(a.from[across] - b.from[across]));
      }
    }
  }
  return least;
}

/** Twelve cards above, a panel below: the ports in order. */
function tier(nodes: number): { requests: RouteRequest[]; boxes: Box[] } {
  const cards = Array.from({ length: nodes }, (_, i) => box(i * 160, 0, 120, 100));
  const panel = box(300, 340, 400, 60);
  const requests = cards.map(({ x }, i) => ({
    id: `c${String(i).padStart(2, '0')}`,
    a: end(x + 50, 104, 'bottom'),
    b: end(320 + i * 12, 340, 'top'),
  }));
  return { requests, boxes: [...cards, panel] };
}

describe('routeCables', () => {
  it('never leans, however little the two ports are apart', () => {
    const ends = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      shift: fc.integer({ min: -6, max: 6 }),
      inside: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(ends, { minLength: 1, maxLength: 6, selector: ({ x }) => x >> 5 }),
        (list) => {
          const requests = list.map(({ x, shift, inside }, i) => ({
            id: `c${i}`,
            a: end(x, 104, 'bottom'),
            b: inside
              ? {
                  lead: [
                    { x: x + shift, y: 360 },
                    { x: x + shift, y: 340 },
                  ],
                  side: 'top' as const,
                }
              : end(x + shift, 340, 'top'),
          }));
          const boxes = [box(-20, 0, 460, 100), box(-20, 340, 460, 60)];
          for (const { from, to } of segments(routeCables(requests, boxes))) {
            expect(from.x === to.x || from.y === to.y).toBe(true);
          }
        },
      ),
    );
  });

  it('leaves both ports straight and ends exactly there', () => {
    const { requests, boxes } = tier(8);
    for (const { id, a, b } of requests) {
      const points = routeCables(requests, boxes).get(id) ?? [];
      expect(points[0]).toEqual(a.lead[0]);
      expect(points.at(-1)).toEqual(b.lead[0]);
      expect(points[1]?.x).toBe(points[0]?.x);
      expect(points[1]?.y).toBeGreaterThan(104 + 4);
    }
  });

  it('keeps 4 units between cables that run beside each other, in every order of the far ends', () => {
    const { requests, boxes } = tier(10);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          requests.map(({ b }) => b),
          { minLength: 10 },
        ),
        (ends) => {
          const mixed = requests.map((request, i) => ({ ...request, b: ends[i] ?? request.b }));
          expect(leastGap(segments(routeCables(mixed, boxes)))).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });

  it('does not cross cables that keep their order', () => {
    const { requests, boxes } = tier(10);
    const all = segments(routeCables(requests, boxes));
    const crossings = all.flatMap((a) =>
      all.filter((b) => {
        if (a.id === b.id || a.from.y !== a.to.y || b.from.x !== b.to.x) return false;
        const [left, right] = [Math.min(a.from.x, a.to.x), Math.max(a.from.x, a.to.x)];
        const [top, bottom] = [Math.min(b.from.y, b.to.y), Math.max(b.from.y, b.to.y)];
        return left < b.from.x && b.from.x < right && top < a.from.y && a.from.y < bottom;
      }),
    );
    expect(crossings).toEqual([]);
  });

  it('passes between boxes that stand in the way', () => {
    const cards = [box(0, 0), box(130, 0), box(0, 160), box(130, 160)];
    const panel = box(0, 320, 300);
    const requests = [
      { id: 'a', a: end(30, 64, 'bottom'), b: end(60, 320, 'top') },
      { id: 'b', a: end(70, 64, 'bottom'), b: end(90, 320, 'top') },
      { id: 'c', a: end(160, 64, 'bottom'), b: end(120, 320, 'top') },
    ];
    const routes = routeCables(requests, [...cards, panel]);
    for (const { from, to } of segments(routes)) {
      for (const card of cards) {
        const inside =
          Math.max(from.x, to.x) > card.x &&
          Math.min(from.x, to.x) < card.x + card.width &&
          Math.max(from.y, to.y) > card.y &&
          Math.min(from.y, to.y) < card.y + card.height;
        expect(inside).toBe(false);
      }
    }
    expect(leastGap(segments(routes))).toBeGreaterThanOrEqual(4);
  });

  it('joins ports of one row beyond the row, nested', () => {
    const boxes = [box(0, 0), box(200, 0), box(400, 0)];
    const requests = [
      { id: 'long', a: end(30, 64, 'bottom'), b: end(430, 64, 'bottom') },
      { id: 'short', a: end(70, 64, 'bottom'), b: end(230, 64, 'bottom') },
    ];
    const routes = routeCables(requests, boxes);
    const depth = (id: string) => Math.max(...(routes.get(id) ?? []).map(({ y }) => y));
    expect(depth('short')).toBeGreaterThan(64);
    expect(depth('long')).toBeGreaterThanOrEqual(depth('short') + 4);
  });

  it('finds a way between ports that look away from each other', () => {
    const boxes = [box(0, 0), box(0, 200)];
    const routes = routeCables([{ id: 'a', a: end(50, -4, 'top'), b: end(50, 264, 'bottom') }], boxes);
    const points = routes.get('a') ?? [];
    expect(points[0]).toEqual({ x: 50, y: -4 });
    expect(points.at(-1)).toEqual({ x: 50, y: 264 });
    for (const { from, to } of segments(routes)) {
      if (from.x !== to.x) continue;
      const passes = Math.min(from.y, to.y) < 60 && Math.max(from.y, to.y) > 0;
      if (passes) expect(from.x < 0 || from.x > 100).toBe(true);
    }
  });

  it('gives the same lines every time', () => {
    const { requests, boxes } = tier(9);
    expect(routeCables(requests, boxes)).toEqual(routeCables(requests, boxes));
  });
});

describe('roundedPath', () => {
  it('rounds a corner and keeps both ends', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: 40, y: 40 },
    ];
    expect(roundedPath(points, 8)).toBe('M0 0L0 32Q0 40 8 40L40 40');
  });

  it('takes at most half of a short leg, and drops repeated and straight points', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 0, y: 20 },
      { x: 4, y: 20 },
      { x: 4, y: 40 },
    ];
    expect(roundedPath(points, 8)).toBe('M0 0L0 18Q0 20 2 20L2 20Q4 20 4 22L4 40');
  });

  it('is empty for no points', () => {
    expect(roundedPath([], 8)).toBe('');
  });
});
