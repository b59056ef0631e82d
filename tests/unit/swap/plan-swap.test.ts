import { describe, expect, it } from 'vitest';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { applyCommand } from '../../../shared/commands/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { checkIntegrity, type Design } from '../../../shared/model/index.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import {
  planSwap,
  type Misfit,
  type SwapChoices,
  type SwapProposal,
  type SwapRequest,
} from '../../../shared/swap/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { aDesign } from '../../support/builders.ts';

interface Wish {
  readonly what: SwapRequest['what'];
  readonly ids: readonly string[];
  readonly partId: string;
}

function proposalOf(design: Design, wish: Wish, choices: SwapChoices = new Map()): SwapProposal {
  const parts = withEmbedded(catalog, design.parts);
  let made = 0;
  const ground = {
    design,
    plan: computePlan(design, parts),
    catalog: parts,
    newId: (prefix: string) => `${prefix}-new${++made}`,
  };
  const result = planSwap(ground, wish as SwapRequest, choices);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The design after the swap, applied as the command does. */
function applied(design: Design, proposal: SwapProposal): Design {
  const result = applyCommand(design, 'swap-products', proposal.edit, { newId: (prefix) => prefix });
  if (!result.ok) throw new Error(result.error);
  expect(checkIntegrity(result.value.design)).toEqual([]);
  return result.value.design;
}

/** Plans again with every recommendation taken. */
function resolved(design: Design, wish: Wish): SwapProposal {
  const open = proposalOf(design, wish);
  return proposalOf(design, wish, recommended(open.misfits));
}

function recommended(misfits: readonly Misfit[]): SwapChoices {
  return new Map(misfits.flatMap(({ id, recommended: to }) => (to === null ? [] : [[id, to] as const])));
}

/** Sixteen nodes in two racks' worth of 10 Gb/s: port 1 to one switch, port 2 to the other. */
function sixteenNodes(): Design {
  const names = Array.from({ length: 16 }, (_, i) => `N${String(i + 1).padStart(2, '0')}`);
  const builder = aDesign()
    .network('net-a', { vlan: 711, subnet: '10.71.1.0/24' })
    .network('net-b', { vlan: 712, subnet: '10.71.2.0/24' })
    .profile('host', [{ part: 'nvidia-mcx312b-xcct', networks: ['net-a', 'net-b'] }])
    .cluster('S2D', 'hyper-converged', 'host', names)
    .switch('TOR1', 'nvidia-sx1024')
    .switch('TOR2', 'nvidia-sx1024');
  names.forEach((name, i) => {
    builder.link(`${name}/1/1`, `TOR1:Eth1/${i + 1}`, { lengthM: null });
    builder.link(`${name}/1/2`, `TOR2:Eth1/${i + 1}`, { lengthM: null });
  });
  return builder.build();
}

describe('swapping 10 Gb/s for 25 Gb/s in sixteen nodes', () => {
  const design = sixteenNodes();
  const plan = computePlan(design, catalog);
  const cards = {
    what: 'adapter',
    ids: [...plan.adapterById.keys()],
    partId: 'nvidia-mcx4121a-acat',
  } as const;
  const switches = { what: 'switch', ids: ['tor1', 'tor2'], partId: 'nvidia-sn2410' } as const;

  it('keeps every cable on its port while the switches stay at 10 Gb/s', () => {
    const swap = proposalOf(design, cards);
    expect(swap.edit.label).toBe('Swap 16 adapters to ConnectX-4 Lx EN MCX4121A');
    expect(swap.cables).toHaveLength(32);
    expect(new Set(swap.cables.map(({ fate }) => fate))).toEqual(new Set(['kept']));
    expect(swap.misfits).toEqual([]);
  });

  it('runs at 25 Gb/s over SFP28 cables once both switches follow, with nothing lost', () => {
    const first = applied(design, proposalOf(design, cards));
    const swap = resolved(first, switches);
    const done = applied(first, swap);
    const outcome = computeOutcome(done, catalog);
    expect(outcome.plan.links).toHaveLength(32);
    for (const link of outcome.plan.links) {
      expect(link.problem, link.a.label).toBeNull();
      expect(link.speedGbps).toBe(25);
      expect(link.cable?.kind === 'assembly' && link.cable.part.connectorA).toBe('SFP28');
    }
    // The n-th port of the old panel becomes the n-th of the new one.
    const first16 = outcome.plan.links.filter(({ a }) => a.label.startsWith('N01'));
    expect(first16.map(({ b }) => b.label)).toEqual(['TOR1 swp1', 'TOR2 swp1']);
    expect(swap.cables.every(({ fate }) => fate === 'moved')).toBe(true);
  });

  it('gives chosen nodes a profile of their own and leaves the others alone', () => {
    const swap = proposalOf(design, { ...cards, ids: ['n01/1', 'n02/1'] });
    const done = applied(design, swap);
    expect(done.profiles.size).toBe(2);
    expect(done.profiles.get('host' as never)).toBe(design.profiles.get('host' as never));
    const own = must(done.nodes.get('n01' as never), 'n01').profileId;
    expect(done.nodes.get('n02' as never)?.profileId).toBe(own);
    expect(done.nodes.get('n03' as never)?.profileId).toBe('host');
    expect(done.profiles.get(own)?.adapters[0]?.partId).toBe('nvidia-mcx4121a-acat');
  });
});

describe('what does not fit', () => {
  it('a port the new card lacks moves to a free one, with its network and its cable', () => {
    const design = aDesign()
      .network('net-a')
      .network('net-b')
      .profile('host', [{ part: 'nvidia-mcx354a-fcbt', networks: [null, 'net-b'], protocol: 'RoCEv1' }])
      .cluster('C', 'hyper-v', 'host', ['A', 'B'])
      .link('A/1/2', 'B/1/2')
      .build();
    const wish = { what: 'adapter', ids: ['a/1', 'b/1'], partId: 'nvidia-mcx353a-fcbt' } as const;
    const open = proposalOf(design, wish);
    expect(open.undecided).toBe(1);
    expect(open.misfits[0]?.message).toMatch(/Port 2 .*gone.*1 cable/);
    expect(open.cables.map(({ fate }) => fate)).toEqual(['broken']);
    const swap = resolved(design, wish);
    const done = applied(design, swap);
    expect([...done.links.values()].map(({ a, b }) => [a, b])).toMatchObject([[{ port: 1 }, { port: 1 }]]);
    expect([...done.profiles.values()][0]?.adapters[0]?.ports).toMatchObject([
      { port: 1, networkId: 'net-b' },
    ]);
    expect(swap.cables.map(({ fate }) => fate)).toEqual(['moved']);
  });

  it('a team member without a port leaves the team when its cable is dropped', () => {
    const design = must(templateById('set-25g'), 'template').build();
    const plan = computePlan(design, catalog);
    const wish = {
      what: 'adapter',
      ids: [...plan.adapterById.keys()],
      partId: 'nvidia-mcx4111a-acat',
    } as const;
    const open = proposalOf(design, wish);
    expect(open.misfits[0]?.message).toContain('ConvergedSwitch');
    expect(open.misfits[0]?.recommended).toBe('drop');
    const done = applied(design, resolved(design, wish));
    const profile = must([...done.profiles.values()][0], 'profile');
    expect(profile.teams[0]?.members).toHaveLength(1);
    expect(done.links.size).toBe(design.links.size - 4);
  });

  it('a protocol the card does not speak becomes the nearest it does', () => {
    const design = must(templateById('two-node-10g'), 'template').build();
    const plan = computePlan(design, catalog);
    const swap = proposalOf(design, {
      what: 'adapter',
      ids: [...plan.adapterById.keys()],
      partId: 'chelsio-t520-cr',
    });
    const misfit = must(
      swap.misfits.find(({ id }) => id.startsWith('protocol')),
      'a protocol misfit',
    );
    expect(misfit.chosen).toBe('iWARP');
    const done = applied(design, swap);
    expect([...done.profiles.values()].map(({ adapters }) => adapters[0]?.protocol)).toEqual([
      'iWARP',
      'iWARP',
    ]);
  });

  it('a cable chosen by hand goes back to automatic where that helps', () => {
    const pinned = catalog.cables.find(
      (cable) =>
        cable.id.startsWith('nvidia') &&
        cable.connectorA === 'SFP28' &&
        cable.ways === 1 &&
        cable.speedsGbps.at(-1) === 25,
    );
    const design = aDesign()
      .network('net-a')
      .profile('host', [{ part: 'nvidia-mcx4121a-acat', networks: ['net-a'] }])
      .cluster('C', 'hyper-v', 'host', ['A'])
      .switch('TOR1', 'nvidia-sn2410')
      .link('A/1/1', 'TOR1:swp1', { cableId: must(pinned, 'an SFP28 cable').id })
      .build();
    const wish = { what: 'adapter', ids: ['a/1'], partId: 'nvidia-mcx312b-xcct' } as const;
    const open = proposalOf(design, wish);
    expect(open.misfits.map(({ recommended: to }) => to)).toEqual(['automatic']);
    const done = applied(design, resolved(design, wish));
    expect([...done.links.values()][0]?.cableId).toBeNull();
    expect(computePlan(done, catalog).links[0]?.problem).toBeNull();
  });

  it('a card with other cages is plugged into fitting free ports of the same switch', () => {
    const design = aDesign()
      .network('net-a')
      .profile('host', [{ part: 'nvidia-mcx4121a-acat', networks: ['net-a'] }])
      .cluster('C', 'hyper-v', 'host', ['A', 'B'])
      .switch('TOR1', 'nvidia-sn2410')
      .link('A/1/1', 'TOR1:swp1')
      .link('B/1/1', 'TOR1:swp2')
      .build();
    const wish = { what: 'adapter', ids: ['a/1', 'b/1'], partId: 'nvidia-mcx416a-ccat' } as const;
    const done = applied(design, resolved(design, wish));
    const plan = computePlan(done, catalog);
    expect(plan.links.map(({ b, speedGbps }) => [b.label, speedGbps])).toEqual([
      ['TOR1 swp49', 100],
      ['TOR1 swp50', 100],
    ]);
  });

  it('more cables than the new switch has ports are listed one by one, never dropped', () => {
    const builder = aDesign().network('net-a').switch('TOR1', 'nvidia-sn2410');
    const names = Array.from({ length: 20 }, (_, i) => `N${i + 1}`);
    builder
      .profile('host', [{ part: 'nvidia-mcx4121a-acat', networks: ['net-a'] }])
      .cluster('C', 'hyper-v', 'host', names);
    names.forEach((name, i) => builder.link(`${name}/1/1`, `TOR1:swp${i + 1 + (i > 9 ? 20 : 0)}`));
    const design = builder.build();
    const swap = proposalOf(design, { what: 'switch', ids: ['tor1'], partId: 'nvidia-sn2010' });
    expect(swap.cables).toHaveLength(20);
    expect(swap.undecided).toBe(2);
    expect(swap.cables.filter(({ fate }) => fate === 'broken')).toHaveLength(2);
    expect(applied(design, swap).links.size).toBe(20);
  });

  it('hardware addresses and versions of the old cards are forgotten', () => {
    const design = aDesign()
      .network('net-a')
      .profile('host', [
        { part: 'nvidia-mcx312b-xcct', networks: ['net-a'], firmware: '2.42', driver: '5.50' },
      ])
      .cluster('C', 'hyper-v', 'host', ['A'], { macs: [{ slot: '1', port: 1, mac: 'AA-BB-CC-DD-EE-01' }] })
      .build();
    const done = applied(
      design,
      proposalOf(design, { what: 'adapter', ids: ['a/1'], partId: 'nvidia-mcx4121a-acat' }),
    );
    expect([...done.nodes.values()][0]?.macs).toEqual([]);
    expect([...done.profiles.values()][0]?.adapters[0]).toMatchObject({ firmware: null, driver: null });
  });

  it('a server without the slot moves the card, its cable, team and pinned address', () => {
    const builder = aDesign()
      .network('net-a', { subnet: '10.0.0.0/24' })
      .profile('host', [{ part: 'nvidia-mcx312b-xcct', slot: '9', networks: ['net-a'] }])
      .cluster('C', 'hyper-v', 'host', ['A'], { pins: [{ endpoint: '9/1', address: '10.0.0.77' }] })
      .switch('TOR1', 'nvidia-sx1024')
      .link('A/9/1', 'TOR1:Eth1/1');
    const design = builder.build();
    const wish = { what: 'server', ids: ['a'], partId: 'dell-r740' } as const;
    const done = applied(design, resolved(design, wish));
    const plan = computePlan(done, catalog);
    expect(plan.adapters[0]?.slot.slot).toBe('1');
    expect(plan.links[0]?.problem).toBeNull();
    expect(plan.nodes[0]?.endpoints[0]).toMatchObject({ key: '1/1', address: '10.0.0.77', pinned: true });
  });

  it('a narrower slot of an older server is told with the ceiling before and after', () => {
    const design = aDesign()
      .network('net-a')
      .profile('host', [{ part: 'nvidia-mcx416a-ccat', slot: '1', gen: 3, lanes: 16, networks: ['net-a'] }], {
        serverId: 'dell-r740' as never,
      })
      .cluster('C', 'hyper-v', 'host', ['A', 'B'])
      .link('A/1/1', 'B/1/1')
      .build();
    const embedded = {
      ...must(
        catalog.servers.find(({ id }) => id === 'dell-r740'),
        'server',
      ),
      id: 'old-server' as never,
      slots: [{ name: '1', gen: 2, lanes: 8 as const }],
    };
    const withOld = { ...design, parts: new Map([[embedded.id, embedded]]) } as Design;
    const swap = proposalOf(withOld, { what: 'server', ids: ['a', 'b'], partId: 'old-server' });
    expect(swap.misfits.map(({ topic, severity }) => `${topic} ${severity}`)).toEqual([
      'slot warn',
      'rate warn',
    ]);
    expect(swap.misfits[1]?.message).toMatch(
      /takes 2\d\.\d of 9\d\.\d Gb\/s, limited by its PCIe link; before it took/,
    );
  });

  it('says so when there is nothing to swap', () => {
    const design = sixteenNodes();
    const ground = { design, plan: computePlan(design, catalog), catalog, newId: (prefix: string) => prefix };
    const same = planSwap(
      ground,
      { what: 'switch', ids: ['tor1' as never], partId: 'nvidia-sx1024' as never },
      new Map(),
    );
    expect(same.ok ? '' : same.error).toContain('already');
    const other = planSwap(
      ground,
      { what: 'switch', ids: ['tor1' as never], partId: 'nvidia-mcx312b-xcct' as never },
      new Map(),
    );
    expect(other.ok ? '' : other.error).toContain('catalog');
  });
});
