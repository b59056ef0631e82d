import type { MenuItemConstructorOptions } from 'electron';

/** An entry that names an action of the page: its label here, the action's id and its first shortcut there. */
type Entry = readonly [label: string, action: string, keys?: string];
/** `null` is a line. The system's own entries are written as they are. */
type Line = Entry | MenuItemConstructorOptions | null;

/** Every action of the page (src-renderer/state/actions); a test holds the two lists together. */
const FILE: readonly Line[] = [
  ['New from a template...', 'file.new', 'CmdOrCtrl+N'],
  ['Size from a target...', 'file.size'],
  ['New blank design', 'file.new-blank', 'CmdOrCtrl+Alt+N'],
  ['New window', 'file.new-window', 'CmdOrCtrl+Shift+N'],
  ['Open...', 'file.open', 'CmdOrCtrl+O'],
  ['Recent designs...', 'file.recent'],
  null,
  ['Save', 'file.save', 'CmdOrCtrl+S'],
  ['Save as...', 'file.save-as', 'CmdOrCtrl+Shift+S'],
  ['Save by itself', 'file.save-by-itself'],
  ['Earlier versions...', 'file.versions'],
  ['Restore unsaved designs...', 'file.recover'],
  ['Compare with another design...', 'file.compare'],
  null,
  ['Export...', 'file.export', 'CmdOrCtrl+E'],
  ['Print as PDF...', 'file.print', 'CmdOrCtrl+P'],
  null,
];

const EDIT: readonly Line[] = [
  ['Undo', 'edit.undo', 'CmdOrCtrl+Z'],
  ['Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'],
  ['Undo history...', 'edit.history', 'CmdOrCtrl+Shift+H'],
  null,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  ['Delete', 'edit.delete', 'Delete'],
  ['Rename', 'edit.rename', 'F2'],
  null,
  ['Select all', 'edit.select-all', 'CmdOrCtrl+A'],
  ['Find', 'edit.find', 'CmdOrCtrl+F'],
  null,
  ['Swap adapters...', 'design.swap-adapter'],
  ['Swap switches...', 'design.swap-switch'],
  ['Swap servers...', 'design.swap-server'],
  null,
  ['Add a network', 'design.add-network'],
  ['Add a rack', 'design.add-rack'],
  ['Racks and lengths', 'design.racks'],
  ['Project details', 'edit.details'],
];

const DRAW: readonly Line[] = [
  ['Palette', 'draw.palette', 'P'],
  ['Add something here', 'draw.quick-add', 'A'],
  null,
  ['Duplicate', 'draw.duplicate', 'CmdOrCtrl+D'],
  ['Duplicate several...', 'draw.duplicate-several', 'CmdOrCtrl+Shift+D'],
  null,
  ['Group as a cluster...', 'draw.group', 'CmdOrCtrl+G'],
  ['Ungroup, keep the nodes', 'draw.ungroup', 'CmdOrCtrl+Shift+G'],
  ['Remove the cluster with its nodes', 'draw.remove-cluster'],
  null,
  ['Connect', 'draw.connect', 'C'],
  ['Connect a port...', 'draw.connect-port'],
  ['Connect nodes to switches...', 'draw.connect-nodes', 'CmdOrCtrl+Shift+K'],
  ['Connect nodes directly...', 'draw.connect-mesh'],
  ['Connect switches to each other...', 'draw.connect-switches'],
  ['Split a switch port...', 'draw.breakout'],
];

const ARRANGE: readonly Line[] = [
  ['Arrange everything', 'arrange.all', 'CmdOrCtrl+Shift+L'],
  ['Arrange the selection', 'arrange.selection'],
  null,
  ['Align left', 'arrange.align-left', 'CmdOrCtrl+Shift+ArrowLeft'],
  ['Align centres', 'arrange.align-centre'],
  ['Align right', 'arrange.align-right', 'CmdOrCtrl+Shift+ArrowRight'],
  ['Align top', 'arrange.align-top', 'CmdOrCtrl+Shift+ArrowUp'],
  ['Align middles', 'arrange.align-middle'],
  ['Align bottom', 'arrange.align-bottom', 'CmdOrCtrl+Shift+ArrowDown'],
  null,
  ['Distribute across', 'arrange.distribute-across'],
  ['Distribute down', 'arrange.distribute-down'],
  ['Put in one row', 'arrange.row'],
  ['Snap to the grid', 'arrange.grid'],
];

