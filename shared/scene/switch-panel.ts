import { textWidth, type Box, type Point } from '../geometry/index.ts';
import type { PortId } from '../lib/ids.ts';
import { lazy } from '../lib/lazy.ts';
import type { PlanPort, PlanSwitch } from '../plan/types.ts';
import { cableWidth } from './cable-look.ts';
import { badge, ICON } from './icons.ts';
import { ALWAYS, FAR_ONLY, fitted, LOOKS, MIDDLE, MIDDLE_ONLY, rect, text, toGrid } from './marks.ts';
import type { NetworkColors } from './network-colors.ts';
import {
  CAGE_HEIGHT,
  cageMarks,
  cageWidth,
  edgePoint,
  farEndOf,
  leadMark,
  type PlacedPort,
  type Side,
} from './ports.ts';
import type { Mark, ScenePort, SceneSwitch } from './types.ts';
import { badgeWords, counted, portWords, shortNumbers } from './words.ts';

type Group = PlanSwitch['groups'][number];

/** A group of cages on the panel. */
interface GroupPlan {
  readonly group: Group;
  readonly numbers: readonly string[];
  readonly x: number;
  readonly pitch: number;
  readonly columns: number;
  /** Room left of the cages for the number of the first port of a row, and right of them for the last. */
  readonly margin: number;
}

/** Everything about a panel that does not depend on where it stands. */
export interface PanelPlan {
  readonly item: PlanSwitch;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly GroupPlan[];
  readonly lines: readonly [string, string, string];
  readonly textWidth: number;
}

/** What a panel needs of the drawing around it: the colours, its worst open finding, the far ends of its cables. */
export interface PanelContext {
  readonly networks: NetworkColors;
  readonly severity: 'fail' | 'warn' | 'info' | undefined;
  readonly ends: ReadonlyMap<PortId, string>;
}

const PAD = 12;
const MIN_TEXT = 132;
const MAX_TEXT = 240;
const MIN_HEIGHT = 76;
/** Between the rows of cages: room for two cables to turn. */
const ROW_GAP = 10;
const GROUP_GAP = 8;
/** Between the outer cages and the numbers beside them: a cable may pass there. */
const NUMBER_GAP = 8;

/** Lays out a front panel: words at the left, then the groups of cages in panel order. */
export function planPanel(item: PlanSwitch): PanelPlan {
  const lines = panelWords(item);
  const [name, second, third] = lines;
  const widths = [
    textWidth(name, LOOKS.name) + 8 + (item.part ? textWidth(item.part.model, LOOKS.small) : 0) + ICON + 6,
    textWidth(second, LOOKS.small),
    textWidth(third, LOOKS.small),
  ];
  const words = toGrid(Math.min(MAX_TEXT, Math.max(MIN_TEXT, ...widths)));
  let x = PAD + words + 16;
  const groups = item.groups.map((group) => {
    const numbers = shortNumbers(group.ports.map((port) => port.name));
    const gap = group.rows <= 2 ? 8 : 4 + 4 * group.rows;
    const pitch = cageWidth(group.cage) + gap;
    const columns = Math.ceil(group.ports.length / group.rows);
    const margin = toGrid(
      Math.max(0, ...numbers.map((number) => textWidth(number, LOOKS.number))) + NUMBER_GAP,
    );
    const plan = { group, numbers, x: x + margin, pitch, columns, margin };
    x += margin + columns * pitch - gap + margin + GROUP_GAP;
    return plan;
  });
  const rows = Math.max(0, ...item.groups.map((group) => group.rows));
  const cages = rows * CAGE_HEIGHT + Math.max(0, rows - 1) * ROW_GAP;
  const width = toGrid(x - GROUP_GAP + PAD);
  return { item, width, height: Math.max(MIN_HEIGHT, toGrid(cages + 32)), groups, lines, textWidth: words };
}

