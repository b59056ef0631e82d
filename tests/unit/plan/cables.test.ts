import { describe, expect, it } from 'vitest';
import { buildCatalog, catalog, type CablePart, type Part } from '../../../shared/catalog/index.ts';
import { id } from '../../../shared/lib/ids.ts';
import type { PartId } from '../../../shared/lib/ids.ts';
import { CAGES } from '../../../shared/catalog/types.ts';
import type { Link } from '../../../shared/model/index.ts';
import { computePlan, plugFits, type PlanLink } from '../../../shared/plan/index.ts';
import { patchCordLength } from '../../../shared/plan/cables.ts';
import { aDesign } from '../../support/builders.ts';

/** Two nodes with the card, cabled to each other. */
function direct(
  card: string,
  link: Partial<Link>,
  parts: readonly Part[] = [...catalog.byId.values()],
  embedded: readonly Part[] = [],
): PlanLink {
  const design = aDesign()
    .profile('p', [{ part: card }])
    .cluster('FS', 'file-server', 'p', ['A', 'B'])
    .embed(...embedded)
    .link('A/1/1', 'B/1/1', link)
    .build();
  return computePlan(design, buildCatalog(parts)).links[0]!;
}

const SFP_10G = 'nvidia-mcx312b-xcct';
const SFP_25G = 'nvidia-mcx512a-acat';

describe('cable choice', () => {
  it('takes the shortest DAC that is long enough', () => {
    const { cable, cableReason, problem } = direct(SFP_10G, { lengthM: 2.5 });
    expect(problem).toBeNull();
    expect(cable).toMatchObject({
      kind: 'assembly',
      part: { medium: 'dac', lengthM: 3, connectorA: 'SFP+' },
    });
    expect(cableReason).toBe('DAC in reach; shortest stock length of at least 2.5 m');
  });

  it('takes an AOC where no DAC reaches, and says so', () => {
    const { cable, cableReason } = direct(SFP_10G, { lengthM: 9 });
    expect(cable).toMatchObject({ kind: 'assembly', part: { medium: 'aoc', connectorA: 'SFP+' } });
    expect(cableReason).toMatch(/^DAC ends at \d+ m; AOC in reach/);
  });

  it('takes two transceivers and fibre where neither reaches', () => {
    const { cable, problem } = direct(SFP_10G, { lengthM: 150 });
    expect(problem).toBeNull();
    expect(cable).toMatchObject({
      kind: 'optical',
      transceiverA: { standard: '10GBASE-SR', cage: 'SFP+' },
      transceiverB: { standard: '10GBASE-SR' },
      fibre: { type: 'OM4', connector: 'LC duplex', lengthM: 150 },
    });
  });

  it('goes to single-mode beyond the reach of multimode', () => {
    expect(direct(SFP_10G, { lengthM: 2000 }).cable).toMatchObject({
      transceiverA: { standard: '10GBASE-LR' },
      fibre: { type: 'OS2', lengthM: 2000 },
    });
  });

  it('keeps to the medium asked for, however short', () => {
    expect(direct(SFP_10G, { lengthM: 1, medium: 'multimode' }).cable).toMatchObject({
      fibre: { type: 'OM4', lengthM: 1 },
    });
    expect(direct(SFP_10G, { lengthM: 1, medium: 'aoc' }).cable).toMatchObject({ part: { medium: 'aoc' } });
    const copper = direct(SFP_10G, { lengthM: 150, medium: 'dac' });
    expect(copper.cable).toBeNull();
    expect(copper.problem).toMatchObject({ code: 'no-cable', lengthM: 150 });
  });

  it('never takes a cable made for a slower speed', () => {
    const slow = catalog.cables.filter((part) => part.connectorA === 'SFP+');
    const cards = catalog.adapters;
    const { cable, speedGbps, problem } = direct(SFP_25G, { lengthM: 1 }, [...slow, ...cards]);
    expect(speedGbps).toBe(25);
    expect(cable).toBeNull();
    expect(problem).toMatchObject({ code: 'no-cable', speedGbps: 25, cageA: 'SFP28' });
  });

  it('joins an SFP28 card and an SFP+ switch at 10 Gb/s with SFP+ plugs', () => {
    const design = aDesign()
      .profile('p', [{ part: SFP_25G }])
      .cluster('FS', 'file-server', 'p', ['A'])
      .switch('TOR', 'dell-s4128f-on')
      .link('A/1/1', 'TOR:ethernet1/1/1', { lengthM: 2 })
      .build();
    const [link] = computePlan(design, catalog).links;
    expect(link).toMatchObject({
      speedGbps: 10,
      cable: { part: { connectorA: 'SFP+', connectorB: 'SFP+', lengthM: 2 } },
    });
  });

  it('keeps the embedded cable among equals, else the lowest id', () => {
    const base = catalog.cables.find((part) => part.connectorA === 'SFP28' && part.lengthM === 2)!;
    const twin = (name: string): CablePart => ({ ...base, id: id<PartId>(name) });
    const parts = [...catalog.adapters, twin('b-cable'), twin('c-cable'), twin('a-cable')];
    const partOf = (link: PlanLink) => (link.cable?.kind === 'assembly' ? link.cable.part.id : null);
    expect(partOf(direct(SFP_25G, { lengthM: 2 }, parts))).toBe('a-cable');
    expect(partOf(direct(SFP_25G, { lengthM: 2 }, parts, [twin('c-cable')]))).toBe('c-cable');
  });
});

