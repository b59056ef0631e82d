import { textWidth, type Box, type Point } from '../geometry/index.ts';
import type { PortId } from '../lib/ids.ts';
import { lazy } from '../lib/lazy.ts';
import type { PlanAdapter, PlanNode, PlanPort } from '../plan/types.ts';
import { badge, ICON, roleIcon } from './icons.ts';
import { ALWAYS, FAR_ONLY, fitted, LOOKS, MIDDLE, NEAR, rect, text, toGrid } from './marks.ts';
import type { NetworkColors } from './network-colors.ts';
import {
  CAGE_HEIGHT,
  cageMarks,
  cageWidth,
  edgePoint,
  farEndOf,
  type PlacedPort,
  type Side,
} from './ports.ts';
import type { Mark, SceneNode, ScenePort } from './types.ts';
import { adapterWords, badgeWords, hardwareWords, portWords, roleWords } from './words.ts';

/** What a card needs of the drawing around it. */
export interface CardContext {
  readonly networks: NetworkColors;
  /** The worst open finding. */
  readonly severity: 'fail' | 'warn' | 'info' | undefined;
  /** Names of the ports at the far ends of its cables. */
  readonly ends: ReadonlyMap<PortId, string>;
  /** Names are written on the blocks seen from far away; in a large drawing nobody could read them. */
  readonly named: boolean;
}

/** One adapter as it stands in the card. */
interface SlabPlan {
  readonly adapter: PlanAdapter;
  readonly title: string;
  readonly slot: string;
  readonly model: string;
  /** Width of one port's cell. */
  readonly cell: number;
  readonly width: number;
}

/** Everything about a card that does not depend on where it stands. */
export interface CardPlan {
  readonly node: PlanNode;
  readonly width: number;
  readonly height: number;
  readonly slabs: readonly SlabPlan[];
  /** Slot generation and lanes have a line of their own: several slabs share the width. */
  readonly tall: boolean;
  /** Near-level address per port. */
  readonly addresses: ReadonlyMap<PortId, string>;
}

const MIN_WIDTH = 152;
const PAD = 8;
const SLAB_GAP = 4;
const SLAB_PAD = 6;
const MIN_SLAB = 80;
const MAX_SLAB = 140;
const HEADER = 42;
const SLAB_HEIGHT = 40;
const TALL_SLAB_HEIGHT = 52;
/** Room at the port edge: a line of addresses and the part of the cages inside the card. */
const PORT_STRIP = 22;
/** How far cages stand out of the card. */
const CAGE_OUT = 4;

/** Lays out the inside of a card: slabs side by side in slot order, as wide as their words and cages need. */
export function planCard(node: PlanNode): CardPlan {
  const addresses = new Map<PortId, string>();
  for (const { portId, address } of node.endpoints) {
    if (portId !== null && address !== null && !addresses.has(portId)) addresses.set(portId, address);
  }
  const tall = node.adapters.length > 1;
  const natural = node.adapters.map((adapter) => planSlab(adapter, tall, addresses));
  const gaps = SLAB_GAP * Math.max(0, natural.length - 1);
  const needed = natural.reduce((sum, slab) => sum + slab.width, 0) + gaps + 2 * PAD;
  const width = Math.max(MIN_WIDTH, toGrid(needed));
  const spare = natural.length > 0 ? Math.floor((width - needed) / natural.length) : 0;
  const slabs = natural.map((slab) => ({ ...slab, width: slab.width + spare }));
  const body = natural.length === 0 ? 0 : PORT_STRIP + (tall ? TALL_SLAB_HEIGHT : SLAB_HEIGHT);
  return { node, width, height: toGrid(HEADER + body + PAD), slabs, tall, addresses };
}

