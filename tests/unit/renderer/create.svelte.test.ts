import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import type { CommandId, CommandPayload } from '../../../shared/commands/index.ts';
import { boxesTouch } from '../../../shared/geometry/box.ts';
import { must } from '../../../shared/lib/assert.ts';
import { emptyDesign, type Design } from '../../../shared/model/index.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { joinTarget, finishMove } from '../../../src-renderer/canvas/drop.ts';
import { pieceGroups, searchPieces, withRecent, type Piece } from '../../../src-renderer/palette/pieces.ts';
import { placePiece } from '../../../src-renderer/palette/place-piece.ts';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  freeSpot,
  pasteText,
  type Board,
} from '../../../src-renderer/state/create/index.ts';
import { createId } from '../../../src-renderer/state/create-id.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { ToastState } from '../../../src-renderer/state/toasts.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';

function boardOf(design: Design): Board & { readonly refused: string[] } {
  const project = new ProjectState(design, createId);
  const refused: string[] = [];
  const session = {
    toasts: new ToastState(() => undefined),
    edit: <C extends CommandId>(id: C, payload: CommandPayload<C>) => {
      const result = project.run(id, payload);
      if (!result.ok) refused.push(result.error);
      return result.ok;
    },
  };
  return { project, view: new ViewState(), session: session as unknown as Board['session'], refused };
}

const groups = pieceGroups(catalog);
const piece = (id: string): Piece =>
  must(
    groups.flatMap(({ pieces }) => pieces).find((entry) => entry.id === id),
    id,
  );
const template = (id: string): Design => must(templateById(id), id).build();
const names = ({ project }: Board): string[] =>
  [...project.design.nodes.values(), ...project.design.switches.values()].map(({ name }) => name).sort();

function overlaps({ project }: Board): number {
  const boxes = [...project.scene.nodes, ...project.scene.switches].map(({ box }) => box);
  return boxes.filter((box, i) => boxes.some((other, j) => j < i && boxesTouch(box, other))).length;
}

describe('the palette', () => {
  it('holds every switch, adapter and server of the catalog and every template, each once', () => {
    const ids = groups.flatMap(({ pieces }) => pieces.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of [...catalog.switches, ...catalog.adapters, ...catalog.servers]) {
      expect(
        ids.some((id) => id.endsWith(`:${part.id}`)),
        part.id,
      ).toBe(true);
    }
  });

  it('finds by speed, maker, part number and word, in any order', () => {
    const found = (text: string) =>
      searchPieces(groups, text).flatMap(({ pieces }) => pieces.map(({ id }) => id));
    expect(found('msn2010')).toEqual(['switch:nvidia-sn2010']);
    expect(found('switch 25g mellanox')).toContain('switch:nvidia-sn2010');
    expect(found('node hyper')).toEqual(expect.arrayContaining(['node:hyper-v', 'node:hyper-converged']));
    expect(found('no such thing')).toEqual([]);
  });

  it('shows what was used last first, and forgets what is gone', () => {
    const [first] = withRecent(groups, ['switch:nvidia-sn2010', 'switch:gone']);
    expect(first?.pieces.map(({ id }) => id)).toEqual(['switch:nvidia-sn2010']);
  });

  it('places every piece on an empty drawing and into a full one, one step each', () => {
    for (const start of [emptyDesign('x'), template('eight-node-dual-10g')]) {
      for (const { pieces } of groups) {
        for (const entry of pieces) {
          const board = boardOf(start);
          const [node] = start.nodes.keys();
          if (entry.make.kind === 'adapter') {
            if (node === undefined) continue;
            board.view.select([node]);
          }
          expect(placePiece(board, entry, null, null), `${entry.id} ${board.refused.join()}`).toBe(true);
          expect(board.project.steps, entry.id).toHaveLength(1);
          board.project.undo();
          expect(board.project.design.nodes.size, entry.id).toBe(start.nodes.size);
        }
      }
    }
  });

  it('by keyboard builds a cluster, a switch below and servers below that, nothing over another', () => {
    const board = boardOf(emptyDesign('x'));
    const ids = [
      'cluster:hyper-v',
      'switch:nvidia-sn2010',
      'switch:nvidia-sn2010',
      'cluster:file-server',
      'node:hyper-v',
    ];
    for (const id of ids) expect(placePiece(board, piece(id), null, null)).toBe(true);
    expect(names(board)).toEqual(['FS01', 'FS02', 'HV01', 'HV02', 'HV03', 'TOR1', 'TOR2']);
    expect(overlaps(board)).toBe(0);
    const top = (name: string) =>
      must(
        [...board.project.scene.nodes, ...board.project.scene.switches].find(({ label }) =>
          label.startsWith(name),
        ),
        name,
      ).box.y;
    expect(top('HV01')).toBeLessThan(top('TOR1'));
    expect(top('TOR1')).toBeLessThan(top('FS01'));
  });

  it('an adapter makes cards wider and those beside them make way, in the same step', () => {
    const board = boardOf(emptyDesign('x'));
    for (const id of ['cluster:hyper-v', 'node:hyper-v', 'node:hyper-v'])
      placePiece(board, piece(id), null, null);
    expect(board.project.design.placements.size).toBe(4);
    const steps = board.project.steps.length;
    for (const id of ['adapter:nvidia-mcx623106an-cdat', 'adapter:nvidia-mcx512a-acat']) {
      expect(placePiece(board, piece(id), null, null)).toBe(true);
      expect(overlaps(board)).toBe(0);
    }
    expect(board.project.steps).toHaveLength(steps + 2);
  });

  it('an adapter without a node to go into is refused with the reason', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    expect(placePiece(board, piece('adapter:nvidia-mcx312b-xcct'), null, null)).toBe(false);
    expect(board.session.toasts.list[0]?.detail).toMatch(/nodes/);
  });
});