describe('a cable chosen by hand', () => {
  const dac = (connector: string, lengthM: number) =>
    catalog.cables.find(
      (part) => part.medium === 'dac' && part.connectorA === connector && part.lengthM === lengthM,
    )!.id;

  it('is taken when it fits, longer than needed or not', () => {
    const link = direct(SFP_25G, { lengthM: 1, cableId: dac('SFP28', 3) });
    expect(link).toMatchObject({
      problem: null,
      cableReason: 'Chosen by hand',
      cable: { part: { lengthM: 3 } },
    });
  });

  it.each<readonly [string, Partial<Link>, RegExp]>([
    ['its plugs do not go in', { cableId: dac('QSFP28', 1) }, /plugs are QSFP28/],
    ['it is made for less', { cableId: dac('SFP+', 1) }, /made for 10 Gb\/s, the link runs at 25/],
    ['it is too short', { cableId: dac('SFP28', 1), lengthM: 3 }, /1 m long, the route 3 m/],
    ['it is no cable', { cableId: id<PartId>(SFP_25G) }, /not a cable/],
  ])('is refused when %s', (_why, facts, words) => {
    const link = direct(SFP_25G, facts);
    expect(link.cable).toBeNull();
    expect(link.problem?.code).toBe('pinned-unfit');
    expect(link.cableReason).toMatch(words);
  });

  it('is reported when nobody knows it', () => {
    const link = direct(SFP_25G, { cableId: id<PartId>('gone') });
    expect(link.problem).toEqual({ code: 'part-unknown', partId: 'gone' });
  });
});

describe('plugFits', () => {
  it('lets an older plug into a newer cage of its family, and nothing else', () => {
    const pairs = CAGES.flatMap((plug) =>
      CAGES.filter((cage) => plugFits(plug, cage)).map((cage) => `${plug} in ${cage}`),
    );
    expect(pairs).toEqual([
      'SFP+ in SFP+',
      'SFP+ in SFP28',
      'SFP+ in SFP56',
      'SFP28 in SFP28',
      'SFP28 in SFP56',
      'SFP56 in SFP56',
      'QSFP+ in QSFP+',
      'QSFP+ in QSFP28',
      'QSFP+ in QSFP56',
      'QSFP+ in QSFP112',
      'QSFP28 in QSFP28',
      'QSFP28 in QSFP56',
      'QSFP28 in QSFP112',
      'QSFP56 in QSFP56',
      'QSFP56 in QSFP112',
      'QSFP112 in QSFP112',
      'RJ45 in RJ45',
    ]);
  });
});

describe('patchCordLength', () => {
  it.each([
    [0.3, 1],
    [7.5, 10],
    [100, 100],
    [100.5, 105],
    [141, 145],
  ])('%f m needs a cord of %f m', (route, cord) => {
    expect(patchCordLength(route)).toBe(cord);
  });
});