function panelWords(item: PlanSwitch): [string, string, string] {
  const usage = item.groups
    .map(({ cage, ports, used }) => ({ cage, used, all: ports.length }))
    .reduce<{ cage: string; used: number; all: number }[]>((list, entry) => {
      const same = list.find(({ cage }) => cage === entry.cage);
      return same
        ? list.map((old) =>
            old === same ? { ...old, used: old.used + entry.used, all: old.all + entry.all } : old,
          )
        : [...list, entry];
    }, [])
    .filter(({ used }, i) => used > 0 || i === 0)
    .map(({ cage, used, all }) => `${used} of ${all} ${cage}`);
  const { losslessPriorities, mtu } = item.settings;
  const lossless = losslessPriorities.length > 0 ? `PFC ${losslessPriorities.join(', ')}` : 'no PFC';
  const pfc = item.record.pfc ? lossless : 'PFC off';
  const used = usage.length > 0 ? `${usage.join(' · ')} used` : item.record.partId;
  return [item.record.name, used, `${pfc} · MTU ${mtu}`];
}

/** The row of a port on its group's panel: ports run down the columns, odd numbers above even ones. */
function cellOf(plan: GroupPlan, index: number): { column: number; row: number } {
  const { rows } = plan.group;
  return { column: Math.floor(index / rows), row: index % rows };
}

/** Which way the cable of each port runs, in panel order: free ports look out of the nearer edge. */
export function panelSides(
  panel: PanelPlan,
  sideOf: (port: PlanPort, natural: Side) => Side,
): readonly Side[] {
  const sides: Side[] = [];
  for (const plan of panel.groups) {
    const { ports, rows } = plan.group;
    ports.forEach((port, i) => sides.push(sideOf(port, rows > 1 && i % rows < rows / 2 ? 'top' : 'bottom')));
  }
  return sides;
}

/**
 * Places the cages. A cable whose way leads past other rows turns into the gap beside its column, so that no cage
 * is covered.
 */
export function placePanelPorts(panel: PanelPlan, at: Point, sides: readonly Side[]): readonly PlacedPort[] {
  const placed: PlacedPort[] = [];
  for (const plan of panel.groups) {
    const { group, pitch } = plan;
    const width = cageWidth(group.cage);
    const stack = group.rows * CAGE_HEIGHT + (group.rows - 1) * ROW_GAP;
    const top = at.y + (panel.height - stack) / 2;
    group.ports.forEach((port, i) => {
      const { column, row } = cellOf(plan, i);
      const x = at.x + plan.x + column * pitch;
      const box = { x, y: top + row * (CAGE_HEIGHT + ROW_GAP), width, height: CAGE_HEIGHT };
      const side = sides[placed.length] ?? 'bottom';
      const passes = side === 'top' ? row : group.rows - 1 - row;
      const lead = leadOf(box, side, passes, { pitch, at, height: panel.height });
      placed.push({ port, box, side, lead });
    });
  }
  return placed;
}

function leadOf(
  box: Box,
  side: Side,
  passes: number,
  panel: { readonly pitch: number; readonly at: Point; readonly height: number },
): readonly Point[] {
  const start = edgePoint(box, side);
  const edge = side === 'top' ? panel.at.y : panel.at.y + panel.height;
  if (passes === 0) return [start, { x: start.x, y: edge }];
  const step = side === 'top' ? -3 : 3;
  // Cables of different rows that use the same gap keep 4 units between them.
  const gapX =
    start.x + (side === 'top' ? 1 : -1) * (panel.pitch / 2 + (passes - 1) * 4 * (passes % 2 === 0 ? 1 : -1));
  return [start, { x: start.x, y: start.y + step }, { x: gapX, y: start.y + step }, { x: gapX, y: edge }];
}

