import { describe, expect, it } from 'vitest';
import { catalog, withEmbedded, type SwitchPart } from '../../../shared/catalog/index.ts';
import { applyCommand, type CommandId, type CommandPayload } from '../../../shared/commands/index.ts';
import { parseDesignFile, serializeDesign } from '../../../shared/file/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { LinkId, PortId } from '../../../shared/lib/ids.ts';
import { applyDiff, checkIntegrity, reverseDiff, type Design } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import {
  judgeLane,
  judgeRewire,
  lanesAt,
  planBreakout,
  planRewire,
  waysOf,
} from '../../../shared/wiring/index.ts';
import { aDesign } from '../../support/builders.ts';

const SPLIT = { ways: 4, laneGbps: 25 } as const;
const ways = 4;
const port = (text: string) => text as PortId;

/** An SN2010 whose QSFP28 ports split into four, whatever the catalog says of the real one. */
const sn2010 = must(
  catalog.switches.find((part) => part.id === 'nvidia-sn2010'),
  'switch',
);
const splitting: SwitchPart = {
  ...sn2010,
  portGroups: sn2010.portGroups.map((group) => ({
    ...group,
    splits: group.cage === 'QSFP28' ? [{ ...SPLIT }] : [],
  })),
};

const bare = aDesign()
  .profile('p', [{ part: 'nvidia-mcx512a-acat', slot: '1' }])
  .profile('fast', [{ part: 'nvidia-mcx515a-ccat', slot: '1' }])
  .cluster('CL', 'hyper-v', 'p', ['N1', 'N2', 'N3'])
  .profile('old', [{ part: 'nvidia-mcx312b-xcct', slot: '1' }])
  .cluster('CL', 'hyper-v', 'fast', ['F1'])
  .cluster('CL', 'hyper-v', 'old', ['O1'])
  .switch('TOR1', 'nvidia-sn2010')
  .switch('TOR2', 'nvidia-sn2010')
  .embed(splitting)
  .build();

function planOf(design: Design) {
  return computePlan(design, withEmbedded(catalog, design.parts));
}
function counter() {
  let n = 0;
  return { newId: (prefix: string) => `${prefix}-b${++n}` };
}
const context = counter();
function run<C extends CommandId>(design: Design, id: C, payload: CommandPayload<C>): Design {
  const result = applyCommand(design, id, payload, context);
  if (!result.ok) throw new Error(result.error);
  expect(checkIntegrity(result.value.design)).toEqual([]);
  expect(applyDiff(result.value.design, reverseDiff(result.value.diff))).toEqual(design);
  const reopened = parseDesignFile(serializeDesign(result.value.design, ''));
  expect(reopened.ok).toBe(true);
  return result.value.design;
}
const tails = ['n1/1/1', 'n2/1/1', 'n3/1/1'].map(port);
const split = { portId: port('tor1/swp21'), ways } as const;
const wired = () =>
  run(bare, 'connect-links', { links: planBreakout(planOf(bare), { ...split, tails }).links });

