import fc from 'fast-check';
import { catalog, withEmbedded, type Catalog, type SwitchPart } from '../../shared/catalog/index.ts';
import { must } from '../../shared/lib/assert.ts';
import { id, type PartId } from '../../shared/lib/ids.ts';
import type { Design } from '../../shared/model/index.ts';
import { aDesign, type AdapterFacts, type DesignBuilder } from './builders.ts';

/** Cards with QSFP cages, so that any two ports can be joined; fast ones, slow ones, and slots that hold some back. */
const CARDS = [
  { part: 'nvidia-mcx314a-bcct', ports: 2 },
  { part: 'nvidia-mcx515a-ccat', ports: 1 },
] as const;
const SPEEDS = [40, 40, 40, null] as const;

/** A switch of few ports, and the same with less forwarding than its ports have. */
const LARGE = must(
  catalog.switches.find((part) => part.id === 'nvidia-sn2700'),
  'a switch',
);
const PORTS = must(LARGE.portGroups[0], 'ports').names.slice(0, 24);
const SMALL: SwitchPart = {
  ...LARGE,
  id: id<PartId>('small-switch'),
  portGroups: [{ ...must(LARGE.portGroups[0], 'ports'), names: PORTS }],
};
const WEAK: SwitchPart = { ...SMALL, id: id<PartId>('weak-switch'), forwardGbps: 70 };
const PARTS = [SMALL, WEAK] as const;

/** The catalog that knows what small designs are made of. */
export const smallCatalog: Catalog = withEmbedded(catalog, new Map(PARTS.map((part) => [part.id, part])));

export interface SmallShape {
  /** File servers and Hyper-V nodes; else hyper-converged ones. */
  readonly mixed: boolean;
  readonly kinds: readonly number[];
  readonly cards: readonly (readonly number[])[];
  readonly gens: readonly number[];
  readonly speeds: readonly number[];
  readonly networks: readonly number[];
  /** Per port: 0 and 1 a switch, 2 another node, 3 nothing. */
  readonly cabling: readonly number[];
  readonly trunks: number;
  readonly weak: boolean;
}

/**
 * Designs with so few parts that every cut can be tried: two to five nodes with an adapter or two, up to two switches,
 * cables between them, direct cables, one or two networks, sometimes a switch that does not forward all.
 */
export function arbitrarySmall(): fc.Arbitrary<SmallShape> {
  const few = (most: number, length: number) =>
    fc.array(fc.nat(most), { minLength: length, maxLength: length });
  return fc.record({
    mixed: fc.boolean(),
    kinds: fc.array(fc.nat(2), { minLength: 2, maxLength: 5 }),
    cards: fc.array(fc.array(fc.nat(CARDS.length - 1), { minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    }),
    gens: few(2, 4),
    speeds: few(SPEEDS.length - 1, 4),
    networks: fc.oneof(fc.constant([0, 0, 0, 0]), few(1, 4)),
    cabling: fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 3), { minLength: 12, maxLength: 12 }),
    trunks: fc.nat(2),
    weak: fc.nat(3).map((n) => n === 0),
  });
}

/** Draws a small design. Hyper-converged clusters are kept to three nodes with one adapter: each is there twice. */
export function drawSmall(shape: SmallShape): Design {
  const builder = aDesign().network('a', { vlan: 11 }).network('b', { vlan: 12 });
  shape.cards.forEach((cards, p) => {
    const few = shape.mixed ? cards : cards.slice(0, 1);
    builder.profile(
      `p${p}`,
      few.map((card, i) => adapterOf(shape, p, card, i)),
    );
  });
  const kinds = shape.mixed ? shape.kinds : shape.kinds.slice(0, 3);
  const ends: string[] = [];
  kinds.forEach((kind, i) => {
    const p = i % shape.cards.length;
    const name = `N${i}`;
    if (!shape.mixed) builder.cluster('HC', 'hyper-converged', `p${p}`, [name]);
    else if (kind === 0) builder.cluster('FS', 'file-server', `p${p}`, [name]);
    else builder.cluster('HV', 'hyper-v', `p${p}`, [name]);
    const cards = must(shape.cards[p], 'cards').slice(0, shape.mixed ? 2 : 1);
    cards.forEach((card, slot) => {
      for (let port = 1; port <= must(CARDS[card], 'card').ports; port++)
        ends.push(`${name}/${slot + 1}/${port}`);
    });
  });
  cable(builder, shape, ends);
  return builder.build();
}

function adapterOf(shape: SmallShape, profile: number, card: number, i: number): AdapterFacts {
  const at = (list: readonly number[]) => list[(profile * 2 + i) % list.length] ?? 0;
  const { part, ports } = must(CARDS[card], 'card');
  const network = (port: number) => (shape.networks[(profile + i + port) % 4] === 0 ? 'a' : 'b');
  return {
    part,
    slot: String(i + 1),
    gen: 2 + at(shape.gens),
    lanes: card === 0 ? 8 : 16,
    networks: Array.from({ length: ports }, (_, port) => network(port)),
    speeds: Array.from({ length: ports }, () => SPEEDS[at(shape.speeds)] ?? null),
  };
}

function cable(builder: DesignBuilder, shape: SmallShape, ends: readonly string[]): void {
  builder
    .switch('S0', shape.weak ? WEAK.id : SMALL.id)
    .switch('S1', SMALL.id)
    .embed(...PARTS);
  const free = [[...PORTS], [...PORTS]];
  let waiting: string | null = null;
  ends.forEach((end, i) => {
    const to = shape.cabling[i % shape.cabling.length] ?? 3;
    if (to < 2) builder.link(end, `S${to}:${must(free[to]?.shift(), 'a port')}`);
    if (to !== 2) return;
    if (waiting === null) waiting = end;
    else {
      builder.link(waiting, end);
      waiting = null;
    }
  });
  for (let i = 0; i < shape.trunks; i++)
    builder.link(`S0:${must(free[0]?.shift(), 'a port')}`, `S1:${must(free[1]?.shift(), 'a port')}`);
}
