import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { newAdapter, newNodes, newSwitch } from '../../../shared/fragment/index.ts';
import type { ClusterId, PartId } from '../../../shared/lib/ids.ts';
import { emptyDesign } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { aDesign } from '../../support/builders.ts';
import { counter, insert, namesOf, template } from './helpers.ts';

describe('new items', () => {
  it('make a first node on an empty canvas whole: it is checked like any other', () => {
    const planned = newNodes(
      emptyDesign('x'),
      catalog,
      { into: { kind: 'hyper-converged' }, count: 2 },
      counter(),
    );
    if (!planned.ok) throw new Error(planned.error);
    const design = insert(emptyDesign('x'), planned.value.insertion);
    expect(namesOf(design)).toEqual(['S2D01', 'S2D02']);
    expect([...design.networks.values()].map(({ name, purpose }) => [name, purpose])).toEqual([
      ['Storage A', 'storage'],
      ['Storage B', 'storage'],
    ]);
    const { plan, findings } = computeOutcome(design, catalog);
    expect(plan.unknownParts).toEqual([]);
    for (const node of plan.nodes) {
      expect(node.adapters).toHaveLength(1);
      expect(node.adapters[0]?.rdma).toBe(true);
      expect(node.endpoints.every((endpoint) => endpoint.address !== null)).toBe(true);
    }
    // Nothing about the card, its slot or its networks is wrong: only cables are missing.
    const failed = findings.filter((finding) => finding.status === 'fail').map((finding) => finding.rule);
    expect(failed.filter((rule) => /^(HW-0[12]|CAT|RDMA)/.test(rule))).toEqual([]);
    expect(planned.value.told.join(' ')).toMatch(/Assumed: .*Windows Server 2025/);
  });

  it('join a cluster like its other nodes and go on in its names', () => {
    const design = template('eight-node-dual-10g');
    const clusterId = 'hv-cl1' as ClusterId;
    const planned = newNodes(design, catalog, { into: { clusterId }, count: 3 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    const after = insert(design, planned.value.insertion);
    expect(planned.value.insertion.nodes.map((node) => node.name)).toEqual(['HV07', 'HV08', 'HV09']);
    expect(after.profiles.size).toBe(design.profiles.size);
    expect(planned.value.insertion.nodes.every((node) => node.profileId === 'profile-hv')).toBe(true);
  });

  it('name a second cluster and its nodes after the first', () => {
    const design = template('eight-node-dual-10g');
    const planned = newNodes(design, catalog, { into: { kind: 'hyper-v' }, count: 2 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    expect(planned.value.insertion.clusters.map(({ name }) => name)).toEqual(['HV-CL2']);
    expect(planned.value.insertion.nodes.map(({ name }) => name)).toEqual(['HV07', 'HV08']);
    expect(planned.value.insertion.label).toBe('Add cluster HV-CL2');
  });

  it('count switches up', () => {
    const design = template('eight-node-dual-10g');
    const planned = newSwitch(design, catalog, { partId: 'nvidia-sn2010' as PartId, count: 2 }, counter());
    if (!planned.ok) throw new Error(planned.error);
    expect(planned.value.insertion.switches.map(({ name }) => name)).toEqual(['TOR2', 'TOR3']);
  });

  it('give a card the first free slot that carries it and the networks of the profile', () => {
    const design = template('eight-node-dual-10g');
    const profileIds = [...design.profiles.keys()];
    const planned = newAdapter(
      design,
      catalog,
      { partId: 'nvidia-mcx312b-xcct' as PartId, profileIds },
      counter(),
    );
    if (!planned.ok) throw new Error(planned.error);
    const result = applyCommand(design, 'add-adapter', planned.value.payload, { newId: counter() });
    expect(result.ok).toBe(true);
    for (const { adapter } of planned.value.payload.adapters) {
      expect(adapter.slot).not.toBe('2');
      expect(adapter.ports.map(({ networkId }) => networkId)).toEqual(['net-711', 'net-712']);
    }
  });

  it('say so when every slot is taken', () => {
    const slots = ['1', '2', '3'].map((slot) => ({ part: 'nvidia-mcx4121a-acat', slot }));
    const design = aDesign()
      .profile('p', slots, { serverId: 'dell-r640' as PartId })
      .cluster('C', 'hyper-v', 'p', ['A'])
      .build();
    const planned = newAdapter(
      design,
      catalog,
      { partId: 'nvidia-mcx4121a-acat' as PartId, profileIds: [...design.profiles.keys()] },
      counter(),
    );
    expect(planned.ok ? '' : planned.error).toMatch(/Every slot of p \(PowerEdge R640\)/);
  });
});
