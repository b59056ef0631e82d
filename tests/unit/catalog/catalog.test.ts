import { describe, expect, it } from 'vitest';
import { catalog, partSchema, type CablePart, type Cage } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';

const parts = [...catalog.byId.values()];

/** Greatest Ethernet speed the form factor was made for; 56 is the FDR-rate Ethernet of the QSFP+ cards. */
const TOP_SPEED: Record<Cage, number> = {
  'SFP+': 10,
  SFP28: 25,
  SFP56: 50,
  'QSFP+': 56,
  QSFP28: 100,
  QSFP56: 200,
  QSFP112: 400,
  RJ45: 10,
};

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? Infinity));
}

describe('every product', () => {
  it.each(parts)('$id has the shape of its kind', (part) => {
    expect(partSchema.safeParse(part).error?.issues ?? []).toEqual([]);
  });

  it('has a part number, or is a line that stays open and says what to ask for', () => {
    for (const { id, kind, partNumber, orderNotes } of parts) {
      const asks = orderNotes.some((note) => /ask for (the order code|a quote)/i.test(note));
      // A number that depends on something not drawn would be ordered by mistake: it must not stand there.
      expect(asks, id).toBe(partNumber === null);
      if (kind === 'cable' || kind === 'transceiver') expect(partNumber, id).not.toBeNull();
    }
  });

  it('does not pass a model name off as the order code of a Dell switch', () => {
    const dell = catalog.switches.filter(({ manufacturer }) => manufacturer === 'Dell');
    expect(dell.map(({ partNumber }) => partNumber)).toEqual([null, null, null]);
    for (const { id, orderNotes } of dell)
      expect(orderNotes.join(), id).toContain('airflow and power supplies');
  });

  it('has a part number of its own', () => {
    const numbers = parts.flatMap((part) => part.partNumber ?? []);
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it('names sources a reader can find, each once, and no doubt twice', () => {
    for (const part of parts) {
      expect(part.sources.length, part.id).toBeGreaterThan(0);
      expect(new Set(part.sources).size, part.id).toBe(part.sources.length);
      const doubts = [...part.orderNotes, ...part.unverified];
      expect(new Set(doubts).size, part.id).toBe(doubts.length);
      expect(part.sources.join(' '), part.id).not.toMatch(/\.\.\/|\/work\/|kcores/i);
    }
  });

  it('tells the buyer what to settle, and keeps doubts about its technology apart', () => {
    for (const { id, kind, orderNotes, unverified } of parts) {
      if (kind === 'switch') expect(orderNotes.join(), id).toMatch(/airflow and power supplies/);
      // A note stands in a column of the list: one short line.
      for (const note of orderNotes) expect(note.length, `${id}: ${note}`).toBeLessThanOrEqual(80);
      expect(unverified.join(), id).not.toMatch(/part number|order|licence/i);
    }
  });

  it('of a file made before there were order notes is read without any', () => {
    const { orderNotes, ...before } = must(parts[0], 'a product');
    expect(orderNotes).toBeDefined();
    expect(partSchema.parse(before).orderNotes).toEqual([]);
  });

  it('stands in its list in order of id', () => {
    for (const list of [
      catalog.adapters,
      catalog.switches,
      catalog.servers,
      catalog.cables,
      catalog.transceivers,
    ]) {
      const ids = list.map((part) => part.id);
      expect(ids).toEqual([...ids].sort());
    }
  });
});

describe('adapters', () => {
  it.each([...catalog.adapters])('$model runs at speeds of its cage', ({ speedsGbps, cage }) => {
    expect(ascending(speedsGbps)).toBe(true);
    expect(speedsGbps.at(-1)).toBeLessThanOrEqual(TOP_SPEED[cage]);
  });

  // PCIe figures of the makers' pages: Gen3 x4 for the single 10G card, x8 for 10/40/25G, x16 for 100G, Gen4 for the Ex card.
  it.each([
    ['MCX311A-XCAT', 1, 3, 4],
    ['MCX312A-XCBT', 2, 3, 8],
    ['MCX353A-FCBT', 1, 3, 8],
    ['MCX354A-FCBT', 2, 3, 8],
    ['MCX4121A-ACAT', 2, 3, 8],
    ['MCX416A-CCAT', 2, 3, 16],
    ['MCX516A-CDAT', 2, 4, 16],
  ])('%s has %i ports on PCIe Gen%i x%i', (partNumber, ports, gen, lanes) => {
    const card = catalog.adapters.find((part) => part.partNumber === partNumber);
    expect(card).toMatchObject({ ports, pcie: { gen, lanes } });
  });

  it('ConnectX-3 without Pro speaks RoCE v1 alone, Chelsio iWARP alone', () => {
    const of = (test: RegExp) => catalog.adapters.filter((part) => test.test(part.family));
    for (const card of of(/^ConnectX-3 (EN|VPI)$/)) expect(card.rdma, card.id).toEqual(['RoCEv1']);
    for (const card of of(/^Terminator/)) expect(card.rdma, card.id).toEqual(['iWARP']);
    expect(of(/^ConnectX-3 (EN|VPI)$/)).toHaveLength(6);
  });

  it('knows cards without RDMA for teams', () => {
    expect(catalog.adapters.filter((card) => card.rdma.length === 0).length).toBeGreaterThan(0);
  });
});

describe('switches', () => {
  it.each([...catalog.switches])('$model names each port once, at speeds of its cage', ({ portGroups }) => {
    const names = portGroups.flatMap((group) => group.names);
    expect(new Set(names).size).toBe(names.length);
    for (const group of portGroups) {
      expect(ascending(group.speedsGbps)).toBe(true);
      expect(group.speedsGbps.at(-1)).toBeLessThanOrEqual(TOP_SPEED[group.cage]);
      expect(group.names.length % group.rows).toBe(0);
    }
  });

  // Port counts as the makers' data sheets and the SNMP product names give them.
  it.each([
    ['SX1012', { 'QSFP+': 12 }],
    ['SX1024', { 'SFP+': 48, 'QSFP+': 12 }],
    ['SX1036', { 'QSFP+': 36 }],
    ['SN2010', { SFP28: 18, QSFP28: 4 }],
    ['SN2100', { QSFP28: 16 }],
    ['SN2410', { SFP28: 48, QSFP28: 8 }],
    ['SN2700', { QSFP28: 32 }],
    ['PowerSwitch S4128F-ON', { 'SFP+': 28, QSFP28: 2 }],
    ['PowerSwitch S5248F-ON', { SFP28: 48, QSFP28: 4 }],
    ['Nexus 93180YC-FX', { SFP28: 48, QSFP28: 6 }],
  ])('%s has the ports of its data sheet', (model, expected) => {
    const part = catalog.switches.find((entry) => entry.model === model);
    const counts: Partial<Record<Cage, number>> = {};
    for (const group of part?.portGroups ?? [])
      counts[group.cage] = (counts[group.cage] ?? 0) + group.names.length;
    expect(counts).toEqual(expected);
  });

  it('says PFC is documented only where Microsoft lists the series', () => {
    for (const part of catalog.switches) {
      const listed = part.sources.some((source) => source.includes('physical-network-requirements'));
      expect(part.pfc === 'documented', part.id).toBe(listed);
    }
  });
});

describe('cables', () => {
  // IEEE 802.3: passive copper ends at 7 m (10G, 40G), 5 m (25G, 100G) and 3 m (200G).
  const COPPER_REACH: Partial<Record<Cage, number>> = {
    'SFP+': 7,
    'QSFP+': 7,
    SFP28: 5,
    QSFP28: 5,
    QSFP56: 3,
  };

  it.each([...catalog.cables])('$id is of a length its medium allows', (cable) => {
    const reach = cable.medium === 'aoc' ? 100 : (COPPER_REACH[cable.connectorA] ?? 0);
    expect(cable.lengthM).toBeGreaterThan(0);
    expect(cable.lengthM).toBeLessThanOrEqual(reach);
    expect(ascending(cable.speedsGbps)).toBe(true);
    expect((cable.speedsGbps.at(-1) ?? 0) * cable.ways).toBeLessThanOrEqual(TOP_SPEED[cable.connectorA]);
    expect(cable.speedsGbps.at(-1)).toBeLessThanOrEqual(TOP_SPEED[cable.connectorB]);
    if (cable.ways === 1) expect(cable.connectorA).toBe(cable.connectorB);
  });

  it('hold each length of a family once', () => {
    const key = (cable: CablePart) =>
      [cable.medium, cable.connectorA, cable.ways, cable.speedsGbps.join('/'), cable.lengthM].join(' ');
    const keys = catalog.cables.map(key);
    expect(keys.filter((entry, i) => keys.indexOf(entry) !== i)).toEqual([]);
  });

  it('tell the length by the number: 00A is half a metre, 01A one and a half, 003 three', () => {
    const coded = catalog.cables.flatMap((cable) => {
      const code = /^(?:MC\d{7}-|MCP\d[0-9A-Z]{3}-[A-Z]|MF[A-Z]\d[A-Z0-9]\d\d-[A-Z])(\d{2})([0-9A])/.exec(
        cable.partNumber ?? '',
      );
      return code
        ? [{ cable, metres: code[2] === 'A' ? Number(code[1]) + 0.5 : Number(`${code[1]}${code[2]}`) }]
        : [];
    });
    expect(coded.length).toBeGreaterThan(50);
    for (const { cable, metres } of coded) expect(cable.lengthM, cable.id).toBe(metres);
  });

  it('reach 56 Gb/s only with the FDR family', () => {
    const fdr = catalog.cables.filter((cable) => cable.speedsGbps.includes(56));
    expect(fdr.map((cable) => cable.partNumber)).toEqual([
      'MC2207128-003',
      'MC2207130-001',
      'MC2207130-002',
      'MC2207130-00A',
    ]);
  });
});

describe('breakout cables and split ports', () => {
  // Makers' pages: four lanes of a QSFP+ are 10 Gb/s each, of a QSFP28 25; two legs of a QSFP28 50, of a QSFP56 100.
  it.each([
    ['MC2609130-003', 'QSFP+', 4, 'SFP+', [10], 3],
    ['MCP7F00-A003R26N', 'QSFP28', 4, 'SFP28', [10, 25], 3],
    ['MCP7H00-G003R26N', 'QSFP28', 2, 'QSFP28', [50], 3],
    ['MFA7A20-C010', 'QSFP28', 2, 'QSFP28', [50], 10],
    ['MCP7H50-H003', 'QSFP56', 2, 'QSFP56', [100], 3],
    ['MFS1S50-V030E', 'QSFP56', 2, 'QSFP56', [100], 30],
  ])('%s splits a %s into %i x %s', (partNumber, connectorA, ways, connectorB, speedsGbps, lengthM) => {
    const cable = catalog.cables.find((part) => part.partNumber === partNumber);
    expect(cable).toMatchObject({ connectorA, ways, connectorB, speedsGbps, lengthM });
  });

  it('a port is split into what it runs at, where a source says so', () => {
    for (const part of catalog.switches) {
      const splits = part.portGroups.flatMap((group) =>
        group.splits.map((split) => {
          expect(group.speedsGbps, part.id).toContain(split.ways * split.laneGbps);
          return split;
        }),
      );
      const sourced = part.sources.some((source) =>
        /DOC-1450|breakout|profiles\.md|sn2100-cluster/.test(source),
      );
      expect(splits.length > 0, part.id).toBe(sourced);
    }
  });
});

describe('transceivers', () => {
  // Reaches of IEEE 802.3: clause 52 (10GBASE-SR/LR), 112/114 (25GBASE), 86/87 (40GBASE), 95/88 (100GBASE), 138 (200GBASE).
  it.each([
    ['10GBASE-SR', { OM3: 300, OM4: 400 }],
    ['10GBASE-LR', { OS2: 10_000 }],
    ['25GBASE-SR', { OM3: 70, OM4: 100 }],
    ['25GBASE-LR', { OS2: 10_000 }],
    ['40GBASE-SR4', { OM3: 100, OM4: 150 }],
    ['40GBASE-LR4', { OS2: 10_000 }],
    ['100GBASE-SR4', { OM3: 70, OM4: 100 }],
    ['100GBASE-LR4', { OS2: 10_000 }],
    ['200GBASE-SR4', { OM3: 70, OM4: 100 }],
  ])('%s reaches what its standard says', (standard, reachM) => {
    expect(catalog.transceivers.find((part) => part.standard === standard)?.reachM).toEqual(reachM);
  });

  it('have MPO plugs for four parallel lanes and LC for the rest', () => {
    for (const part of catalog.transceivers) {
      expect(part.connector, part.id).toBe(/SR4$/.test(part.standard) ? 'MPO-12' : 'LC duplex');
      expect(part.speedGbps, part.id).toBeLessThanOrEqual(TOP_SPEED[part.cage]);
    }
  });
});