describe('free places', () => {
  it('are the wanted one, or the nearest that touches nothing', () => {
    const size = { x: 0, y: 0, width: 100, height: 60 };
    const wanted = { x: 400, y: 400, width: 100, height: 60 };
    expect(freeSpot(size, wanted, [])).toEqual(wanted);
    const taken = [
      { x: 380, y: 380, width: 200, height: 100 },
      { x: 600, y: 300, width: 50, height: 400 },
    ];
    const spot = freeSpot(size, wanted, taken);
    expect(taken.some((box) => boxesTouch(box, spot))).toBe(false);
    expect(Math.hypot(spot.x - wanted.x, spot.y - wanted.y)).toBeLessThan(300);
  });
});

describe('the clipboard', () => {
  it('copies, pastes with the next names, cuts, and passes other text by', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    board.view.select(['hv01', 'hv02']);
    const text = must(copySelection(board), 'text');
    expect(pasteText(board, text)).toBe(true);
    expect(names(board)).toEqual(expect.arrayContaining(['HV07', 'HV08']));
    expect(board.project.steps.map(({ label }) => label)).toEqual(['Paste 2 items']);
    expect(cutSelection(board)).not.toBeNull();
    expect(names(board)).not.toContain('HV07');
    expect(pasteText(board, 'HV09')).toBe(false);
    expect(pasteText(board, text.slice(0, -30))).toBe(true);
    expect(board.session.toasts.list.at(-1)?.tone).toBe('warn');
    board.view.clearSelection();
    expect(copySelection(board)).toBeNull();
  });
});

describe('duplicates', () => {
  it('stand beside their original, apart from all others, and are one step', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    const before = overlaps(board);
    board.view.select(['hv03']);
    expect(duplicateSelection(board, 3)).toBe(true);
    expect(names(board)).toEqual(expect.arrayContaining(['HV07', 'HV08', 'HV09']));
    expect(overlaps(board)).toBe(before);
    expect(board.project.steps).toHaveLength(1);
    expect(board.view.selection.size).toBe(3);
  });
});