function planSlab(adapter: PlanAdapter, tall: boolean, addresses: ReadonlyMap<PortId, string>): SlabPlan {
  const title = `Slot ${adapter.slot.slot}`;
  const slot = `Gen${adapter.slot.gen} ×${adapter.slot.lanes}`;
  const model = adapterWords(adapter.model);
  const lines = [
    textWidth(title, LOOKS.strong) + (tall ? 0 : 8 + textWidth(slot, LOOKS.tiny)),
    textWidth(model, LOOKS.small),
  ];
  const words = Math.min(MAX_SLAB, Math.max(...lines) + 2 * SLAB_PAD);
  const cells = adapter.ports.map(({ id, cage }) => {
    const address = addresses.get(id);
    return Math.max(cageWidth(cage) + 24, address === undefined ? 0 : textWidth(address, LOOKS.number) + 8);
  });
  const cell = Math.max(0, ...cells);
  const width = Math.max(MIN_SLAB, words, cell * adapter.ports.length);
  return { adapter, title, slot, model, cell, width: toGrid(width) };
}

/** Places the card's cages for the side its cables leave at. */
export function placeCardPorts(card: CardPlan, at: Point, side: Side): readonly PlacedPort[] {
  return slabBoxes(card, at, side).flatMap(({ slab, box }) => {
    const { ports } = slab.adapter;
    const cell = box.width / Math.max(1, ports.length);
    return ports.map((port, i) => {
      const width = cageWidth(port.cage);
      const x = Math.round(box.x + (i + 0.5) * cell - width / 2);
      const y = side === 'top' ? at.y - CAGE_OUT : at.y + card.height + CAGE_OUT - CAGE_HEIGHT;
      const cage = { x, y, width, height: CAGE_HEIGHT };
      return { port, box: cage, side, lead: [edgePoint(cage, side)] };
    });
  });
}

function slabBoxes(card: CardPlan, at: Point, side: Side): { slab: SlabPlan; box: Box }[] {
  const y = at.y + HEADER + (side === 'top' ? PORT_STRIP : 0);
  const height = card.tall ? TALL_SLAB_HEIGHT : SLAB_HEIGHT;
  let x = at.x + PAD;
  return card.slabs.map((slab) => {
    const box = { x, y, width: slab.width, height };
    x += slab.width + SLAB_GAP;
    return { slab, box };
  });
}

/** The card with everything on it. */
export function drawCard(
  card: CardPlan,
  at: Point,
  side: Side,
  placed: readonly PlacedPort[],
  context: CardContext,
): SceneNode {
  const { node, width, height } = card;
  const box = { x: at.x, y: at.y, width, height };
  const { severity, named } = context;
  const cabled = placed.filter(({ port }) => port.linkIds.length > 0).length;
  const label = `${node.record.name}, ${roleWords(node.cluster.kind)}, ${cabled} of ${placed.length} ports cabled${badgeWords(severity)}`;
  const marks = lazy(() => [
    rect(ALWAYS, box, 8, { fill: 'card', stroke: 'card-line', strokeWidth: 1 }),
    ...farMarks(card, box, severity, named),
    ...headerMarks(card, box, side, severity),
    ...slabBoxes(card, at, side).flatMap(({ slab, box: place }) => slabMarks(slab, place, card.tall)),
  ]);
  const ports = lazy(() => placed.map((port) => drawPort(port, card, box, context)));
  return {
    kind: 'node',
    id: node.id,
    box,
    label,
    get marks() {
      return marks();
    },
    get ports() {
      return ports();
    },
  };
}

function farMarks(
  { node }: CardPlan,
  box: Box,
  severity: 'fail' | 'warn' | 'info' | undefined,
  named: boolean,
): readonly Mark[] {
  const { words } = fitted(node.record.name, box.width - 2 * PAD, LOOKS.far);
  const x = box.x + box.width / 2;
  return [
    ...(named ? [text(FAR_ONLY, words, x, box.y + box.height / 2 + 7, LOOKS.far, 'middle')] : []),
    ...(severity ? badge(FAR_ONLY, severity, box.x + box.width - PAD - ICON, box.y + PAD) : []),
  ];
}

