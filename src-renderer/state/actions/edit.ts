import { ownName } from '../rename.ts';
import type { Action, World } from './define.ts';

/** Changes to what is there: undo, select, delete. */
export function editActions({ project, session, view }: World): Action[] {
  const removable = () =>
    [...view.selection].filter(
      (id) =>
        project.design.nodes.has(id as never) ||
        project.design.switches.has(id as never) ||
        project.design.clusters.has(id as never) ||
        project.design.links.has(id as never),
    );
  const renamable = () =>
    view.selectedId !== null && ownName(project.design, view.selectedId) !== null ? view.selectedId : null;
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
      repeats: true,
      enabled: () => project.undoLabel !== null,
      why: () => 'nothing to take back',
      perform: project.undo,
    },
    {
      id: 'edit.redo',
      group: 'Edit',
      label: () => (project.redoLabel ? `Redo ${project.redoLabel}` : 'Redo'),
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      repeats: true,
      enabled: () => project.redoLabel !== null,
      why: () => 'nothing was taken back',
      perform: project.redo,
    },
    {
      id: 'edit.history',
      group: 'Edit',
      label: () => 'Undo history',
      keys: ['Mod+Shift+H'],
      enabled: () => project.steps.length > 0,
      why: () => 'nothing was changed yet',
      perform: () => view.openDialog('history', {}),
    },
    {
      id: 'edit.find',
      group: 'Edit',
      label: () => 'Find',
      keys: ['Mod+F'],
      enabled: () => session.hasDocument,
      whileTyping: true,
      perform: view.openFind,
    },
    {
      id: 'edit.select-all',
      group: 'Edit',
      label: () => 'Select all',
      keys: ['Mod+A'],
      scope: 'drawing',
      enabled: () => session.hasDocument,
      menu: () => view.selection.size === 0,
      perform: () => view.select(everything()),
    },
    {
      id: 'edit.delete',
      group: 'Edit',
      label: () => 'Delete',
      keys: ['Delete', 'Backspace'],
      scope: 'drawing',
      removes: true,
      enabled: () => removable().length > 0,
      menu: () => removable().length > 0,
      perform: () => {
        if (session.edit('remove-items', { ids: removable() })) view.clearSelection();
      },
    },
    {
      id: 'edit.rename',
      group: 'Edit',
      label: () => 'Rename',
      keys: ['F2'],
      enabled: () => renamable() !== null,
      menu: () => renamable() !== null,
      why: () => 'select one node, switch, cluster or network first',
      perform: () => {
        const id = renamable();
        if (id === null) return;
        const drawn = !project.design.networks.has(id as never);
        if (!drawn) {
          view.resize({ outlineOpen: true });
          view.sideTab = 'outline';
        }
        view.renaming = { id, on: drawn ? 'canvas' : 'outline' };
        if (drawn) view.canvas?.centreOn(new Set([id]));
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
        view.showFields('project');
      },
    },
  ];
}