describe('switches in the palette', () => {
  it('are named with their maker, as servers are', () => {
    const makers = new Map(catalog.switches.map((part) => [`switch:${part.id}`, part.manufacturer]));
    const shown = groups.find(({ label }) => label === 'Switches')?.pieces ?? [];
    expect(shown).toHaveLength(makers.size);
    for (const { id, label } of shown) expect(label.startsWith(`${makers.get(id) ?? '?'} `), id).toBe(true);
  });
});

describe('many duplicates', () => {
  /** How many regions of clusters lie over cards or regions that are not theirs. */
  function engulfed({ project: { scene, design } }: Board): number {
    const others = (clusterId: string) => [
      ...scene.nodes.filter(({ id }) => design.nodes.get(id as never)?.clusterId !== clusterId),
      ...scene.switches,
      ...scene.clusters.filter(({ id }) => id !== clusterId),
    ];
    return scene.clusters.filter(({ id, box }) => others(id).some((other) => boxesTouch(box, other.box)))
      .length;
  }
  /** The heights at which the copies stand. */
  const rowsOf = ({ project, view }: Board) =>
    new Set(project.scene.nodes.filter(({ id }) => view.selection.has(id)).map(({ box }) => box.y));

  it('are arranged with all others while nobody has moved anything', () => {
    for (const id of ['two-node-40g', 'eight-node-dual-10g']) {
      const board = boardOf(template(id));
      board.view.select(['hv01']);
      expect(duplicateSelection(board, 14)).toBe(true);
      expect(board.project.design.placements.size).toBe(0);
      expect([overlaps(board), engulfed(board)]).toEqual([0, 0]);
    }
  });

  it('stand in even rows away from the cables where things have been moved', () => {
    for (const id of ['two-node-40g', 'eight-node-dual-10g']) {
      const board = boardOf(template(id));
      finishMove(board, new Set(['hv01']), 0, -4);
      board.view.select(['hv01']);
      expect(duplicateSelection(board, 14)).toBe(true);
      expect([overlaps(board), engulfed(board)]).toEqual([0, 0]);
      expect(rowsOf(board).size).toBe(2);
      const lowest = Math.max(...rowsOf(board));
      expect(lowest).toBe(
        must(
          board.project.scene.nodes.find((node) => node.id === 'hv01'),
          'hv01',
        ).box.y,
      );
    }
  });

  it('of a file server grow downwards: its ports are at the top', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    finishMove(board, new Set(['fs01']), 0, 4);
    board.view.select(['fs01']);
    expect(duplicateSelection(board, 10)).toBe(true);
    expect([overlaps(board), engulfed(board)]).toEqual([0, 0]);
    const highest = Math.min(...rowsOf(board));
    expect(highest).toBe(
      must(
        board.project.scene.nodes.find((node) => node.id === 'fs01'),
        'fs01',
      ).box.y,
    );
  });
});

describe('a node dropped on another cluster', () => {
  it('joins it, in one step with the move', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    const { scene } = board.project;
    const [fs, region] = [
      must(
        scene.nodes.find(({ id }) => id === 'fs01'),
        'fs01',
      ).box,
      must(
        scene.clusters.find(({ id }) => id === 'hv-cl1'),
        'hv-cl1',
      ).box,
    ];
    const ids = new Set(['fs01']);
    const [dx, dy] = [
      region.x + region.width / 2 - fs.x,
      region.y + region.height / 2 - fs.y - fs.height / 2,
    ];
    expect(joinTarget(board, ids, 0, 0)).toBeNull();
    expect(joinTarget(board, ids, dx, dy)).toBe('hv-cl1');
    finishMove(board, ids, dx, dy);
    expect(board.project.design.nodes.get('fs01' as never)?.clusterId).toBe('hv-cl1');
    expect(board.project.steps.map(({ label }) => label)).toEqual(['Move FS01 to HV-CL1']);
    expect(overlaps(board)).toBe(0);
  });

  it('does not when its whole cluster is dragged along', () => {
    const board = boardOf(template('eight-node-dual-10g'));
    board.view.select(['sofs-cl1']);
    expect(joinTarget(board, new Set(['fs01', 'fs02']), 0, -500)).toBeNull();
  });
});
