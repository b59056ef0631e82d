import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { bundleParallel } from '../../../shared/scene/index.ts';
import { aDesign } from '../../support/builders.ts';
import { sceneOf, textsOf } from './helpers.ts';

/** Two switches joined by eight cables, and a node with one cable to each. */
function joinedSwitches() {
  const builder = aDesign()
    .network('storage', { vlan: 711 })
    .profile('hv', [{ part: 'nvidia-mcx516a-cdat', slot: '1', networks: ['storage', 'storage'] }])
    .cluster('HV', 'hyper-v', 'hv', ['HV01'])
    .switch('TOR1', 'nvidia-sn2700')
    .switch('TOR2', 'nvidia-sn2700')
    .link('HV01/1/1', 'TOR1:swp1')
    .link('HV01/1/2', 'TOR2:swp1');
  for (let i = 10; i < 18; i++) builder.link(`TOR1:swp${i}`, `TOR2:swp${i}`);
  return builder.build();
}

const NONE: ReadonlySet<string> = new Set();

describe('bundleParallel', () => {
  const { scene, plan } = sceneOf(joinedSwitches());

  it('draws eight cables between two switches as one with their number', () => {
    const bundled = bundleParallel(scene, plan, { from: 2, open: NONE });
    expect(bundled.cables).toHaveLength(3);
    const bundle = must(
      bundled.cables.find(({ members }) => members),
      'a bundle',
    );
    expect(bundle.members).toHaveLength(8);
    expect(bundle.id).toBe(bundle.members?.[0]);
    expect(bundle.label).toBe('8 cables, TOR1 to TOR2');
    expect(textsOf(bundle.marks).map(({ text }) => text)).toEqual(['×8']);
  });

  it('leaves every other cable as it was, and the scene itself where nothing runs in parallel', () => {
    const bundled = bundleParallel(scene, plan, { from: 2, open: NONE });
    for (const cable of bundled.cables) if (!cable.members) expect(scene.cables).toContain(cable);
    expect(bundleParallel(scene, plan, { from: 9, open: NONE })).toBe(scene);
  });

  it('opens a bundle by any of its cables', () => {
    const inner = must(
      scene.cables.find(({ label }) => label.includes('TOR1 swp13')),
      'an inner cable',
    ).id;
    expect(bundleParallel(scene, plan, { from: 2, open: new Set([inner]) })).toBe(scene);
  });

  it('gives the same bundle again while its cables are the same', () => {
    const [one, two] = [1, 2].map(() => bundleParallel(scene, plan, { from: 2, open: NONE }));
    expect(one?.cables).toEqual(two?.cables);
    expect(one?.cables.find(({ members }) => members)).toBe(two?.cables.find(({ members }) => members));
  });

  it('runs where one of its cables ran', () => {
    const bundle = bundleParallel(scene, plan, { from: 2, open: NONE }).cables.find(({ members }) => members);
    const corners = (bundle?.points ?? []).slice(1, -1);
    const lines = scene.cables.filter(({ id }) => bundle?.members?.includes(id)).map(({ points }) => points);
    expect(corners.length).toBeGreaterThan(0);
    const inside = (list: readonly { x: number; y: number }[]) =>
      corners.every(({ x, y }) => list.some((point) => point.x === x && point.y === y));
    expect(lines.some(inside)).toBe(true);
  });
});