describe('a breakout cable', () => {
  it('splits a port that its product can split', () => {
    const plan = planOf(bare);
    expect(waysOf(plan, port('tor1/swp21'))).toEqual([4]);
    expect(waysOf(plan, port('tor1/swp1'))).toEqual([]);
    expect(waysOf(plan, port('n1/1/1'))).toEqual([]);
    const proposal = planBreakout(plan, { ...split, tails });
    expect(proposal.words).toBe('1 cable: TOR1 swp21 split into 4 lanes of 25 Gb/s.');
    expect(proposal.links.map(({ breakout }) => breakout?.lane)).toEqual([1, 2, 3]);
  });

  it('is one cable in one step, and takes further lanes later', () => {
    const design = wired();
    expect(new Set([...design.links.values()].map(({ breakout }) => breakout?.id)).size).toBe(1);
    const plan = planOf(design);
    expect(lanesAt(plan, port('tor1/swp21'))).toHaveLength(3);
    const more = planBreakout(plan, { ...split, tails: [port('n1/1/2'), port('n2/1/2')] });
    expect(more.links.map(({ breakout }) => breakout?.lane)).toEqual([4]);
    expect(more.skipped).toEqual([{ label: 'N2 SLOT 1 Port 2', reason: 'TOR1 swp21 has no lane left.' }]);
    const full = run(design, 'connect-links', { links: more.links });
    expect(new Set([...full.links.values()].map(({ breakout }) => breakout?.id)).size).toBe(1);
  });

  it('says what keeps a port from being split or a lane from ending somewhere', () => {
    const plan = planOf(wired());
    const words = (portId: string, ends: readonly PortId[] = []) =>
      planBreakout(plan, { portId: port(portId), ways, tails: ends }).words;
    expect(words('tor1/swp1')).toBe('No source says that TOR1 swp1 can be split.');
    expect(words('n1/1/2')).toBe('Only a switch port can be split.');
    const lane = (tail: string) => judgeLane(plan, port('tor1/swp22'), ways, port(tail));
    expect(lane('n1/1/2')).toEqual({ ok: true, speedGbps: 25 });
    expect(lane('n1/1/1')).toMatchObject({ ok: false, code: 'taken' });
    expect(lane('f1/1/1')).toMatchObject({ ok: false, code: 'cages' });
    expect(lane('tor1/swp1')).toMatchObject({ ok: false, code: 'same-device' });
    expect(
      planBreakout(plan, {
        portId: port('tor1/swp22'),
        ways,
        tails: [port('n1/1/2'), port('n1/1/2')],
      }),
    ).toMatchObject({ skipped: [{ reason: 'Chosen twice.' }] });
  });

  it('runs all lanes at one speed, the one the plan then gives', () => {
    const plan = planOf(bare);
    const mixed = planBreakout(plan, { ...split, tails: [port('n1/1/1'), port('o1/1/1')] });
    expect(mixed.cables.map(({ speedGbps }) => speedGbps)).toEqual([10, 10]);
    const after = planOf(run(bare, 'connect-links', { links: mixed.links }));
    expect(after.links.map(({ speedGbps, problem }) => [speedGbps, problem])).toEqual([
      [10, null],
      [10, null],
    ]);
    expect(planOf(wired()).links.map(({ speedGbps }) => speedGbps)).toEqual([25, 25, 25]);
  });

  it('is nothing where no lane is taken, be it that none was asked for or that none could run', () => {
    expect(planBreakout(planOf(bare), { ...split, tails: [] })).toMatchObject({
      cables: [],
      words: 'Nothing to connect.',
    });
    // Lanes that share no speed: nothing can join them.
    const clash = aDesign()
      .profile('p', [{ part: 'nvidia-mcx512a-acat', slot: '1' }])
      .profile('fixed', [{ part: 'nvidia-mcx512a-acat', slot: '1', speeds: [25] }])
      .profile('slow', [{ part: 'nvidia-mcx512a-acat', slot: '1', speeds: [10] }])
      .cluster('CL', 'hyper-v', 'p', ['N1'])
      .cluster('CL', 'hyper-v', 'fixed', ['F1'])
      .cluster('CL', 'hyper-v', 'slow', ['S1'])
      .switch('TOR1', 'nvidia-sn2010')
      .embed(splitting)
      .breakout('TOR1:swp21', ['F1/1/1', 'S1/1/1'])
      .build();
    const proposal = planBreakout(planOf(clash), { ...split, tails: [port('n1/1/1')] });
    expect(proposal.cables).toEqual([]);
    expect(proposal.words).toBe('Nothing to connect. 1 left without a cable.');
  });

  it('stays one cable when a lane goes or the length of one is changed', () => {
    const design = wired();
    const [first, second] = [...design.links.keys()];
    const less = run(design, 'remove-items', { ids: [must(first, 'lane')] });
    expect(less.links.size).toBe(2);
    const longer = run(less, 'edit-links', { ids: [must(second, 'lane')], changes: { lengthM: 5 } });
    expect([...longer.links.values()].map(({ lengthM }) => lengthM)).toEqual([5, 5]);
  });

  it('moves with the port that is split; a lane moves alone', () => {
    const design = wired();
    const plan = planOf(design);
    const linkId = must([...design.links.keys()][1], 'lane') as LinkId;
    const rewire = (side: 'a' | 'b', to: string) => {
      const planned = planRewire(design, withEmbedded(catalog, design.parts), plan, {
        linkId,
        side,
        to: port(to),
      });
      if (!planned.ok) throw new Error(planned.error);
      return run(design, 'rewire-link', planned.value.rewire);
    };
    const moved = rewire('b', 'tor2/swp22');
    expect([...moved.links.values()].map(({ b }) => (b.kind === 'switch' ? b.switchId : ''))).toEqual(
      Array(3).fill('tor2'),
    );
    const one = rewire('a', 'n3/1/2');
    expect([...one.links.values()].filter(({ a }) => a.kind === 'node' && a.port === 2)).toHaveLength(1);
    expect(judgeRewire(plan, { linkId, side: 'b', to: port('tor1/swp1') })).toMatchObject({ code: 'split' });
    expect(judgeRewire(plan, { linkId, side: 'b', to: port('n1/1/2') })).toMatchObject({ code: 'split' });
  });
});

