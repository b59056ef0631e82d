import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../shared/commands/index.ts';
import { createHistory, type History } from '../../../shared/history/history.ts';
import { emptyDesign, projectOf, type Design } from '../../../shared/model/index.ts';

function rename(history: History, design: Design, name: string): { history: History; design: Design } {
  const result = applyCommand(design, 'edit-project', { changes: { name } }, { newId: (prefix) => prefix });
  if (!result.ok) throw new Error(result.error);
  const { diff, label } = result.value;
  return { history: history.record(diff, label, 'edit-project'), design: result.value.design };
}

describe('History', () => {
  it('names the steps and gives them back in order', () => {
    const start = emptyDesign('a');
    let state = rename(createHistory(), start, 'b');
    state = rename(state.history, state.design, 'c');
    expect(state.history.undoLabel).toBe('Edit the project details');
    const undone = state.history.undo(state.design)!;
    expect(projectOf(undone.design).name).toBe('b');
    expect(undone.history.redoLabel).toBe('Edit the project details');
    expect(projectOf(undone.history.redo(undone.design)!.design).name).toBe('c');
  });

  it('forgets what was undone once something new is done', () => {
    const first = rename(createHistory(), emptyDesign('a'), 'b');
    const undone = first.history.undo(first.design)!;
    const other = rename(undone.history, undone.design, 'z');
    expect(other.history.redo(other.design)).toBeNull();
  });

  it('bails out of a gesture without a trace and squashes one into a step', () => {
    const start = emptyDesign('a');
    const mark = createHistory().mark(start);
    let state = rename(createHistory(), start, 'b');
    state = rename(state.history, state.design, 'c');
    const bailed = state.history.bailTo(mark);
    expect(bailed.design).toBe(start);
    expect(bailed.history.done).toHaveLength(0);
    const squashed = state.history.squashTo(mark, state.design, 'Rename twice', 'edit-project');
    expect(squashed.done).toHaveLength(1);
    expect(projectOf(squashed.undo(state.design)!.design).name).toBe('a');
  });

  it('keeps the last 200 steps', () => {
    let state = { history: createHistory(), design: emptyDesign('start') };
    for (let i = 0; i < 230; i++) state = rename(state.history, state.design, `n${i}`);
    expect(state.history.done).toHaveLength(200);
    let { history, design } = state;
    for (let step = history.undo(design); step; step = history.undo(design)) ({ history, design } = step);
    expect(projectOf(design).name).toBe('n29');
  });

  it('holds plain JSON', () => {
    const { history } = rename(createHistory(), emptyDesign('a'), 'b');
    expect(JSON.parse(JSON.stringify(history.done))).toEqual(history.done);
  });
});
