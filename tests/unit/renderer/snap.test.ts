import { describe, expect, it } from 'vitest';
import { snapMove } from '../../../src-renderer/tools/index.ts';

const box = (x: number, y: number, width = 100, height = 60) => ({ x, y, width, height });

describe('snapMove', () => {
  it('lines up edges with edges and middles with middles', () => {
    const others = [box(300, 0)];
    expect(snapMove([box(0, 200)], others, { x: 297, y: 0 }, 5, false)).toMatchObject({ dx: 300, dy: 0 });
    expect(snapMove([box(0, 200, 40)], others, { x: 328, y: 0 }, 5, false)).toMatchObject({ dx: 330 });
    expect(snapMove([box(0, 200, 40)], others, { x: 362, y: 0 }, 5, false)).toMatchObject({ dx: 360 });
  });

  it('draws one line over everything that lies on it', () => {
    const others = [box(300, 0), box(300, 400)];
    const { guides } = snapMove([box(0, 200)], others, { x: 302, y: 2 }, 5, false);
    expect(guides.filter(({ axis }) => axis === 'x')).toEqual([
      { axis: 'x', at: 300, from: 0, to: 460 },
      { axis: 'x', at: 400, from: 0, to: 460 },
      { axis: 'x', at: 350, from: 0, to: 460 },
    ]);
  });

  it('keeps to the grid of 4 where nothing is near, and to nothing when it is to be free', () => {
    expect(snapMove([box(0, 0)], [], { x: 33, y: -1 }, 5, false)).toEqual({ dx: 32, dy: 0, guides: [] });
    expect(snapMove([box(0, 0)], [box(34, 0)], { x: 33.4, y: 0 }, 5, true)).toEqual({
      dx: 33,
      dy: 0,
      guides: [],
    });
    expect(Object.is(snapMove([box(0, 0)], [], { x: -1, y: 0 }, 5, false).dx, 0)).toBe(true);
  });

  it('takes several things as one', () => {
    const moving = [box(0, 0), box(120, 0)];
    expect(snapMove(moving, [box(500, 300)], { x: 379, y: 0 }, 5, false)).toMatchObject({ dx: 380 });
  });
});
