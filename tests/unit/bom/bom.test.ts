import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOM_SECTIONS, buildBom, endLabel, type Bom } from '../../../shared/bom/index.ts';
import type { RawLine } from '../../../shared/bom/lines.ts';
import { mergeLines } from '../../../shared/bom/merge.ts';
import { catalog, withEmbedded } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { stableJson } from '../../../shared/lib/stable-json.ts';
import type { Design } from '../../../shared/model/index.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { arbitraryDesign, arbitraryFabric } from '../../support/arbitrary-design.ts';
import { countCables } from '../../support/count-cables.ts';
import { aDesign, type DesignBuilder } from '../../support/builders.ts';

const list = (design: Design): Bom => buildBom(computePlan(design, withEmbedded(catalog, design.parts)));
const template = (id: string) => list(must(templateById(id), 'template').build());
const built = (builder: DesignBuilder) => list(builder.build());
const quantity = (bom: Bom, section: string) =>
  bom.lines.filter((line) => line.section === section).reduce((sum, line) => sum + line.quantity, 0);

/** Two nodes with 10 Gb/s cards, `lengthM` apart. */
const apart = (lengthM: number) =>
  aDesign()
    .network('a', { name: 'Storage A', vlan: 711 })
    .profile('p', [{ part: 'nvidia-mcx312b-xcct', networks: ['a'] }])
    .cluster('FS', 'file-server', 'p', ['FS01', 'FS02'])
    .link('FS01/1/1', 'FS02/1/1', { lengthM });

