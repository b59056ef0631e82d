import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Preview } from '../../../src-renderer/state/view.svelte.ts';
import {
  selectTool,
  snapMove,
  ToolMachine,
  type Target,
  type ToolEvent,
  type ToolHost,
} from '../../../src-renderer/tools/index.ts';

const NODE: Target = { id: 'fs01', kind: 'node' };
const CLUSTER: Target = { id: 'sofs', kind: 'cluster' };

function setUp(selected: string[] = []) {
  let selection: ReadonlySet<string> = new Set(selected);
  const previews: (Preview | null)[] = [];
  const moves: { ids: string[]; dx: number; dy: number }[] = [];
  let marquee: Box | null = null;
  const host: ToolHost = {
    selection: () => selection,
    select: (ids) => (selection = new Set(ids)),
    toggle: (id) => {
      const next = new Set(selection);
      if (!next.delete(id)) next.add(id);
      selection = next;
    },
    preview: (preview) => previews.push(preview),
    movable: (ids) =>
      new Set(
        [...ids].flatMap((id) => (id === 'sofs' ? ['fs01', 'fs02'] : id.startsWith('link') ? [] : [id])),
      ),
    itemsIn: (box) => {
      marquee = box;
      return new Set(['fs01', 'tor1']);
    },
    snap: (_, by, free) => snapMove([{ x: 0, y: 0, width: 8, height: 8 }], [], by, 6, free),
    move: (ids, dx, dy) => moves.push({ ids: [...ids], dx, dy }),
    wire: { offers: () => false, start: () => false, aim: () => {}, drop: () => {}, cancel: () => {} },
  };
  const machine = new ToolMachine(selectTool, host);
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
  return { machine, send, previews, moves, selection: () => [...selection], marquee: () => marquee };
}

describe('select tool', () => {
  it('selects what is clicked, and nothing on empty ground', () => {
    const { send, selection } = setUp();
    send('down', 10, 10, { target: NODE });
    send('up', 11, 11);
    expect(selection()).toEqual(['fs01']);
    send('down', 500, 500);
    send('up', 500, 500);
    expect(selection()).toEqual([]);
  });

  it('adds and takes away with Shift or Ctrl, and keeps the selection on empty ground', () => {
    const { send, selection } = setUp(['tor1']);
    send('down', 10, 10, { target: NODE, adding: true });
    send('up', 10, 10, { adding: true });
    expect(selection()).toEqual(['tor1', 'fs01']);
    send('down', 10, 10, { target: NODE, adding: true });
    send('up', 10, 10, { adding: true });
    expect(selection()).toEqual(['tor1']);
    send('down', 900, 900, { adding: true });
    send('up', 900, 900, { adding: true });
    expect(selection()).toEqual(['tor1']);
  });

  it('stays a click below 4 px', () => {
    const { send, moves, previews } = setUp();
    send('down', 10, 10, { target: NODE });
    send('move', 12, 12);
    send('up', 12, 12);
    expect(moves).toEqual([]);
    expect(previews).toEqual([]);
  });

  it('moves by whole grid steps, once, when the button is let go', () => {
    const { send, moves, previews, selection } = setUp();
    send('down', 10, 10, { target: NODE });
    send('move', 33, 11);
    expect(previews.at(-1)).toMatchObject({ kind: 'move', dx: 24, dy: 0 });
    expect(moves).toEqual([]);
    send('up', 51, 31);
    expect(previews.at(-1)).toBeNull();
    expect(moves).toEqual([{ ids: ['fs01'], dx: 40, dy: 20 }]);
    expect(selection()).toEqual(['fs01']);
  });

  it('leaves the grid with Alt', () => {
    const { send, moves } = setUp();
    send('down', 0, 0, { target: NODE });
    send('move', 13, 7, { free: true });
    send('up', 13, 7, { free: true });
    expect(moves).toEqual([{ ids: ['fs01'], dx: 13, dy: 7 }]);
  });

  it('takes the whole selection along when one of it is dragged', () => {
    const { send, moves } = setUp(['fs01', 'tor1']);
    send('down', 0, 0, { target: NODE });
    send('move', 20, 0);
    send('up', 20, 0);
    expect(moves).toEqual([{ ids: ['fs01', 'tor1'], dx: 20, dy: 0 }]);
  });

  it('does nothing to the design when a drag comes back to its start or is cancelled', () => {
    const { machine, send, moves, previews } = setUp();
    send('down', 0, 0, { target: NODE });
    send('move', 20, 0);
    send('up', 1, 0);
    send('down', 0, 0, { target: NODE });
    send('move', 40, 40);
    expect(machine.busy).toBe(true);
    send('cancel', 0, 0);
    expect(machine.busy).toBe(false);
    expect(previews.at(-1)).toBeNull();
    send('up', 40, 40);
    expect(moves).toEqual([]);
  });

  it('draws a marquee on empty ground, whichever way it is pulled', () => {
    const { send, selection, marquee } = setUp(['old']);
    send('down', 100, 80);
    send('move', 20, 200);
    expect(marquee()).toEqual({ x: 20, y: 80, width: 80, height: 120 });
    expect(selection()).toEqual(['old']);
    send('up', 20, 200);
    expect(selection()).toEqual(['fs01', 'tor1']);
  });

  it('adds what the marquee touches with Shift', () => {
    const { send, selection } = setUp(['old']);
    send('down', 0, 0, { adding: true });
    send('move', 50, 50, { adding: true });
    send('up', 50, 50, { adding: true });
    expect(selection()).toEqual(['old', 'fs01', 'tor1']);
  });

  it('moves the nodes of a cluster only when the cluster is selected', () => {
    const plain = setUp();
    plain.send('down', 0, 0, { target: CLUSTER });
    plain.send('move', 40, 0);
    expect(plain.machine.state).toBe('marquee');
    const chosen = setUp(['sofs']);
    chosen.send('down', 0, 0, { target: CLUSTER });
    chosen.send('move', 40, 0);
    chosen.send('up', 40, 0);
    expect(chosen.moves).toEqual([{ ids: ['fs01', 'fs02'], dx: 40, dy: 0 }]);
  });

  it('cannot move a cable: dragging a selected one draws a marquee', () => {
    const { machine, send } = setUp(['link-1']);
    send('down', 0, 0, { target: { id: 'link-1', kind: 'cable' } });
    send('move', 40, 0);
    expect(machine.state).toBe('marquee');
  });
});