describe('moving an end of a plain cable', () => {
  const plain = aDesign()
    .profile('p', [{ part: 'nvidia-mcx512a-acat', slot: '1' }])
    .cluster('CL', 'hyper-v', 'p', ['N1'])
    .switch('TOR1', 'nvidia-sn2010')
    .switch('OLD1', 'dell-s4128f-on');
  const move = (design: Design, to: string) => {
    const plan = computePlan(design, catalog);
    const linkId = must([...design.links.keys()][0], 'link') as LinkId;
    return planRewire(design, catalog, plan, { linkId, side: 'b', to: port(to) });
  };

  it('keeps what was chosen by hand where it still fits, and gives it up where not', () => {
    const dac = must(
      catalog.cables.find(
        (part) => part.connectorA === 'SFP28' && part.connectorB === 'SFP28' && part.lengthM >= 1,
      ),
      'cable',
    );
    const design = plain.link('N1/1/1', 'TOR1:swp1', { cableId: dac.id }).build();
    const near = move(design, 'tor1/swp5');
    expect(near.ok && near.value.rewire.automatic).toBe(false);
    const far = move(design, 'old1/ethernet1/1/1');
    if (!far.ok) throw new Error(far.error);
    expect(far.value.rewire.automatic).toBe(true);
    expect(far.value.words).toMatch(
      /OLD1 ethernet1\/1\/1, 10 Gb\/s\. The cable chosen by hand does not fit there/,
    );
    const after = run(design, 'rewire-link', far.value.rewire);
    expect([...after.links.values()][0]).toMatchObject({
      cableId: null,
      medium: 'auto',
      b: { switchId: 'old1' },
    });
    expect(computePlan(after, catalog).links[0]?.problem).toBeNull();
  });

  it('moves the right end of a record that the plan shows turned round', () => {
    const design = aDesign()
      .profile('p', [{ part: 'nvidia-mcx512a-acat', slot: '1' }])
      .cluster('CL', 'hyper-v', 'p', ['N1', 'N2'])
      .switch('TOR1', 'nvidia-sn2010')
      .link('TOR1:swp1', 'N1/1/1')
      .build();
    const moved = move(design, 'tor1/swp9');
    expect(moved.ok && moved.value.rewire).toMatchObject({ end: 'a', to: { port: 'swp9' } });
  });
});
