import type { MenuItemConstructorOptions } from 'electron';

/** A menu item that names an action of the page; the page hears the same keys, so here they are only shown. */
function item(
  label: string,
  action: string,
  accelerator: string | null,
  send: (action: string) => void,
): MenuItemConstructorOptions {
  const keys = accelerator === null ? {} : { accelerator, registerAccelerator: false };
  return { label, ...keys, click: () => send(action) };
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar. Every entry that is not the system's own names an action id of the page (src-renderer/state/actions.ts). */
export function menuTemplate(
  platform: NodeJS.Platform,
  send: (action: string) => void,
): MenuItemConstructorOptions[] {
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const quit: MenuItemConstructorOptions = platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
  return [
    ...mac,
    {
      label: '&File',
      submenu: [
        item('New from a template', 'file.new', 'CmdOrCtrl+N', send),
        item('Open...', 'file.open', 'CmdOrCtrl+O', send),
        SEPARATOR,
        item('Save', 'file.save', 'CmdOrCtrl+S', send),
        item('Save as...', 'file.save-as', 'CmdOrCtrl+Shift+S', send),
        SEPARATOR,
        item('Export...', 'file.export', 'CmdOrCtrl+E', send),
        SEPARATOR,
        quit,
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'edit.undo', 'CmdOrCtrl+Z', send),
        item('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z', send),
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        SEPARATOR,
        item('Delete', 'edit.delete', 'Delete', send),
        item('Select all', 'edit.select-all', 'CmdOrCtrl+A', send),
        item('Project details', 'edit.details', null, send),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Zoom in', 'view.zoom-in', 'CmdOrCtrl+Plus', send),
        item('Zoom out', 'view.zoom-out', 'CmdOrCtrl+-', send),
        item('Zoom to 100 %', 'view.zoom-reset', 'CmdOrCtrl+0', send),
        item('Fit everything', 'view.fit', 'Shift+1', send),
        SEPARATOR,
        item('Check', 'view.check', 'F7', send),
        SEPARATOR,
        item('Theme of the system', 'view.theme-system', null, send),
        item('Light theme', 'view.theme-light', null, send),
        item('Dark theme', 'view.theme-dark', null, send),
        SEPARATOR,
        { role: 'togglefullscreen' },
      ],
    },
    { label: '&Help', submenu: [item('Keyboard shortcuts', 'help.shortcuts', null, send)] },
  ];
}
