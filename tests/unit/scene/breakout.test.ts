import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { sceneToSvg } from '../../../shared/scene/index.ts';
import { aDesign } from '../../support/builders.ts';
import { sceneOf } from './helpers.ts';

/** Four nodes behind one split port, one behind a port of its own. */
function splitDesign() {
  const names = ['HV01', 'HV02', 'HV03', 'HV04', 'HV05'];
  const builder = aDesign()
    .network('storage', { vlan: 711, subnet: '10.71.1.0/24' })
    .profile('hv', [{ part: 'nvidia-mcx512a-acat', slot: '1', networks: ['storage', null] }])
    .cluster('HV', 'hyper-v', 'hv', names)
    .switch('TOR', 'nvidia-sn2700');
  builder.breakout(
    'TOR:swp2',
    names.slice(0, 4).map((name) => `${name}/1/1` as const),
  );
  return builder.build();
}

describe('a breakout cable', () => {
  const { scene, plan } = sceneOf(splitDesign());
  const lanes = scene.cables.filter((cable) => plan.linkById.get(cable.id as never)?.breakout);

  it('is one stem that all its lanes share and then leave beside each other', () => {
    expect(lanes).toHaveLength(4);
    const xs = lanes.map(({ points }) => points.map(({ x }) => x).reverse());
    const shared = must(xs[0], 'a lane').findIndex((x, i) => xs.some((other) => other[i] !== x));
    expect(shared).toBeGreaterThanOrEqual(2);
    const leaving = xs.map((list) => must(list[shared], 'where the lane leaves'));
    const gaps = [...leaving].sort((p, q) => p - q).map((x, i, all) => x - (all[i - 1] ?? x));
    expect(gaps).toEqual([0, 4, 4, 4]);
  });

  it('ends in the middle of the split port and runs straight everywhere', () => {
    const split = must(lanes[0]?.ends[1], 'the split port');
    const port = must(
      scene.switches.flatMap((item) => item.ports).find(({ id }) => id === split),
      'port',
    );
    for (const { points } of lanes) {
      expect(points.at(-1)?.x).toBe(port.box.x + port.box.width / 2);
      points.slice(1).forEach((to, i) => {
        const from = must(points[i], 'a corner');
        expect(from.x === to.x || from.y === to.y).toBe(true);
      });
    }
  });

  it('says which lane it is, and stands in the legend and on paper', () => {
    expect(lanes[1]?.label).toMatch(/^Cable C\d+ lane 2 of 4, HV02/);
    expect(scene.legend.map(({ label }) => label)).toContain('Breakout, one cable of several lanes');
    expect(sceneToSvg(scene, { detail: 'near', title: 'x' })).toContain(
      'Breakout, one cable of several lanes',
    );
  });
});
