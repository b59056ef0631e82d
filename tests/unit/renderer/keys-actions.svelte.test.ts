import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../../../shared/model/index.ts';
import { DRAWING_SHORTCUTS } from '../../../src-renderer/dialogs/drawing-shortcuts.ts';
import { createActions, heldBack } from '../../../src-renderer/state/actions/index.ts';
import { ProjectState } from '../../../src-renderer/state/project.svelte.ts';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';
import { matches, type KeyStroke } from '../../../src-renderer/tools/index.ts';
import { menuTemplate } from '../../../src-main/electron/menu.ts';

const project = new ProjectState(emptyDesign('Untitled'), (prefix) => prefix);
// Only what actions are called and which keys they have is asked: nothing is performed.
const world = { project, view: new ViewState(), session: { hasDocument: false }, arranger: {} };
const actions = createActions(world as never);

/** A stroke on a US keyboard. */
function stroke(shortcut: string): KeyStroke {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const typed = key === 'Plus' ? '+' : key;
  const shiftKey = parts.includes('Shift') || '?+'.includes(typed);
  const code = /^\d$/.test(typed)
    ? `Digit${typed}`
    : /^[a-z]$/i.test(typed)
      ? `Key${typed.toUpperCase()}`
      : '';
  const shifted = { 1: '!', 2: '@' }[typed];
  return {
    key: shiftKey && shifted ? shifted : shiftKey || typed.length > 1 ? typed : typed.toLowerCase(),
    code,
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    shiftKey,
    altKey: parts.includes('Alt'),
  };
}
const heardBy = (shortcut: string) =>
  actions.all
    .filter((action) => action.keys.some((key) => matches(key, stroke(shortcut), false)))
    .map((action) => action.id);

/** The conventions of desktop editors: reference/FORMATS.md, section 2. */
const EXPECTED: Readonly<Record<string, string>> = {
  'Mod+N': 'file.new',
  'Mod+O': 'file.open',
  'Mod+S': 'file.save',
  'Mod+Shift+S': 'file.save-as',
  'Mod+Z': 'edit.undo',
  'Mod+Y': 'edit.redo',
  'Mod+Shift+Z': 'edit.redo',
  'Mod+X': 'edit.cut',
  'Mod+C': 'edit.copy',
  'Mod+V': 'edit.paste',
  'Mod+D': 'draw.duplicate',
  'Mod+A': 'edit.select-all',
  Delete: 'edit.delete',
  'Mod+Plus': 'view.zoom-in',
  'Mod+-': 'view.zoom-out',
  'Mod+0': 'view.zoom-reset',
  'Shift+1': 'view.fit',
  'Shift+2': 'view.fit-selection',
  'Mod+G': 'draw.group',
  'Mod+F': 'edit.find',
  '?': 'help.shortcuts',
  'Mod+P': 'file.print',
  F2: 'edit.rename',
  'Mod+K': 'view.palette',
  'Mod+Shift+P': 'view.palette',
};

describe('shortcuts', () => {
  it.each(Object.entries(EXPECTED))('%s does %s', (shortcut, id) => {
    expect(heardBy(shortcut)).toEqual([id]);
  });

  it.each(['Escape', 'ArrowLeft', 'Shift+ArrowLeft', 'Enter', 'Shift+F10'])(
    '%s is left to the system and the drawing',
    (shortcut) => {
      expect(heardBy(shortcut)).toEqual([]);
    },
  );

  it('never mean two things', () => {
    const clashes = actions.all
      .flatMap((action) => action.keys)
      .map((key) => [key, heardBy(key)] as const)
      .filter(([, ids]) => ids.length !== 1);
    expect(clashes).toEqual([]);
  });

  it('are told for everything the drawing answers by itself', () => {
    const told = DRAWING_SHORTCUTS.flatMap(({ keys, mouse }) => [...keys, mouse ?? '']).join(' ');
    for (const key of ['Escape', 'Arrow keys', 'Shift+Arrow keys', 'Space and drag']) {
      expect(told).toContain(key);
    }
    expect(new Set(DRAWING_SHORTCUTS.map(({ label }) => label)).size).toBe(DRAWING_SHORTCUTS.length);
  });

  it('do not turn the screens of Windows: no Ctrl+Alt with an arrow', () => {
    expect(actions.all.flatMap(({ keys }) => keys).filter((key) => /Alt\+Arrow/.test(key))).toEqual([]);
  });
});

describe('keys held down, and keys in the middle of a drag', () => {
  const idsOf = (stroke: { readonly repeat: boolean; readonly dragging: boolean }) =>
    actions.all.filter((action) => action.keys.length > 0 && !heldBack(action, stroke)).map(({ id }) => id);

  it('repeat only what goes step by step', () => {
    expect(idsOf({ repeat: true, dragging: false }).sort()).toEqual([
      'edit.redo',
      'edit.undo',
      'view.zoom-in',
      'view.zoom-out',
    ]);
  });

  it('leave the design alone while something is dragged', () => {
    const heard = idsOf({ repeat: false, dragging: true });
    expect(heard).toContain('view.fit');
    for (const id of [
      'edit.delete',
      'edit.undo',
      'draw.duplicate',
      'draw.group',
      'file.open',
      'draw.connect',
    ])
      expect(heard).not.toContain(id);
  });

  it('otherwise hold nothing back', () => {
    const free = { repeat: false, dragging: false };
    expect(actions.all.filter((action) => heldBack(action, free))).toEqual([]);
  });
});

describe('the menu bar', () => {
  interface Entry {
    readonly action: string;
    readonly accelerator: string | undefined;
  }
  const entries: Entry[] = [];
  for (const { submenu } of menuTemplate('linux', (action) => entries.push({ action, accelerator: '' }))) {
    for (const item of Array.isArray(submenu) ? submenu : []) {
      if (!item.click) continue;
      (item.click as () => void)();
      entries.push({
        action: entries.pop()?.action ?? '',
        accelerator: item.accelerator,
      });
    }
  }

  it('names every action once, with its first shortcut', () => {
    const shortcut = (keys: readonly string[]) => keys[0]?.replace('Mod', 'CmdOrCtrl').replace('Arrow', '');
    const wanted = actions.all
      // The system's own entries stand for what the system does by itself.
      .filter(({ native }) => native !== true)
      .map(({ id, keys }) => ({ action: id, accelerator: shortcut(keys) }));
    const byName = (a: Entry, b: Entry) => a.action.localeCompare(b.action);
    expect([...entries].sort(byName)).toEqual([...wanted].sort(byName));
  });
});