const VIEW: readonly Line[] = [
  ['Command palette', 'view.palette', 'CmdOrCtrl+K'],
  null,
  ['Select and move', 'view.tool-select', 'V'],
  ['Pan', 'view.tool-hand', 'H'],
  null,
  ['Zoom in', 'view.zoom-in', 'CmdOrCtrl+Plus'],
  ['Zoom out', 'view.zoom-out', 'CmdOrCtrl+-'],
  ['Zoom to 100 %', 'view.zoom-reset', 'CmdOrCtrl+0'],
  ['Fit everything', 'view.fit', 'Shift+1'],
  ['Fit the selection', 'view.fit-selection', 'Shift+2'],
  ['Bundle parallel cables', 'view.bundle', 'CmdOrCtrl+B'],
  null,
  ['Check', 'view.check', 'F7'],
  ['List of checks', 'view.list-checks'],
  ['Purchase list (BOM)', 'view.list-bom'],
  ['List of devices', 'view.list-devices'],
  ['List of cables', 'view.list-cables'],
  ['Address plan', 'view.list-addresses'],
  ['List of rates', 'view.list-rates'],
  ['What is left after each failure', 'failure.list'],
  ['Scripts', 'view.list-scripts'],
  null,
  ['Fail what is selected', 'failure.fail'],
  ['Bring it back', 'failure.bring-back'],
  ['Bring all back', 'failure.bring-all-back'],
  ['Mark the bottleneck', 'failure.bottleneck'],
  null,
  ['Side panel', 'view.outline'],
  ['Inspector', 'view.inspector'],
  ['Lists', 'view.drawer', 'CmdOrCtrl+J'],
  null,
  ['Theme of the system', 'view.theme-system'],
  ['Light theme', 'view.theme-light'],
  ['Dark theme', 'view.theme-dark'],
  null,
  { role: 'togglefullscreen' },
];

const HELP: readonly Line[] = [
  ['Tour of the window', 'help.tour'],
  ['Keyboard shortcuts', 'help.shortcuts', '?'],
  ['How this is computed', 'help.formulas'],
];

/** The menu bar. Every entry that is not the system's own names an action of the page. */
export function menuTemplate(
  platform: NodeJS.Platform,
  send: (action: string) => void,
): MenuItemConstructorOptions[] {
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const quit: Line = platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
  const menu = (label: string, lines: readonly Line[]): MenuItemConstructorOptions => ({
    label,
    submenu: lines.map((line) => itemOf(line, send)),
  });
  return [
    ...mac,
    menu('&File', [...FILE, quit]),
    menu('&Edit', EDIT),
    menu('&Draw', DRAW),
    menu('&Arrange', ARRANGE),
    menu('&View', VIEW),
    menu('&Help', HELP),
  ];
}

function itemOf(line: Line, send: (action: string) => void): MenuItemConstructorOptions {
  if (line === null) return { type: 'separator' };
  if (!isEntry(line)) return line;
  const [label, action, keys] = line;
  // The page hears the same keys, and only where they are meant: here they are only shown.
  const shown = keys === undefined ? {} : { accelerator: acceleratorOf(keys), registerAccelerator: false };
  return { label, ...shown, click: () => send(action) };
}

function isEntry(line: Entry | MenuItemConstructorOptions): line is Entry {
  return Array.isArray(line);
}

/** Electron calls the arrow keys by their direction alone. */
function acceleratorOf(keys: string): string {
  return keys.replace('Arrow', '');
}
