import { describe, expect, it } from 'vitest';
import { endLabel } from '../../../shared/bom/index.ts';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { computePlan, type Plan } from '../../../shared/plan/index.ts';
import { laneName } from '../../../shared/plan/lane-names.ts';
import { aDesign, type DesignBuilder } from '../../support/builders.ts';
import { prepared } from '../../support/prepared.ts';

/** Dual-port 25 Gb/s card, dual-port 10 Gb/s card, and a 50 Gb/s capable 100 Gb/s card. */
const CARD_25G = 'nvidia-mcx512a-acat';
const CARD_10G = 'nvidia-mcx312b-xcct';
const CARD_100G = 'nvidia-mcx515a-ccat';

function plan(builder: DesignBuilder): Plan {
  const design = builder.build();
  return computePlan(design, withEmbedded(catalog, design.parts));
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`);

/** Nodes with one card, file servers and Hyper-V nodes by turns, and one large switch. */
function cluster(part: string, count: number, switchId = 'nvidia-sn2700'): DesignBuilder {
  return aDesign()
    .network('a', { vlan: 711 })
    .profile('p', [{ part, networks: ['a', 'a'], gen: 4, lanes: 16 }])
    .cluster('FS', 'file-server', 'p', names('FS', count / 2))
    .cluster('HV', 'hyper-v', 'p', names('HV', count / 2))
    .switch('TOR1', switchId);
}

/** Sixteen nodes on four breakout cables, four to each. */
function sixteen(): DesignBuilder {
  const builder = cluster(CARD_25G, 16);
  const ends = [...names('FS', 8), ...names('HV', 8)].map((name) => `${name}/1/1`);
  for (let i = 0; i < 4; i++)
    builder.breakout(`TOR1:swp${2 * i + 1}`, ends.slice(4 * i, 4 * i + 4), { lengthM: 2.5 });
  return builder;
}

describe('sixteen nodes on four breakout cables', () => {
  const { outcome, scene } = prepared(sixteen().build());
  const { totals, runs, tags, links, flow, switches } = outcome.plan;

  it('use four switch ports, sixteen adapter ports and four cables', () => {
    expect(totals).toMatchObject({ cables: 4, switchPortsUsed: 4, switchPortsFree: 28, portsCabled: 16 });
    expect(totals.transceivers).toBe(0);
    expect(
      runs.map(({ links: lanes, ways }) => [lanes[0] && tags.get(lanes[0].id), lanes.length, ways]),
    ).toEqual([
      ['C001', 4, 4],
      ['C002', 4, 4],
      ['C003', 4, 4],
      ['C004', 4, 4],
    ]);
    expect(scene.cables).toHaveLength(16);
  });

  it('run four lanes of 25 Gb/s on each port of 100', () => {
    expect(new Set(links.map(({ speedGbps }) => speedGbps))).toEqual(new Set([25]));
    const split = switches[0]?.ports.filter(({ lanes }) => lanes.length > 0) ?? [];
    expect(split.map(({ name, speedGbps }) => [name, speedGbps])).toEqual([
      ['swp1', 100],
      ['swp3', 100],
      ['swp5', 100],
      ['swp7', 100],
    ]);
    expect(split[0]?.lanes.map(({ name }) => name)).toEqual(['swp1s0', 'swp1s1', 'swp1s2', 'swp1s3']);
    // RoCE v2 at MTU 9000, tagged: 4096 bytes in a packet of 4182 on the wire.
    expect(split[0]?.payloadGbps).toBeCloseTo((4 * 25 * 4096) / 4182, 6);
  });

  it('move what eight servers give, and lose four of them with one cable', () => {
    const line = (25 * 4096) / 4182;
    expect(flow.rateGbps).toBeCloseTo(8 * line, 6);
    // The switch is worse than any cable: without it nothing is left.
    expect(flow.worstCase.rateGbps).toBe(0);
    expect(flow.worstCase.failedLabel).toBe('switch TOR1');
  });

  it('are four cables on the purchase list and in the schedule, which names every lane', () => {
    const { lines, cables } = outcome.bom;
    expect(lines.filter(({ section }) => section === 'Cables')).toMatchObject([
      {
        quantity: 4,
        partNumber: 'MCP7F00-A003R26N',
        designators: 'C001-C004',
        description: 'Breakout DAC, QSFP28 - 4 x SFP28, 3 m, 4 x 25 Gb/s',
      },
    ]);
    expect(cables).toHaveLength(4);
    expect(cables[0]).toMatchObject({
      tag: 'C001',
      run: { lengthM: 2.5, speedGbps: 25 },
      product: { stockLengthM: 3 },
      a: { device: 'TOR1', port: 'swp1', plug: { connector: 'QSFP28' } },
    });
    expect(cables[0]?.b.map((end) => [end.device, end.lane, end.plug.connector, endLabel(end)])).toEqual([
      ['FS01', 1, 'SFP28', 'FS01 SLOT 1 Port 1 <-> TOR1 swp1s0'],
      ['FS02', 2, 'SFP28', 'FS02 SLOT 1 Port 1 <-> TOR1 swp1s1'],
      ['FS03', 3, 'SFP28', 'FS03 SLOT 1 Port 1 <-> TOR1 swp1s2'],
      ['FS04', 4, 'SFP28', 'FS04 SLOT 1 Port 1 <-> TOR1 swp1s3'],
    ]);
    expect(outcome.plan.cables).toEqual([
      {
        partId: 'nvidia-mcp7f00-a003r26n',
        medium: 'dac',
        connectorA: 'QSFP28',
        connectorB: '4 x SFP28',
        lengthM: 3,
        qty: 4,
      },
    ]);
  });

  it('are named after the port that was recorded, also where the switch has none of that name', () => {
    const design = aDesign()
      .profile('p', [{ part: CARD_25G, networks: [null, null] }])
      .cluster('C', 'hyper-converged', 'p', ['N1', 'N2'])
      .switch('TOR1', 'arista-7050sx3-48yc8')
      .breakout('TOR1:Ethernet99', [null, 'N1/1/1', 'N2/1/1'])
      .build();
    const [row] = computeOutcome(design, catalog).bom.cables;
    expect(row?.a).toMatchObject({ device: 'TOR1', port: 'Ethernet99' });
  });

  it('break no rule of fitting', () => {
    const open = outcome.findings.filter(
      ({ rule, status }) => rule.startsWith('HW') && status !== 'not-applicable',
    );
    expect(open.map(({ rule, status }) => `${rule} ${status}`)).toEqual(
      expect.arrayContaining(['HW-03 pass', 'HW-07 pass']),
    );
  });
});

describe('a breakout cable fails as one', () => {
  it('with all its lanes, and with nothing that hangs on another cable', () => {
    // Two switches, so that a cable, not a switch, is the worst: TOR2 gives one server only.
    const builder = cluster(CARD_25G, 8)
      .switch('TOR2', 'nvidia-sn2700')
      .breakout('TOR1:swp1', ['FS01/1/1', 'FS02/1/1', 'FS03/1/1', 'FS04/1/1'])
      .breakout('TOR1:swp3', ['HV01/1/1', 'HV02/1/1', 'HV03/1/1', 'HV04/1/1'])
      .breakout('TOR2:swp1', ['FS01/1/2', 'FS02/1/2', 'FS03/1/2'])
      .breakout('TOR2:swp3', ['HV01/1/2', 'HV02/1/2', 'HV03/1/2', 'HV04/1/2']);
    const { flow, runs } = plan(builder);
    const line = (25 * 4096) / 4182;
    expect(flow.rateGbps).toBeCloseTo(7 * line, 6);
    expect(flow.worstCase.rateGbps).toBeCloseTo(3 * line, 6);
    const lost = runs.find(({ links }) => links.some(({ id }) => id === flow.worstCase.failed));
    expect(lost?.links).toHaveLength(4);
    expect(flow.worstCase.failedLabel).toBe('breakout cable C001 (TOR1 swp1, 4 lanes to FS01-FS04)');
  });

  it('is named with the switches it joins', () => {
    const uplink = ['TOR2:swp1', 'TOR2:swp3'];
    const { flow } = plan(
      cluster(CARD_25G, 4)
        .switch('TOR2', 'nvidia-sn2410')
        .link('FS01/1/1', 'TOR2:swp10')
        .link('FS02/1/1', 'TOR2:swp11')
        .link('HV01/1/1', 'TOR1:swp9')
        .link('HV02/1/1', 'TOR1:swp10')
        .breakout('TOR1:swp1', uplink),
    );
    expect(flow.rateGbps).toBeGreaterThan(0);
    expect(flow.worstCase.failedLabel).toBe('breakout cable C005 (TOR1 swp1, 2 lanes to TOR2)');
  });
});

describe('the speed of the lanes', () => {
  const speedOf = (builder: DesignBuilder) => plan(builder).runs[0];

  it.each([
    ['40 Gb/s in four of 10', CARD_10G, 'nvidia-sx1036', 'Eth1/1', 4 as const, 10, 'MC2609130-001'],
    [
      '40 Gb/s in four of 10 on a 100 Gb/s port',
      CARD_10G,
      'nvidia-sn2700',
      'swp1',
      4 as const,
      10,
      'MC2609130-001',
    ],
    ['100 Gb/s in four of 25', CARD_25G, 'nvidia-sn2700', 'swp1', 4 as const, 25, 'MCP7F00-A001'],
    ['100 Gb/s in two of 50', CARD_100G, 'nvidia-sn2700', 'swp1', 2 as const, 50, 'MCP7H00-G003R26N'],
  ])('is %s', (_name, card, switchId, port, ways, speedGbps, partNumber) => {
    const run = speedOf(
      cluster(card, 2, switchId).breakout(`TOR1:${port}`, ['FS01/1/1', 'HV01/1/1'], { ways, lengthM: 1 }),
    );
    expect(run).toMatchObject({ speedGbps, problem: null });
    expect(run?.cable?.kind === 'assembly' && run.cable.part.partNumber).toBe(partNumber);
  });

  it('is that of the slowest where the others can follow it', () => {
    const builder = cluster(CARD_25G, 2)
      .profile('slow', [{ part: CARD_10G, networks: ['a'] }])
      .cluster('HV', 'hyper-v', 'slow', ['HV09'])
      .breakout('TOR1:swp1', ['FS01/1/1', 'HV09/1/1'], { lengthM: 1 });
    expect(speedOf(builder)).toMatchObject({ speedGbps: 10, problem: null });
  });

  it('is none where lanes share no speed, and the rule says which', () => {
    const fixed = (speed: number) => [{ part: CARD_25G, networks: ['a'], speeds: [speed] }];
    const design = aDesign()
      .network('a')
      .profile('fast', fixed(25))
      .profile('slow', fixed(10))
      .cluster('FS', 'file-server', 'fast', ['FS01'])
      .cluster('HV', 'hyper-v', 'slow', ['HV01'])
      .switch('TOR1', 'nvidia-sn2700')
      .breakout('TOR1:swp1', ['FS01/1/1', 'HV01/1/1'])
      .build();
    const { plan: found, findings } = computeOutcome(design, catalog);
    expect(found.runs[0]?.problem).toMatchObject({ code: 'lanes-differ' });
    expect(found.links.map(({ speedGbps }) => speedGbps)).toEqual([null, null]);
    const fault = findings.find(({ rule, status }) => rule === 'HW-03' && status === 'fail');
    expect(fault?.message).toMatch(
      /Cable C001 .*FS01 SLOT 1 Port 1 at 25 Gb\/s and HV01 SLOT 1 Port 1 at 10 Gb\/s/,
    );
    expect(fault?.subjects).toHaveLength(2);
  });

  it('is none where the port cannot be divided so', () => {
    const run = speedOf(cluster(CARD_100G, 2).breakout('TOR1:swp1', ['FS01/1/1'], { ways: 4 }));
    // 100 Gb/s in four are 25, which the card runs at: the plugs are what does not fit.
    expect(run?.problem).toMatchObject({ code: 'no-cable', cageA: 'QSFP28', cageB: 'QSFP28', ways: 4 });
    const small = speedOf(cluster(CARD_25G, 2, 'nvidia-sn2010').breakout('TOR1:swp1', ['FS01/1/1']));
    expect(small?.problem).toMatchObject({ code: 'no-common-speed' });
  });
});

describe('what cannot be built', () => {
  it('is an open line with its reason when no breakout cable is long enough', () => {
    const { bom, plan: found } = prepared(
      cluster(CARD_25G, 2).breakout('TOR1:swp1', ['FS01/1/1', 'HV01/1/1'], { lengthM: 20 }).build(),
    ).outcome;
    expect(found.runs[0]?.problem).toMatchObject({ code: 'no-cable', ways: 4, lengthM: 20 });
    expect(bom.lines.filter(({ status }) => status === 'incomplete')).toMatchObject([
      {
        quantity: 1,
        description: 'Breakout cable to be decided, 4 x 25 Gb/s',
        note: 'no breakout cable for QSFP28 to 4 x SFP28 at 25 Gb/s reaches 20 m: DAC ends at 3 m',
      },
    ]);
  });

  it('is a cable pinned by hand that splits otherwise, or not at all', () => {
    const pinned = (cableId: string) =>
      plan(
        cluster(CARD_25G, 2).breakout('TOR1:swp1', ['FS01/1/1'], { lengthM: 1, cableId: cableId as never }),
      ).runs[0]?.cableReason;
    expect(pinned('nvidia-mcp2m00-a001e30n')).toContain('it is not a breakout cable');
    expect(pinned('nvidia-mcp7h00-g003r26n')).toContain('it splits a port into 2');
  });

  it('is a second cable at a split port, and a lane whose own end is taken while the others run', () => {
    const { links, runs, totals } = plan(
      cluster(CARD_25G, 4)
        .link('FS01/1/1', 'TOR1:swp9')
        .breakout('TOR1:swp1', ['FS01/1/1', 'FS02/1/1'], { lengthM: 1 })
        .link('HV01/1/1', 'TOR1:swp1')
        .breakout('TOR1:swp1', ['HV02/1/1']),
    );
    const problems = links.map(({ a, speedGbps, problem }) => [a.label, speedGbps, problem?.code ?? '']);
    expect(problems).toEqual([
      ['FS01 SLOT 1 Port 1', null, 'port-taken'],
      ['FS02 SLOT 1 Port 1', 25, ''],
      ['FS01 SLOT 1 Port 1', 25, 'no-cable'],
      ['HV01 SLOT 1 Port 1', null, 'port-taken'],
      ['HV02 SLOT 1 Port 1', null, 'port-taken'],
    ]);
    // A cable with one bad lane is bought all the same.
    expect(runs.map(({ cable }) => cable !== null)).toEqual([true, false, false, false]);
    expect(totals.cables).toBe(4);
  });
});

describe('lengths', () => {
  it('of a breakout follow its longest leg, from link, pair or racks', () => {
    const builder = () =>
      cluster(CARD_25G, 2).breakout('TOR1:swp1', ['FS01/1/1', 'HV01/1/1'], { lengthM: null });
    expect(plan(builder()).runs[0]).toMatchObject({ lengthM: 3, lengthFrom: 'racks' });
    const racked = builder().rack('R1', 1, ['TOR1', 'FS01']).rack('R2', 2, ['HV01']);
    expect(plan(racked).runs[0]).toMatchObject({
      lengthM: 5,
      lengthFrom: 'racks',
      problem: { code: 'no-cable' },
    });
    expect(plan(racked).links.map(({ lengthM }) => lengthM)).toEqual([2, 5]);
    const paired = builder().rack('R1', 1, ['TOR1', 'FS01', 'HV01']).pair('HV01', 'TOR1', 2.5);
    expect(plan(paired).runs[0]).toMatchObject({ lengthM: 2.5, lengthFrom: 'pair', problem: null });
  });
});

describe('names of lanes', () => {
  // As the makers write them: Cumulus swp1s0, MLNX-OS and NX-OS 1/1/1, OS10 1/1/49:1, EOS 49/1 to 49/4.
  it.each([
    ['cumulus', 'swp1', 4, ['swp1s0', 'swp1s1', 'swp1s2', 'swp1s3']],
    ['mlnx-os', 'Eth1/1', 4, ['Eth1/1/1', 'Eth1/1/2', 'Eth1/1/3', 'Eth1/1/4']],
    ['nx-os', 'Ethernet1/49', 2, ['Ethernet1/49/1', 'Ethernet1/49/2']],
    [
      'os10',
      'ethernet1/1/53',
      4,
      ['ethernet1/1/53:1', 'ethernet1/1/53:2', 'ethernet1/1/53:3', 'ethernet1/1/53:4'],
    ],
    ['eos', 'Ethernet49/1', 4, ['Ethernet49/1', 'Ethernet49/2', 'Ethernet49/3', 'Ethernet49/4']],
    ['eos', 'Ethernet49/1', 2, ['Ethernet49/1', 'Ethernet49/3']],
  ] as const)('%s: %s in %i', (os, port, ways, expected) => {
    expect(expected.map((_, i) => laneName(os, port, i + 1, ways))).toEqual(expected);
  });

  it('of an unknown system are the port with the number of the lane', () => {
    expect(laneName('other', '27', 2, 4)).toBeNull();
    const { links } = plan(cluster(CARD_25G, 2, 'gone-switch').breakout('TOR1:27', [null, 'FS01/1/1']));
    expect(must(links[0], 'the lane').b.label).toBe('TOR1 27 lane 2');
  });
});
