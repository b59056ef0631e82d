import { assert } from '../../shared/lib/assert.ts';
import type { ProjectState } from './project.svelte.ts';
import type { SessionState } from './session.svelte.ts';
import type { ThemeChoice, ViewState } from './view.svelte.ts';

/** Something the user can do, as data: the toolbar, the native menu and the keyboard all read this. */
export interface Action {
  readonly id: string;
  readonly label: () => string;
  /** Heading of the shortcut sheet it is listed under. */
  readonly group: 'File' | 'Edit' | 'View';
  /** For example `Mod+Shift+S`; several alternatives are all heard, the first is shown. */
  readonly keys: readonly string[];
  readonly enabled: () => boolean;
  readonly perform: () => void;
  /** `drawing`: only while the focus is on the canvas or the outline, because the keys mean other things in lists. */
  readonly scope?: 'drawing';
}

export interface ActionList {
  readonly all: readonly Action[];
  readonly get: (id: string) => Action;
  /** Performs by id; false when there is no such action or it is not possible now. */
  readonly perform: (id: string) => boolean;
}

interface World {
  readonly project: ProjectState;
  readonly view: ViewState;
  readonly session: SessionState;
}

const THEMES: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: 'system', label: 'Theme of the system' },
  { id: 'light', label: 'Light theme' },
  { id: 'dark', label: 'Dark theme' },
];

/** Every action of the window. A repeated id is a bug. */
export function createActions(world: World): ActionList {
  const all = [...fileActions(world), ...editActions(world), ...viewActions(world)];
  const byId = new Map(all.map((action) => [action.id, action]));
  assert(byId.size === all.length, 'two actions share an id');
  const get = (id: string): Action => {
    const action = byId.get(id);
    assert(action, `no action ${id}`);
    return action;
  };
  const perform = (id: string): boolean => {
    const action = byId.get(id);
    if (!action?.enabled()) return false;
    action.perform();
    return true;
  };
  return { all, get, perform };
}

function fileActions({ session, view }: World): Action[] {
  const open = () => session.hasDocument;
  return [
    {
      id: 'file.new',
      group: 'File',
      label: () => 'Templates',
      keys: ['Mod+N'],
      enabled: () => true,
      perform: () => (view.templatesOpen = true),
    },
    {
      id: 'file.open',
      group: 'File',
      label: () => 'Open',
      keys: ['Mod+O'],
      enabled: () => !session.busy,
      perform: () => void session.open(),
    },
    {
      id: 'file.save',
      group: 'File',
      label: () => 'Save',
      keys: ['Mod+S'],
      enabled: () => open() && !session.busy,
      perform: () => void session.save(),
    },
    {
      id: 'file.save-as',
      group: 'File',
      label: () => 'Save as',
      keys: ['Mod+Shift+S'],
      enabled: () => open() && !session.busy,
      perform: () => void session.saveAs(),
    },
    {
      id: 'file.export',
      group: 'File',
      label: () => 'Export',
      keys: ['Mod+E'],
      enabled: () => open() && session.exportJob === null,
      perform: () => (view.exportOpen = true),
    },
  ];
}

function editActions({ project, session, view }: World): Action[] {
  const removable = () =>
    [...view.selection].filter(
      (id) =>
        project.design.nodes.has(id as never) ||
        project.design.switches.has(id as never) ||
        project.design.links.has(id as never),
    );
  const everything = () => [
    ...project.scene.nodes.map((item) => item.id),
    ...project.scene.switches.map((item) => item.id),
  ];
  return [
    {
      id: 'edit.undo',
      group: 'Edit',
      label: () => (project.undoLabel ? `Undo ${project.undoLabel}` : 'Undo'),
      keys: ['Mod+Z'],
      enabled: () => project.undoLabel !== null,
      perform: project.undo,
    },
    {
      id: 'edit.redo',
      group: 'Edit',
      label: () => (project.redoLabel ? `Redo ${project.redoLabel}` : 'Redo'),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: () => project.redoLabel !== null,
      perform: project.redo,
    },
    {
      id: 'edit.select-all',
      group: 'Edit',
      label: () => 'Select all',
      keys: ['Mod+A'],
      scope: 'drawing',
      enabled: () => session.hasDocument,
      perform: () => view.select(everything()),
    },
    {
      id: 'edit.delete',
      group: 'Edit',
      label: () => 'Delete',
      keys: ['Delete', 'Backspace'],
      scope: 'drawing',
      enabled: () => removable().length > 0,
      perform: () => {
        if (session.edit('remove-items', { ids: removable() })) view.clearSelection();
      },
    },
    {
      id: 'edit.details',
      group: 'Edit',
      label: () => 'Project details',
      keys: [],
      enabled: () => session.hasDocument,
      perform: () => {
        view.select(['project']);
        view.resize({ inspectorOpen: true });
      },
    },
  ];
}

function viewActions({ session, view }: World): Action[] {
  const open = () => session.hasDocument;
  const check: Action = {
    id: 'view.check',
    group: 'View',
    label: () => 'Check',
    keys: ['F7'],
    enabled: open,
    perform: () => view.showChecks(null),
  };
  const zoom = (id: string, label: string, keys: string[], perform: () => void): Action => ({
    id: `view.${id}`,
    group: 'View',
    label: () => label,
    keys,
    enabled: open,
    perform,
  });
  return [
    check,
    zoom('zoom-in', 'Zoom in', ['Mod+Plus', 'Mod+='], () => view.canvas?.zoomBy(1.25)),
    zoom('zoom-out', 'Zoom out', ['Mod+-'], () => view.canvas?.zoomBy(0.8)),
    zoom('zoom-reset', 'Zoom to 100 %', ['Mod+0'], () => view.canvas?.zoomTo(1)),
    zoom('fit', 'Fit everything', ['Shift+1'], () => view.canvas?.fit()),
    {
      ...zoom('fit-selection', 'Fit the selection', ['Shift+2'], () => view.canvas?.fit(view.selection)),
      enabled: () => open() && view.selection.size > 0,
    },
    zoom('tool-select', 'Select and move', ['V'], () => (view.tool = 'select')),
    zoom('tool-hand', 'Pan', ['H'], () => (view.tool = 'hand')),
    zoom('outline', 'Outline', [], () => view.resize({ outlineOpen: !view.panels.outlineOpen })),
    zoom('inspector', 'Inspector', [], () => view.resize({ inspectorOpen: !view.panels.inspectorOpen })),
    zoom('drawer', 'Lists', ['Mod+J'], () => view.resize({ drawerOpen: !view.panels.drawerOpen })),
    ...THEMES.map((theme): Action => ({
      id: `view.theme-${theme.id}`,
      group: 'View',
      label: () => theme.label,
      keys: [],
      enabled: () => true,
      perform: () => view.setTheme(theme.id),
    })),
    {
      id: 'help.shortcuts',
      group: 'View',
      label: () => 'Keyboard shortcuts',
      keys: ['?'],
      enabled: () => true,
      perform: () => (view.shortcutsOpen = true),
    },
  ];
}
