import { describe, expect, it } from 'vitest';
import type { LinkId, PortId } from '../../../shared/lib/ids.ts';
import {
  selectTool,
  ToolMachine,
  wireTool,
  type Target,
  type ToolEvent,
  type ToolHost,
  type ToolState,
} from '../../../src-renderer/tools/index.ts';

const PORT = 'n1/1/1' as PortId;
const CABLED = 'n1/1/2' as PortId;
const NODE: Target = { id: 'n1', kind: 'node' };
const HANDLE = { kind: 'end', linkId: 'l1' as LinkId, side: 'b' } as const;

function setUp(tool: ToolState) {
  const said: string[] = [];
  let selection: ReadonlySet<string> = new Set(['l1']);
  const host = {
    selection: () => selection,
    select: (ids: Iterable<string>) => {
      selection = new Set(ids);
      said.push(`select ${[...selection].join()}`);
    },
    toggle: () => {},
    preview: () => {},
    movable: (ids: Iterable<string>) => new Set(ids),
    itemsIn: () => new Set<string>(),
    snap: (_ids, { x, y }) => ({ dx: x, dy: y, guides: [] }),
    move: () => said.push('move'),
    wire: {
      offers: (source) => !(source.kind === 'port' && source.portId === CABLED),
      start: (source) => {
        const refused = source.kind === 'port' && source.portId === CABLED;
        said.push(`${refused ? 'refuse' : 'start'} ${source.kind}`);
        return !refused;
      },
      aim: ({ x, y }) => said.push(`aim ${x},${y}`),
      drop: () => said.push('drop'),
      cancel: () => said.push('cancel'),
    },
  } satisfies ToolHost;
  const machine = new ToolMachine(tool, host);
  const send = (type: ToolEvent['type'], x: number, y: number, extra: Partial<ToolEvent> = {}) =>
    machine.send({
      type,
      point: { x, y },
      screen: { x, y },
      target: null,
      port: null,
      handle: null,
      adding: false,
      free: false,
      ...extra,
    });
  return { machine, send, said };
}

describe('the connect tool', () => {
  it('draws from the pressed port to where it is let go', () => {
    const { machine, send, said } = setUp(wireTool);
    send('down', 0, 0, { target: NODE, port: PORT });
    send('move', 2, 1);
    send('move', 30, 0);
    expect(machine.busy).toBe(true);
    send('up', 60, 5);
    expect(machine.busy).toBe(false);
    expect(said).toEqual(['start port', 'aim 30,0', 'aim 60,5', 'drop']);
  });

  it('needs no dragging: a click begins, the next one ends', () => {
    const { machine, send, said } = setUp(wireTool);
    send('down', 0, 0, { target: NODE, port: PORT });
    send('up', 1, 1);
    expect(machine.busy).toBe(true);
    send('move', 40, 0);
    send('down', 50, 0, { target: NODE });
    send('up', 50, 0);
    expect(machine.busy).toBe(false);
    expect(said).toEqual(['start port', 'aim 40,0', 'aim 50,0', 'aim 50,0', 'drop']);
  });

  it('begins at a body where no port was pressed, and nowhere on empty ground', () => {
    const { machine, send, said } = setUp(wireTool);
    send('down', 0, 0, { target: NODE });
    send('cancel', 0, 0);
    send('down', 0, 0);
    send('down', 0, 0, { target: { id: 'cl', kind: 'cluster' } });
    expect(machine.busy).toBe(false);
    expect(said).toEqual(['start body', 'cancel']);
  });

  it('stays idle where no cable can begin', () => {
    const { machine, send, said } = setUp(wireTool);
    send('down', 0, 0, { target: NODE, port: CABLED });
    send('move', 50, 0);
    expect(machine.busy).toBe(false);
    expect(said).toEqual(['refuse port']);
  });

  it('cancels a drag and a wire that waits for its second click', () => {
    const { machine, send, said } = setUp(wireTool);
    send('down', 0, 0, { port: PORT });
    send('move', 50, 0);
    send('cancel', 0, 0);
    send('up', 50, 0);
    send('down', 0, 0, { port: PORT });
    send('up', 0, 0);
    send('cancel', 0, 0);
    expect(machine.busy).toBe(false);
    expect(said).toEqual(['start port', 'aim 50,0', 'cancel', 'start port', 'cancel']);
  });
});

describe('the select tool', () => {
  it('draws a cable when a free port is dragged', () => {
    const { send, said } = setUp(selectTool);
    send('down', 0, 0, { target: NODE, port: PORT });
    send('move', 50, 0);
    send('up', 60, 0);
    expect(said).toEqual(['start port', 'aim 50,0', 'aim 60,0', 'drop']);
  });

  it('selects the card when a port is only clicked', () => {
    const { send, said } = setUp(selectTool);
    send('down', 0, 0, { target: NODE, port: PORT });
    send('up', 1, 0);
    expect(said).toEqual(['select n1']);
  });

  it('moves the card when a cabled port is dragged', () => {
    const { send, said } = setUp(selectTool);
    send('down', 0, 0, { target: NODE, port: CABLED });
    send('move', 48, 0);
    send('up', 48, 0);
    expect(said).toEqual(['select n1', 'move']);
  });

  it('moves an end of the selected cable, and a click on it changes nothing', () => {
    const { send, said } = setUp(selectTool);
    send('down', 0, 0, { target: NODE, port: CABLED, handle: HANDLE });
    send('up', 0, 0);
    expect(said).toEqual([]);
    send('down', 0, 0, { target: NODE, port: CABLED, handle: HANDLE });
    send('move', 50, 0);
    send('up', 60, 0);
    expect(said).toEqual(['start end', 'aim 50,0', 'aim 60,0', 'drop']);
  });
});

it('a body is a device by its id', () => {
  const { send, said } = setUp(wireTool);
  send('down', 0, 0, { target: { id: 'tor1', kind: 'switch' } });
  expect(said).toEqual(['start body']);
});