describe('purchase list', () => {
  it('of eight computers has five lines with ranges of who uses them', () => {
    const { lines, counts } = template('eight-node-dual-10g');
    expect(
      lines.map(({ line, section, quantity: count, designators }) => [line, section, count, designators]),
    ).toEqual([
      [1, 'Servers', 6, 'HV01-HV06'],
      [2, 'Servers', 2, 'FS01-FS02'],
      [3, 'Adapters', 8, 'FS01-FS02, HV01-HV06'],
      [4, 'Switches', 1, 'TOR1'],
      [5, 'Cables', 16, 'C001-C016'],
    ]);
    expect(lines.find(({ section }) => section === 'Adapters')).toMatchObject({
      partNumber: 'MCX312A-XCBT',
      status: 'resolved',
      description: 'ConnectX-3 EN MCX312A, 2 x SFP+ 10 Gb/s, PCIe Gen3 x8',
    });
    expect(counts).toEqual({ resolved: 2, generic: 3, incomplete: 0 });
  });

  it('counts adapters, not nodes, where a node has two', () => {
    const adapters = template('ten-node-two-40g').lines.filter(({ section }) => section === 'Adapters');
    expect(adapters.map((line) => [line.quantity, line.designators])).toEqual([[20, 'FS01-FS02, HV01-HV08']]);
  });

  it('lists two transceivers and a patch cord by class for a long link', () => {
    const { lines, assumptions } = built(apart(150));
    expect(lines.filter(({ section }) => section === 'Transceivers')).toMatchObject([
      {
        quantity: 2,
        status: 'resolved',
        description: '10GBASE-SR transceiver, SFP+, LC duplex',
        designators: 'C001',
      },
    ]);
    expect(lines.filter(({ section }) => section === 'Cables')).toMatchObject([
      {
        quantity: 1,
        partId: null,
        status: 'generic',
        description: 'Fibre patch cord OM4, LC duplex - LC duplex, 150 m',
      },
    ]);
    expect(assumptions.join(' ')).toMatch(/patch cords are named by class/);
  });

  it('keeps a line for what must still be decided, with the reason', () => {
    const bom = built(
      apart(1)
        .profile('gone', [{ part: 'gone-card' }], { serverId: 'gone-server' as never })
        .cluster('HV', 'hyper-v', 'gone', ['HV01'])
        .switch('TOR1', 'gone-switch')
        .link('FS01/1/2', 'FS02/1/1'),
    );
    const open = bom.lines.filter(({ status }) => status === 'incomplete');
    expect(open.map(({ section, description, designators }) => [section, description, designators])).toEqual([
      ['Servers', 'Unknown server "gone-server"', 'HV01'],
      ['Adapters', 'Unknown adapter "gone-card"', 'HV01'],
      ['Switches', 'Unknown switch "gone-switch"', 'TOR1'],
      ['Cables', 'Cable to be decided', 'C002'],
    ]);
    expect(open.at(-1)?.note).toBe('another cable ends at FS02 SLOT 1 Port 1');
    expect(bom.counts.incomplete).toBe(4);
  });

  it('tells the buyer at the line what to settle, and doubts about technology among the assumptions alone', () => {
    const { lines, assumptions } = template('set-25g');
    const lineOf = (section: string) =>
      must(
        lines.find((line) => line.section === section),
        section,
      );
    expect(lineOf('Switches').note).toMatch(
      /^Order code of one variant: check its airflow and power supplies/,
    );
    expect(lineOf('Servers').note).toBe('Sold configured to order: ask for a quote');
    for (const { partId, note } of lines) {
      const part = partId === null ? undefined : catalog.byId.get(partId);
      if (!part) continue;
      expect(note).toBe(part.orderNotes.join('; '));
      for (const fact of part.unverified) expect(note).not.toContain(fact);
      const about = assumptions.filter((sentence) => sentence.includes(part.model));
      const open = [...part.orderNotes, ...part.unverified];
      expect(about).toHaveLength(open.length > 0 ? 1 : 0);
      for (const point of open) expect(about[0]).toContain(point);
    }
    expect(lines.map(({ note }) => note).join()).not.toMatch(
      /front rows|swapped|frame size|lanes of the slots/,
    );
    expect(assumptions.join()).toContain('Number of front rows');
  });

  it('asks for the part number of a product without one', () => {
    const part = { ...must(catalog.byId.get('dell-r640' as never), 'a server'), orderNotes: [] };
    const { lines } = list({
      ...must(templateById('switchless-2-node'), 'template').build(),
      parts: new Map([[part.id, part]]),
    });
    expect(lines[0]).toMatchObject({ status: 'generic', note: 'Ask the maker for the part number' });
  });

  it('buys nothing for a design without anything, and says nothing', () => {
    expect(built(aDesign())).toEqual({
      lines: [],
      cables: [],
      counts: { resolved: 0, generic: 0, incomplete: 0 },
      assumptions: [],
    });
  });

  it('agrees with the plan in any design, and is the same every time', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDesign(), arbitraryFabric()), (design) => {
        const plan = computePlan(design, catalog);
        const bom = buildBom(plan);
        expect(quantity(bom, 'Servers')).toBe(plan.totals.nodes);
        expect(quantity(bom, 'Adapters')).toBe(plan.totals.adapters);
        expect(quantity(bom, 'Switches')).toBe(plan.totals.switches);
        expect(quantity(bom, 'Cables')).toBe(countCables(design));
        expect(quantity(bom, 'Transceivers')).toBe(plan.totals.transceivers);
        expect(bom.cables.map(({ tag }) => tag)).toEqual([...new Set(plan.tags.values())]);
        expect(bom.cables.flatMap(({ run }) => run.links)).toEqual(plan.links);
        expect(bom.lines.map(({ line }) => line)).toEqual(bom.lines.map((_, i) => i + 1));
        const sections = bom.lines.map(({ section }) => BOM_SECTIONS.indexOf(section));
        expect(sections).toEqual([...sections].sort((a, b) => a - b));
        expect(bom.counts.resolved + bom.counts.generic + bom.counts.incomplete).toBe(bom.lines.length);
        for (const line of bom.lines) {
          if (line.status === 'resolved') expect(line.partNumber).not.toBe('');
          else expect(line.note).not.toBe('');
        }
        expect(stableJson(buildBom({ ...plan }))).toBe(stableJson(bom));
      }),
    );
  });
});

