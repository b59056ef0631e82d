import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { duplicate } from '../../../shared/fragment/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkIntegrity, type Design } from '../../../shared/model/index.ts';
import { aDesign } from '../../support/builders.ts';
import { NOWHERE, counter, insert, namesOf, planOf, template } from './helpers.ts';

describe('duplicates', () => {
  it('get the next names and the next free ports of the same switches', () => {
    const design = template('set-25g');
    const [first] = [...design.nodes.values()];
    const node = must(first, 'node');
    const plan = planOf(design);
    const made = must(
      duplicate(design, plan, catalog, { ids: [node.id], count: 2, places: NOWHERE }, counter()),
      'copies',
    );
    expect(made.uncabled).toEqual([]);
    const after = insert(design, made.insertion);
    expect(checkIntegrity(after)).toEqual([]);
    const farOf = (nodeId: string, of: Design) =>
      [...of.links.values()]
        .filter((link) => link.a.kind === 'node' && link.a.nodeId === nodeId)
        .map((link) => [link.a.kind === 'node' && link.a.port, link.b.kind === 'switch' && link.b.switchId]);
    for (const copy of made.insertion.nodes) expect(farOf(copy.id, after)).toEqual(farOf(node.id, design));
    const ports = planOf(after).switches.flatMap((item) => item.ports);
    expect(ports.every((port) => port.linkIds.length <= 1)).toBe(true);
    const names = namesOf(after);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tell which cables found no port', () => {
    const builder = aDesign()
      .network('net-a')
      .profile('p', [{ part: 'nvidia-mcx515a-ccat', networks: ['net-a'] }])
      .switch('TOR1', 'nvidia-sn2010');
    const names = ['HV1', 'HV2', 'HV3', 'HV4'];
    builder.cluster('C', 'hyper-v', 'p', names);
    names.forEach((name, i) => builder.link(`${name}/1/1`, `TOR1:swp${19 + i}`));
    const design = builder.build();
    const made = must(
      duplicate(design, planOf(design), catalog, { ids: ['hv1'], count: 1, places: NOWHERE }, counter()),
      'copy',
    );
    expect(made.uncabled).toHaveLength(1);
    expect(made.uncabled[0]).toMatch(/^HV5 .*: no free port of TOR1 fits\.$/);
  });

  it('of a switchless pair are a pair of their own', () => {
    const design = template('switchless-2-node');
    const made = must(
      duplicate(
        design,
        planOf(design),
        catalog,
        { ids: [...design.clusters.keys()], count: 1, places: NOWHERE },
        counter(),
      ),
      'copy',
    );
    const after = insert(design, made.insertion);
    expect(after.links.size).toBe(4);
    expect(after.clusters.size).toBe(2);
    expect(namesOf(after)).toEqual(['S2D01', 'S2D02', 'S2D03', 'S2D04']);
  });
});