function headerMarks(
  card: CardPlan,
  box: Box,
  side: Side,
  severity: 'fail' | 'warn' | 'info' | undefined,
): readonly Mark[] {
  const { record, cluster } = card.node;
  const top = box.y + (side === 'top' ? PORT_STRIP : 0);
  const left = box.x + PAD + 2;
  const right = box.x + box.width - PAD - 2;
  const nameX = left + ICON + 6;
  const room = right - nameX - (severity ? ICON + 6 : 0);
  const name = fitted(record.name, room, LOOKS.name).words;
  const hardware = fitted(hardwareWords(card.node), right - left, LOOKS.small).words;
  return [
    roleIcon(MIDDLE, cluster.kind, left, top + 8),
    text(MIDDLE, name, nameX, top + 20, LOOKS.name),
    ...(severity ? badge(MIDDLE, severity, right - ICON, top + 8) : []),
    text(MIDDLE, hardware, left, top + 35, LOOKS.small),
  ];
}

function slabMarks(slab: SlabPlan, box: Box, tall: boolean): readonly Mark[] {
  const left = box.x + SLAB_PAD;
  const right = box.x + box.width - SLAB_PAD;
  const room = right - left;
  const title = fitted(
    slab.title,
    tall ? room : room - 8 - textWidth(slab.slot, LOOKS.tiny),
    LOOKS.strong,
  ).words;
  const modelY = box.y + (tall ? 41 : 28);
  return [
    rect(MIDDLE, box, 4, { fill: 'slab' }),
    text(MIDDLE, title, left, box.y + 15, LOOKS.strong),
    tall
      ? text(MIDDLE, slab.slot, left, box.y + 28, LOOKS.tiny)
      : text(MIDDLE, slab.slot, right, box.y + 15, LOOKS.tiny, 'end'),
    text(MIDDLE, fitted(slab.model, room, LOOKS.small).words, left, modelY, LOOKS.small),
    ...barMarks(slab.adapter, { x: left, y: box.y + box.height - 7, width: room, height: 3 }),
  ];
}

/** Used against possible: the payload of the cabled ports in what PCIe carries. Full and in warning colour when PCIe is the limit. */
function barMarks(adapter: PlanAdapter, box: Box): readonly Mark[] {
  if (!adapter.pcie) return [];
  const possible = Math.min(adapter.pcie.readGbps, adapter.pcie.writeGbps);
  const share = possible > 0 ? Math.min(1, adapter.portPayloadGbps / possible) : 0;
  const limited = adapter.limitedBy.send === 'pcie' || adapter.limitedBy.receive === 'pcie';
  const used = { ...box, width: Math.max(share > 0 ? 3 : 0, Math.round(box.width * share)) };
  return [
    rect(MIDDLE, box, 1.5, { fill: 'bar-track' }),
    ...(share > 0 ? [rect(MIDDLE, used, 1.5, { fill: limited ? 'warn' : 'bar' })] : []),
  ];
}

function drawPort(placed: PlacedPort, card: CardPlan, body: Box, context: CardContext): ScenePort {
  const { port, box, side } = placed;
  const cabled = port.linkIds.length > 0;
  const carried = context.networks.of(port.networkIds);
  const middle = box.x + box.width / 2;
  const top = side === 'top';
  return {
    kind: 'port',
    id: port.id,
    box,
    side,
    cabled,
    label: portWords(port, farEndOf(port, context.ends), carried.words),
    marks: [
      ...cageMarks(box, cabled, carried, ''),
      text(
        MIDDLE,
        `p${port.number}`,
        box.x + box.width + 3,
        top ? body.y + 9 : body.y + body.height - 3,
        LOOKS.tiny,
      ),
      ...addressMarks(port, card, middle, top ? body.y + 21 : body.y + body.height - 14),
    ],
  };
}

function addressMarks(port: PlanPort, card: CardPlan, x: number, y: number): readonly Mark[] {
  const address = card.addresses.get(port.id);
  return address === undefined ? [] : [text(NEAR, address, x, y, LOOKS.number, 'middle')];
}