/** The panel with everything on it. */
export function drawPanel(
  panel: PanelPlan,
  at: Point,
  placed: readonly PlacedPort[],
  context: PanelContext,
): SceneSwitch {
  const { item, width, height } = panel;
  const box = { x: at.x, y: at.y, width, height };
  const { severity } = context;
  const model = item.part?.model ?? item.record.partId;
  const marks = lazy(() => [
    rect(ALWAYS, box, 8, { fill: 'panel', stroke: 'card-line', strokeWidth: 1 }),
    ...wordMarks(panel, box, model, severity),
    ...rowNumberMarks(panel, placed),
  ]);
  const ports = lazy(() => {
    const numbers = new Map(
      panel.groups.flatMap(({ group, numbers }) =>
        group.ports.map((port, i) => [port.id, numbers[i] ?? ''] as const),
      ),
    );
    return placed.map((port) => drawPort(port, numbers.get(port.port.id) ?? '', context));
  });
  return {
    kind: 'switch',
    id: item.id,
    box,
    label: `${item.record.name}, switch ${model}, ${item.used} of ${counted(item.used + item.free, 'port')} used${badgeWords(severity)}`,
    get marks() {
      return marks();
    },
    get ports() {
      return ports();
    },
  };
}

function wordMarks(
  panel: PanelPlan,
  box: Box,
  model: string,
  severity: 'fail' | 'warn' | 'info' | undefined,
): readonly Mark[] {
  const [name, second, third] = panel.lines;
  const left = box.x + PAD;
  const top = box.y + (box.height - 52) / 2;
  const room = panel.textWidth - (severity ? ICON + 6 : 0);
  const title = fitted(name, room, LOOKS.name);
  const far = fitted(name, panel.textWidth, LOOKS.far);
  const modelRoom = room - title.width - 8;
  return [
    text(FAR_ONLY, far.words, left, box.y + box.height / 2 + 7, LOOKS.far),
    text(MIDDLE, title.words, left, top + 13, LOOKS.name),
    text(MIDDLE, fitted(model, modelRoom, LOOKS.small).words, left + title.width + 8, top + 13, LOOKS.small),
    text(MIDDLE, fitted(second, panel.textWidth, LOOKS.small).words, left, top + 31, LOOKS.small),
    text(MIDDLE, fitted(third, panel.textWidth, LOOKS.small).words, left, top + 47, LOOKS.small),
    ...(severity ? badge(MIDDLE, severity, left + panel.textWidth - ICON, top + 1) : []),
  ].filter((mark) => mark.kind !== 'text' || mark.text !== '');
}

/** The first and the last number of each row, beside the cages. */
function rowNumberMarks(panel: PanelPlan, placed: readonly PlacedPort[]): readonly Mark[] {
  const boxes = new Map(placed.map(({ port, box }) => [port.id, box]));
  return panel.groups.flatMap((plan) => {
    const { group, numbers } = plan;
    return Array.from({ length: group.rows }, (_, row) => {
      const inRow = group.ports.flatMap((port, i) =>
        cellOf(plan, i).row === row ? [{ port, number: numbers[i] ?? '' }] : [],
      );
      const [first] = inRow;
      const last = inRow.length > 1 ? inRow.at(-1) : undefined;
      return [
        ...edgeNumber(first, boxes, (box) => box.x - NUMBER_GAP, 'end'),
        ...edgeNumber(last, boxes, (box) => box.x + box.width + NUMBER_GAP, 'start'),
      ];
    }).flat();
  });
}

function edgeNumber(
  entry: { readonly port: PlanPort; readonly number: string } | undefined,
  boxes: ReadonlyMap<PortId, Box>,
  xOf: (box: Box) => number,
  anchor: 'start' | 'end',
): readonly Mark[] {
  const box = entry && boxes.get(entry.port.id);
  if (!entry || !box) return [];
  return [text(MIDDLE_ONLY, entry.number, xOf(box), box.y + CAGE_HEIGHT / 2 + 3, LOOKS.number, anchor)];
}

function drawPort({ port, box, side, lead }: PlacedPort, number: string, context: PanelContext): ScenePort {
  const cabled = port.linkIds.length > 0;
  const carried = context.networks.of(port.networkIds);
  const mark = cabled ? leadMark(lead, carried, cableWidth(port.speedGbps)) : null;
  const shown = fitted(number, box.width, LOOKS.usedNumber).words;
  return {
    kind: 'port',
    id: port.id,
    box,
    side,
    cabled,
    label: portWords(port, farEndOf(port, context.ends), carried.words),
    marks: mark ? [mark, ...cageMarks(box, cabled, carried, shown)] : cageMarks(box, cabled, carried, shown),
  };
}