describe('mergeLines', () => {
  const line = {
    section: 'Cables',
    partId: null,
    manufacturer: '',
    partNumber: '',
    description: 'Cord, 10 m',
    unit: 'pcs',
    status: 'generic',
    note: '',
    quantity: 2,
    usedBy: ['C002'],
    designators: () => 'C002',
  } as const;

  it('adds equal lines up and keeps lines apart that differ in any column', () => {
    const raw: readonly RawLine[] = [
      line,
      { ...line, quantity: 3, usedBy: ['C001', 'C002'] },
      { ...line, note: 'other' },
      { ...line, description: 'Cord, 9 m' },
      { ...line, section: 'Servers' },
    ];
    const merged = mergeLines(raw, [], 1);
    expect(
      merged.map(({ section, description, note, quantity: count }) => [section, description, note, count]),
    ).toEqual([
      ['Servers', 'Cord, 10 m', '', 2],
      ['Cables', 'Cord, 9 m', '', 2],
      ['Cables', 'Cord, 10 m', '', 5],
      ['Cables', 'Cord, 10 m', 'other', 2],
    ]);
    expect(merged[2]).toMatchObject({ usedBy: ['C001', 'C002'], designators: 'C001-C002' });
  });
});

describe('cable schedule', () => {
  it('says of each end what goes in, and each label reads its own end first', () => {
    const { cables } = built(apart(2.5));
    const end = { port: 'SLOT 1 Port 1', lane: null, plug: { connector: 'SFP+', module: '' } };
    expect(cables).toEqual([
      {
        tag: 'C001',
        run: expect.objectContaining({ lengthM: 2.5, lengthFrom: 'link', speedGbps: 10 }) as unknown,
        product: {
          type: 'DAC, SFP+ - SFP+',
          medium: 'DAC',
          stockLengthM: 3,
          partNumber: expect.stringMatching(/./) as string,
        },
        a: { ...end, device: 'FS01', far: 'FS02 SLOT 1 Port 1' },
        b: [{ ...end, device: 'FS02', far: 'FS01 SLOT 1 Port 1' }],
        carries: { vlans: '711', network: 'Storage A' },
        problem: '',
      },
    ]);
    const labels = cables.flatMap(({ a, b }) => [a, ...b].map(endLabel));
    expect(labels).toEqual([
      'FS01 SLOT 1 Port 1 <-> FS02 SLOT 1 Port 1',
      'FS02 SLOT 1 Port 1 <-> FS01 SLOT 1 Port 1',
    ]);
  });

  it('names the networks of a cable between switches', () => {
    const { cables } = template('set-25g');
    const between = cables.filter(({ a, b }) => a.device === 'TOR1' && b[0]?.device === 'TOR2');
    expect(between.length).toBeGreaterThan(0);
    for (const { carries } of between) {
      expect(carries.network).not.toBe('');
      expect(carries.vlans).not.toBe('');
    }
  });

  it('names the modules of an optical link, and the fibre in its stock length', () => {
    expect(built(apart(150)).cables[0]).toMatchObject({
      product: { medium: 'Fibre OM4', stockLengthM: 150 },
      a: { plug: { connector: 'LC duplex', module: 'MFM1T02A-SR' } },
      b: [{ plug: { connector: 'LC duplex', module: 'MFM1T02A-SR' } }],
    });
  });

  it('shows an end that does not exist as it was named, with the problem', () => {
    const { cables } = built(apart(1).switch('TOR1', 'nvidia-sn2010').link('FS01/1/2', 'TOR1:nowhere'));
    expect(cables[1]).toMatchObject({
      product: { type: 'To be decided', stockLengthM: null },
      b: [{ device: 'TOR1', port: 'nowhere', plug: { connector: '', module: '' } }],
      problem: 'TOR1 nowhere does not exist',
    });
  });
});
